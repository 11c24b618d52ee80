package org.kamiau.leads;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** From a number of the trial to its leads: addresses of the list of leads, with what the trial said of each. */
public record TrialLinks(RulesOutcome.Period period) {

    private static final String LIST = "/leads?view=all";
    private static final String MQLS = "&f=trial.any-of.stays,by_judgement,out";
    private static final String SHOWN = "&sort=-received&columns=company,person,grade,trial,stage,qualified,sql,origin";

    /** Everything that was judged. */
    public String all() {
        return LIST + "&f=trial.filled" + SHOWN;
    }

    public String before() {
        return counted(MQLS);
    }

    public String after() {
        return counted("&f=trial.any-of.stays,by_judgement,in");
    }

    public String of(Verdict verdict) {
        return counted(only(verdict));
    }

    private static String only(Verdict verdict) {
        return "&f=trial.is." + verdict.code();
    }

    private static String counted(String more) {
        return LIST + more + "&f=trialcounted.is.yes" + SHOWN;
    }

    /** @param verdict null for its MQLs so far */
    public String ofOrigin(String origin, @Nullable Verdict verdict) {
        return counted((verdict == null ? MQLS : only(verdict)) + "&f=origin"
                + (origin.isEmpty() ? ".empty" : ".is." + URLEncoder.encode(origin, StandardCharsets.UTF_8)));
    }

    public String ofTarget(String target, @Nullable Verdict verdict) {
        return counted((verdict == null ? MQLS : only(verdict)) + "&f=target.is." + (target.equals("target") ? "yes" : "no"));
    }

    /** MQLs of the mature months. */
    public String mature() {
        return cohort(MQLS);
    }

    public String matureKept() {
        return cohort("&f=trial.any-of.stays,by_judgement");
    }

    /** Of those, the ones that field sales confirmed in time. */
    public String confirmed() {
        return cohort(MQLS + "&f=sql.is.yes");
    }

    public String lost() {
        return cohort(only(Verdict.OUT) + "&f=sql.is.yes");
    }

    private String cohort(String more) {
        return LIST + "&f=qualified.between." + period.fateFrom() + "," + period.fateTo() + more + SHOWN;
    }
}
