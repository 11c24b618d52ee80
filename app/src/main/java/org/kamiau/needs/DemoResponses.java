package org.kamiau.needs;

import java.time.LocalDate;
import java.util.List;
import org.kamiau.platform.Actor;
import org.kamiau.platform.alerts.Outcome;
import org.kamiau.platform.api.Version;
import org.kamiau.platform.demo.Story;
import org.springframework.stereotype.Component;

/** What the people of the demonstration made of what the radar said. */
@Component
class DemoResponses {

    /** Of 24 customers who heard of it before they asked, 9 bought. */
    private static final int PROPOSED = 24;
    private static final int WON = 9;
    private static final int LOST = 11;

    private final Signals signals;
    private final Needs needs;
    private final Hearings hearings;
    private final Approaches approaches;

    DemoResponses(Signals signals, Needs needs, Hearings hearings, Approaches approaches) {
        this.signals = signals;
        this.needs = needs;
        this.hearings = hearings;
        this.approaches = approaches;
    }

    void plan(Story story, DemoDiary diary) {
        var research = DemoCast.research(story);
        var early = new Told(story, diary, research);
        early.says("no-signal", day(1, 29), Outcome.FALSE_ALARM, "4社のうち3社は同じ工事の関係者だった。広がりとは言えない");
        early.says("subsidy", day(2, 13), Outcome.FALSE_ALARM, "補助金の公募開始に合わせた問い合わせ。毎年この時期に出る");
        early.says("exact-spot", day(3, 13), Outcome.FALSE_ALARM, "展示会での質問に引きずられた。商談では出ていない");
        audit(early);
        acclimatise(early);
        languages(early);
        early.says(DemoWeeks.PARTNERS, day(11, 16), Outcome.ACTED, "先行3社の声を読み直す。営業3名に来週の訪問で確かめてもらう");
    }

    private void audit(Told told) {
        var need = DemoWeeks.AUDIT;
        told.says(need, day(4, 17), Outcome.ACTED, "先行3社が10日のうちに同じことを言った。担当の営業に背景を聞く");
        told.says(need, day(4, 27), Outcome.ACTED, "先行しない会社にも広がった。仮説を立てて確かめる");
        told.moves(need, day(5, 1), Need.State.VERIFYING, "元請の安全書類に、昨年6月の省令改正に沿った実施記録の欄が増え、書式を問わず提出を求められている");
        told.heard(need, day(5, 11), List.of(
                "所長から「測っているだけでは足りない、出せる形で」と言われた。今は紙を写真に撮って送っている",
                "監査の前の週に全員分を清書する。二日かかる", "荷主の書式に合わせて出せるなら今の仕組みから替える"));
        told.suggests(need, day(5, 22), "記録は測るためでなく、出すためのものになりました。元請・監査向けの提出様式をその場で出せることをお見せします(実演5分)。");
        told.answers(need);
        told.says(need, day(6, 26), Outcome.ACTED, "6月調査で4%から19%へ。きざしから70日、調査より60日早く動けていた");
        told.moves(need, day(7, 3), Need.State.RESPONDING, "提出様式の自動作成を標準機能にし、実演と提出例を全営業に配る");
        told.moves(need, day(9, 18), Need.State.ANSWERED, "提出様式の自動作成を9月版で提供した");
    }

    private void acclimatise(Told told) {
        var need = DemoWeeks.ACCLIMATISE;
        told.says(need, day(5, 14), Outcome.ACTED, "連休明けの体調不良をきっかけに先行3社から出た");
        told.says(need, day(5, 25), Outcome.ACTED, "5月の最初の暑さで広がった");
        told.moves(need, day(5, 29), Need.State.VERIFYING, "新規入場者と休み明けの人を最初の一週間だけ特に見る決まりができ、誰が何日目かを追えずに困っている");
        told.heard(need, day(6, 4), List.of("何日目かを名札のシールの色で分けている。三日で破綻する", "派遣の人は昨日どこにいたか分からない", "一週目だけ休憩を長くしたいが、班長が覚えきれない"));
        told.says(need, day(6, 26), Outcome.ACTED, "6月調査でも増加を確認した");
        told.moves(need, day(7, 6), Need.State.RESPONDING, "入場日から数えて休憩の目安を変える設定を資料と一緒に案内する");
        told.moves(need, day(9, 30), Need.State.ANSWERED, "夏の導入先で設定を標準にした");
    }

