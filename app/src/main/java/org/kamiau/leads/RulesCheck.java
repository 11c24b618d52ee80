package org.kamiau.leads;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.kamiau.customers.Prefecture;
import org.kamiau.platform.Invalid;

/** What rules may say: points from −100 to 100, half-lives of 1 to 365 days, thresholds from 0 to 100, bands apart. */
final class RulesCheck {

    private static final int MOST_BANDS = 20;
    private static final int MOST_WORDS = 200;
    private static final int LONGEST_WORD = 60;
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");

    private final ScoreRules rules;
    private final Invalid.Findings findings = new Invalid.Findings();

    private RulesCheck(ScoreRules rules) {
        this.rules = rules;
    }

    /** Raises {@link Invalid} with every field that is wrong: {@code size[0].from}, {@code interest.webinar.days}. */
    static ScoreRules check(ScoreRules rules) {
        var check = new RulesCheck(rules);
        check.points();
        check.bands();
        check.thresholds();
        check.words("triggers", rules.triggers());
        check.words("students", rules.students());
        check.places();
        check.findings.raise();
        return rules;
    }

    private void points() {
        within("segment", rules.segment(), -100, 100, "leads.invalid.points");
        within("region", rules.region(), -100, 100, "leads.invalid.points");
        within("customer", rules.customer(), -100, 100, "leads.invalid.points");
        within("trigger", rules.trigger(), -100, 100, "leads.invalid.points");
        within("freeMail", rules.freeMail(), -100, 100, "leads.invalid.points");
        rules.role().forEach((level, points) -> within("role." + level.code(), points, -100, 100, "leads.invalid.points"));
        rules.interest().forEach((kind, interest) -> {
            within("interest." + kind.code() + ".points", interest.points(), -100, 100, "leads.invalid.points");
            within("interest." + kind.code() + ".days", interest.halfLifeDays(), 1, 365, "leads.invalid.half-life");
        });
    }

    private void bands() {
        var bands = rules.size();
        if (bands.size() > MOST_BANDS) {
            findings.add("size", "leads.invalid.bands", MOST_BANDS);
        }
        for (int i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            within("size[" + i + "].points", band.points(), -100, 100, "leads.invalid.points");
            if (band.from() < 0 || band.to() < band.from()) {
                findings.add("size[" + i + "].to", "leads.invalid.band");
            } else if (IntStream.range(0, i).anyMatch(earlier -> overlap(bands.get(earlier), band))) {
                findings.add("size[" + i + "].from", "leads.invalid.bands-overlap");
            }
        }
    }

    private static boolean overlap(ScoreRules.Band one, ScoreRules.Band other) {
        return one.from() <= other.to() && other.from() <= one.to();
    }

    private void thresholds() {
        within("mqlFit", rules.mqlFit(), 0, 100, "leads.invalid.threshold");
        within("mqlEngagement", rules.mqlEngagement(), 0, 100, "leads.invalid.threshold");
        within("handRaiseFit", rules.handRaiseFit(), 0, 100, "leads.invalid.threshold");
    }

    private void words(String field, List<String> words) {
        if (words.size() > MOST_WORDS || words.stream().anyMatch(word -> word.isBlank() || word.length() > LONGEST_WORD)) {
            findings.add(field, "leads.invalid.words", MOST_WORDS, LONGEST_WORD);
        }
    }

    private void places() {
        if (rules.prefectures().stream().anyMatch(code -> !known(code))) {
            findings.add("prefectures", "leads.invalid.prefecture");
        }
        var domains = rules.competitorDomains();
        domains.stream()
                .filter(domain -> domain.length() > 253 || !DOMAIN.matcher(domain.toLowerCase(Locale.ROOT)).matches())
                .findFirst()
                .ifPresent(domain -> findings.add("competitorDomains", "leads.invalid.domain", domain));
        if (domains.size() > MOST_WORDS) {
            findings.add("competitorDomains", "leads.invalid.words", MOST_WORDS, LONGEST_WORD);
        }
    }

    private static boolean known(String code) {
        return java.util.Arrays.stream(Prefecture.values()).anyMatch(one -> one.code().equals(code));
    }

    private void within(String field, int number, int least, int most, String key) {
        if (number < least || number > most) {
            findings.add(field, key, least, most);
        }
    }
}
