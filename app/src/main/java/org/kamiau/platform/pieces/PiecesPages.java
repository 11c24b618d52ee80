package org.kamiau.platform.pieces;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.kamiau.platform.Access;
import org.kamiau.platform.Side;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows every piece once, for those who write pages and for the accessibility check. */
@Controller
@Access.Members
class PiecesPages {

    private final InstantSource clock;

    PiecesPages(InstantSource clock) {
        this.clock = clock;
    }

    /** The samples; their words are data, like a customer's. */
    public record Page(List<Reason> reasons, List<Rate> rates, List<Happening> happenings, List<Choice> choices, List<Progress> jobs) {}

    @GetMapping("/about/pieces")
    ModelAndView pieces() {
        return new ModelAndView("platform/pieces/page", "page", new Page(reasons(), rates(), happenings(), choices(), jobs()));
    }

    private static List<Reason> reasons() {
        return List.of(
                new Reason("対象セグメント 中堅建設", 30),
                new Reason("見積依頼", 30),
                new Reason("見積ページを3回", 15),
                new Reason("フリーメール", -20));
    }

    private static List<Rate> rates() {
        return List.of(new Rate(56, 64, true), new Rate(31, 43, true), new Rate(19, 168, false), new Rate(3, 4, true));
    }

    private List<Happening> happenings() {
        var now = clock.instant();
        return List.of(
                new Happening(now.minus(Duration.ofMinutes(12)), "handoff", "arrows-exchange", Side.MARKETING,
                        "インサイドセールスに渡した", "デマンド-1", null, null),
                new Happening(now.minus(Duration.ofHours(3)), "comment", "message-circle", Side.SALES,
                        "コメント", "IS-1", "9月の展示会で名刺を交換済みです。\n安全協議会の日程を気にされていました。", null),
                new Happening(now.minus(Duration.ofDays(4)), "touch", "file-text", null,
                        "見積依頼", "公開フォーム", "協力会社の作業員も含めて、実施記録を元請に提出できる形で残したい。", "/"));
    }

    private static List<Choice> choices() {
        return List.of(
                new Choice("change", "戦略を変える", "新しい版を出し、全員に知らせます"),
                new Choice("evidence", "根拠を示す", "調査や数字を添えて、いまの版を保ちます"),
                new Choice("exception", "例外を認める", "この顧客だけ別の進め方を許します"),
                new Choice("test", "試す", "期限を決めて小さく確かめます"));
    }

    private static List<Progress> jobs() {
        return List.of(
                new Progress("marketing_leads.csv", 62_000, 100_000, 12_400, Progress.State.RUNNING),
                new Progress("accounts.csv", 25_826, 25_826, 0, Progress.State.DONE));
    }
}