    private void languages(Told told) {
        var need = DemoWeeks.LANGUAGES;
        told.says(need, day(7, 6), Outcome.ACTED, "先行5社。技能実習生の受け入れ時期と重なる");
        told.says(need, day(7, 27), Outcome.ACTED, "食品工場にも広がった");
        told.moves(need, day(7, 31), Need.State.VERIFYING, "警告が日本語だけで、意味が伝わるまでに人を呼んで訳している");
        told.heard(need, day(8, 6), List.of("ベトナム語とインドネシア語で足りる。文字より絵がいい", "警告が鳴っても止まらない。意味が分からないから", "班長が訳して回っている間は誰も見ていない"));
        told.says(need, day(8, 17), Outcome.ACTED, "二つのセグメントで8社を超えた");
        told.moves(need, day(8, 28), Need.State.RESPONDING, "警告を絵と8言語にする。9月の調査で優先する言語を確かめる");
    }

    private static LocalDate day(int month, int dayOfMonth) {
        return LocalDate.of(2026, month, dayOfMonth);
    }

    /** Notes what happens to a need into the diary; who reads it finds the need as it stands then. */
    private final class Told {

        private final Story story;
        private final DemoDiary diary;
        private final Actor research;

        Told(Story story, DemoDiary diary, Actor research) {
            this.story = story;
            this.diary = diary;
            this.research = research;
        }

        private Need.Id id(String need) {
            return story.get("need/" + need, Need.Id.class);
        }

        /** What became of the signal that is open then. */
        void says(String need, LocalDate day, Outcome outcome, String reason) {
            diary.at(day, 17, () -> signals.of(id(need)).stream()
                    .filter(Signal::open)
                    .forEach(signal -> signals.close(signal.id(), outcome, reason, research)));
        }

        void moves(String need, LocalDate day, Need.State to, String reason) {
            diary.at(day, 18, () -> needs.move(
                    id(need), new Need.Move(to, reason, null), Version.of(needs.find(id(need)).version()), research));
        }

        /** Each seller who was asked tells what the customer said. */
        void heard(String need, LocalDate day, List<String> words) {
            diary.at(day, 16, () -> {
                var asked = hearings.of(id(need)).stream().filter(Hearing::open).toList();
                for (int i = 0; i < Math.min(asked.size(), words.size()); i++) {
                    hearings.answer(asked.get(i).id(), Hearing.Finding.SUPPORTS, words.get(i), DemoCast.seller(asked.get(i).seller()));
                }
            });
        }

        void suggests(String need, LocalDate day, String words) {
            diary.at(day, 15, () -> approaches.suggest(id(need), words, research));
        }

        void answers(String need) {
            diary.at(LocalDate.of(2026, 6, 12), 17, () -> first(need).forEach(one -> answer(one, Approach.Outcome.PROPOSED)));
            diary.at(LocalDate.of(2026, 8, 21), 17, () -> {
                var proposed = first(need);
                proposed.stream().limit(WON).forEach(one -> answer(one, Approach.Outcome.WON));
                proposed.stream().skip(WON).limit(LOST).forEach(one -> answer(one, Approach.Outcome.LOST));
            });
        }

        private List<Approach> first(String need) {
            return approaches.of(id(need), PROPOSED);
        }

        private void answer(Approach approach, Approach.Outcome outcome) {
            approaches.answer(approach.id(), outcome, null, DemoCast.seller(approach.owner()));
        }
    }
}
