package org.kamiau.leads;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kamiau.customers.RoleLevel;

/**
 * How leads are scored and qualified: points, half-lives and thresholds, all of them data. Fit is a sum of
 * points from 0 to 100. Engagement is Σ points · 2^(−age / half-life) over the touches, one per kind and day,
 * at most 100.
 *
 * @param size points by number of employees, the first band that holds counts
 * @param role points by the person's level
 * @param prefectures served regions by code; empty means everywhere
 * @param triggers words in a message that tell of an event which makes people buy
 * @param mqlFit least fit of an MQL by interest
 * @param mqlEngagement least engagement of an MQL by interest
 * @param handRaiseFit least fit of an MQL that raised its hand
 */
public record ScoreRules(
        int segment,
        List<Band> size,
        Map<RoleLevel, Integer> role,
        int region,
        List<String> prefectures,
        int customer,
        int trigger,
        List<String> triggers,
        int freeMail,
        Map<ResponseKind, Interest> interest,
        int mqlFit,
        int mqlEngagement,
        int handRaiseFit,
        List<String> students,
        List<String> competitorDomains) {

    /** Companies of {@code from} to {@code to} employees get these points. */
    public record Band(int from, int to, int points) {}

    /** What a response is worth, and after how many days half of that. */
    public record Interest(int points, int halfLifeDays) {}

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final double DAY = Duration.ofDays(1).toMillis();

    public static final ScoreRules DEFAULT = new ScoreRules(
            30,
            List.of(new Band(300, 3_000, 20), new Band(100, 299, 10), new Band(3_001, Integer.MAX_VALUE, 10)),
            Map.of(RoleLevel.EXECUTIVE, 20, RoleLevel.HEAD, 20, RoleLevel.MANAGER, 12, RoleLevel.STAFF, 5),
            10,
            List.of(),
            10,
            10,
            List.of("義務化", "法改正", "監査", "指摘", "新設", "増設", "入札", "事故", "audit", "regulation"),
            -20,
            Map.of(
                    ResponseKind.DEMO_REQUEST, new Interest(30, 30),
                    ResponseKind.QUOTE_REQUEST, new Interest(30, 30),
                    ResponseKind.CONTACT, new Interest(30, 30),
                    ResponseKind.DOWNLOAD, new Interest(10, 30),
                    ResponseKind.WEBINAR, new Interest(15, 30),
                    ResponseKind.EVENT, new Interest(20, 45),
                    ResponseKind.PRICE_PAGE, new Interest(15, 7),
                    ResponseKind.CASE_STUDY, new Interest(8, 14),
                    ResponseKind.OTHER, new Interest(0, 14)),
            60,
            40,
            40,
            List.of("学生", "大学院生", "student"),
            List.of());

    public ScoreRules {
        size = List.copyOf(size);
        role = Map.copyOf(role);
        prefectures = List.copyOf(prefectures);
        triggers = List.copyOf(triggers);
        interest = Map.copyOf(interest);
        students = List.copyOf(students);
        competitorDomains = List.copyOf(competitorDomains);
    }

    public Score score(Prospect prospect, List<Touch> touches, Instant now) {
        var reasons = new ArrayList<Reason>();
        int fit = Math.clamp(fit(prospect, reasons), 0, 100);
        int engagement = Math.clamp(engagement(touches, now, reasons), 0, 100);
        reasons.removeIf(reason -> reason.points() == 0);
        reasons.sort(Comparator.comparingInt((Reason reason) -> -Math.abs(reason.points())));
        return new Score(fit, engagement, grade(fit, engagement), reasons);
    }

    private int fit(Prospect prospect, List<Reason> reasons) {
        int before = reasons.size();
        var target = prospect.targetSegment();
        if (target != null) {
            reasons.add(Reason.of("segment", segment, target.ja(), target.en()));
        }
        if (prospect.employees() != null) {
            int employees = prospect.employees();
            size.stream()
                    .filter(band -> band.from() <= employees && employees <= band.to())
                    .findFirst()
                    .ifPresent(band -> reasons.add(Reason.of("size", band.points(), employees)));
        }
        if (role.containsKey(prospect.level())) {
            reasons.add(Reason.of("role", role.get(prospect.level()), prospect.title() == null ? "" : prospect.title()));
        }
        if (prospect.prefecture() != null && (prefectures.isEmpty() || prefectures.contains(prospect.prefecture()))) {
            reasons.add(Reason.of("region", region, prospect.prefecture()));
        }
        if (prospect.customer()) {
            reasons.add(Reason.of("customer", customer));
        }
        trigger(prospect).ifPresent(word -> reasons.add(Reason.of("trigger", trigger, word)));
        if (prospect.freeMail()) {
            reasons.add(Reason.of("free_mail", freeMail));
        }
        return reasons.subList(before, reasons.size()).stream().mapToInt(Reason::points).sum();
    }

    private Optional<String> trigger(Prospect prospect) {
        return triggers.stream()
                .filter(word -> prospect.messages().stream().anyMatch(message -> message.contains(word)))
                .findFirst();
    }

    private record KindAndDay(ResponseKind kind, LocalDate day) {}

    private int engagement(List<Touch> touches, Instant now, List<Reason> reasons) {
        var counted = new HashSet<KindAndDay>();
        var sums = new EnumMap<ResponseKind, Double>(ResponseKind.class);
        var times = new HashMap<ResponseKind, Integer>();
        for (var touch : touches) {
            var worth = interest.get(touch.kind());
            if (worth != null && worth.points() != 0
                    && counted.add(new KindAndDay(touch.kind(), touch.at().atZone(ZONE).toLocalDate()))) {
                double days = Math.max(0, Duration.between(touch.at(), now).toMillis() / DAY);
                sums.merge(touch.kind(), worth.points() * Math.pow(2, -days / worth.halfLifeDays()), Double::sum);
                times.merge(touch.kind(), 1, Integer::sum);
            }
        }
        sums.forEach((kind, sum) -> {
            if (Math.round(sum) != 0) {
                reasons.add(Reason.of(kind.code(), (int) Math.round(sum), times.getOrDefault(kind, 0)));
            }
        });
        return (int) Math.round(sums.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    private static String grade(int fit, int engagement) {
        var letter = fit >= 80 ? "A" : fit >= 60 ? "B" : fit >= 40 ? "C" : "D";
        var digit = engagement >= 60 ? "1" : engagement >= 40 ? "2" : engagement >= 20 ? "3" : "4";
        return letter + digit;
    }

    /** Low fit never becomes an MQL on interest alone. */
    public boolean qualifies(Score score, boolean handRaise) {
        return score.fit() >= mqlFit && score.engagement() >= mqlEngagement || handRaise && score.fit() >= handRaiseFit;
    }

    /** Students and competitors are no customers: the reason of the disqualification, if any. */
    Optional<String> outside(Prospect prospect) {
        var title = prospect.title();
        if (title != null && students.stream().anyMatch(title.toLowerCase(java.util.Locale.ROOT)::contains)) {
            return Optional.of("student");
        }
        var domain = prospect.mailDomain();
        return domain != null && competitorDomains.contains(domain) ? Optional.of("competitor") : Optional.empty();
    }
}
