package org.kamiau.leads;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kamiau.handoffs.ReturnReason;
import tools.jackson.databind.json.JsonMapper;

/** What people wrote in the story. */
final class DemoWords {

    static final String[] INQUIRY = {
        "暑熱対策の記録を残す方法を探しています。", "費用の目安を知りたいです。", "来月の安全大会で紹介できる資料をいただけますか。",
        "現場が10か所あり、まとめて管理できるか教えてください。", "他社製品と比べています。違いを教えてください。", "まずは話を聞いてみたいです。"
    };
    static final String STORY_INQUIRY = "12月の協力会社説明会までに、記録の残し方と費用を知りたいです。現場は8か所です。";
    static final String[] AGREE = {
        "確かに定義の外でした。育成に回します。", "ご指摘のとおりです。メールでの案内に切り替えます。", "フォームで絞り込めていませんでした。育成で様子を見ます。",
        "重複を確認しました。育成に戻します。"
    };
    static final String[] CORRECT = {
        "現場の数と時期を電話で伺い、書き足しました。", "担当の方を確かめ、連絡先を直しました。", "お問い合わせの内容を本文に補いました。"
    };
    static final String[] DISPUTE = {
        "手が挙がっていて、適合度も40点以上です。合意した定義を満たしています。", "お電話でも相談をいただいています。定義の内側と考えます。"
    };
    static final String[] FOR_SALES = {"返却の理由は合意した手順どおりです。育成とします。", "同じ会社で商談中です。差戻しは妥当です。"};
    static final String[] FOR_MARKETING = {"定義を満たしています。もう一度受けてください。", "手が挙がっており、連絡先もあります。受領が妥当です。"};
    static final String[] NURTURE = {
        "情報収集の段階でした。事例を送り続けます。", "来年度の計画づくりの時期にあらためてご案内します。", "社内の検討がこれからとのことでした。", "まず無料の診断から始めたいそうです。"
    };
    static final String[] LATER = {
        "来期の予算が決まってから連絡がほしいとのことでした。", "繁忙期が明けてからにしてほしいそうです。", "安全大会のあとに連絡する約束をしました。", "担当が異動になるため、後任の着任後に連絡します。"
    };
    static final String[][] DISQUALIFIED = {
        {"no_need", "社内の仕組みで足りているとのことでした。"}, {"no_need", "個人で使うものを探していました。"}, {"no_budget", "予算がなく、見込みも立たないそうです。"},
        {"no_authority", "本社が一括で決めるため、拠点では検討できません。"}, {"no_fit", "屋外の作業がほとんどありません。"}
    };
    static final String[] INCOMPLETE_PROPOSAL = {
        "どなたが同席されるか、何をお約束したかが分かると準備できます。", "予算の目安と時期をひと言でも聞いておいてもらえると助かります。"
    };
    static final String[] DECISION = {
        "部長が起案し、役員の決裁", "安全委員会で説明のうえ、工場長の決裁", "本社の購買が相見積を取り、取締役会で承認", "現場での試行のあと、部長の決裁"
    };
    private static final String[] NEEDS = {
        "実施記録を元請・監査に提出したい", "現場ごとのWBGTをまとめて見たい", "倒れる前に気づける仕組みがほしい", "工場の暑い工程だけ冷やしたい",
        "協力会社の作業員も一元管理したい", "新しい義務に間に合わせたい"
    };
    private static final String[] ATTENDEES = {"工事部長と安全担当の方", "工場長、設備課長", "安全衛生部長、情報システムの方", "総務部長"};
    private static final String[] PROMISED = {"導入事例を2件持参する", "概算見積を当日お見せする", "現場での実機デモ", "導入までの日程案を出す"};
    private static final String[] SITUATION = {"紙の記録を現場ごとに集めている", "計測器はあるが記録が残っていない", "昨夏に軽い事故があり、対策を急いでいる"};
    private static final String[] BUDGET = {"年300万円ほどで稟議予定", "今期の安全予算に残りあり", "来期予算に計上予定"};
    private static final String[] TIMEFRAME = {"来年5月までに全現場", "今期中に1現場で試行", "来春の繁忙期の前"};
    private static final String[] RIVALS = {"他社の腕時計型と比較中", "自社の表計算で続ける案もある", "相見積は2社"};

    private static final Map<ReturnReason, List<String>> ADVICE = Map.of(
            ReturnReason.INCOMPLETE, List.of("現場の数と時期が分かると動けます。フォームに項目を足せませんか。", "どの部署のどなたに電話すればよいか、ひと言ください。", "何に困っているかの一文があると、最初の電話が変わります。"),
            ReturnReason.OUTSIDE_DEFINITION, List.of("対象セグメント外です。定義の見直しを相談させてください。", "この業種には提案できる事例がありません。育成をお願いします。"),
            ReturnReason.DUPLICATE, List.of("同じ会社の別の方とすでに話しています。", "先月の問い合わせと同じ件です。1件にまとめてください。"),
            ReturnReason.WRONG_OWNER, List.of("この会社には担当がいます。持ち主を見直してください。", "拠点ではなく本社の窓口が担当です。"));
    private static final String[] TARGET_OUTSIDE = {"この拠点は事務所だけで、現場も工程もありません。", "採用の相談でした。手挙げの選択肢を見直せませんか。"};

    private DemoWords() {}

    static ReturnReason reason(DemoLead lead, DemoSetting setting) {
        boolean checklist = DemoYear.CHECKLIST_CAMPAIGN.equals(lead.planned.origin().campaign());
        int fall = setting.chance.nextInt(100);
        if (fall < (checklist || !lead.planned.target() ? 58 : 20)) {
            return ReturnReason.OUTSIDE_DEFINITION;
        }
        return fall < 80 ? ReturnReason.INCOMPLETE : fall < 90 ? ReturnReason.DUPLICATE : ReturnReason.WRONG_OWNER;
    }

    static String advice(ReturnReason reason, DemoLead lead, DemoSetting setting) {
        if (reason == ReturnReason.WRONG_OWNER && lead.account != null && lead.account.segments().contains("cold_storage")) {
            return "冷凍倉庫の案件は FS-6 さんが担当です。";
        }
        if (reason == ReturnReason.OUTSIDE_DEFINITION && lead.planned.target()) {
            return setting.pick(TARGET_OUTSIDE);
        }
        var words = ADVICE.getOrDefault(reason, List.of());
        return words.get(setting.chance.nextInt(words.size()));
    }

    /** The packet of a second hand-over. */
    static String again(DemoLead lead, String message) {
        var packet = begun(lead);
        packet.put("message", message);
        return JsonMapper.shared().writeValueAsString(packet);
    }

    /** What inside sales wrote down of what the customer said. */
    static String packet(DemoProposal one, List<String> known, DemoSetting setting) {
        var packet = begun(one.lead);
        packet.put("attempts", one.lead.tries);
        known.forEach(field -> packet.put(field, switch (field) {
            case "needs" -> List.of(setting.pick(NEEDS));
            case "meeting" -> one.meetingAt.toString();
            case "attendees" -> setting.pick(ATTENDEES);
            case "promised" -> setting.pick(PROMISED);
            case "situation" -> setting.pick(SITUATION);
            case "budget" -> setting.pick(BUDGET);
            case "timeframe" -> setting.pick(TIMEFRAME);
            case "rivals" -> setting.pick(RIVALS);
            default -> "確認済み";
        }));
        return JsonMapper.shared().writeValueAsString(packet);
    }

    private static Map<String, Object> begun(DemoLead lead) {
        var packet = new LinkedHashMap<String, Object>();
        packet.put("grade", lead.score.grade());
        packet.put("reasons", lead.score.top());
        packet.put("touches", 1);
        return packet;
    }
}
