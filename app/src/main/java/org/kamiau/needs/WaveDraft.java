package org.kamiau.needs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;

/** A wave as planned. */
public record WaveDraft(
        @Nullable String code, @Nullable String nameJa, @Nullable String nameEn, boolean outside, @Nullable LocalDate plannedOn, @Nullable LocalDate closesOn) {

    void check() {
        var findings = new Invalid.Findings();
        SurveyDraft.code(findings, code);
        SurveyDraft.text(findings, "nameJa", nameJa, true, 80);
        SurveyDraft.text(findings, "nameEn", nameEn, false, 80);
        if (plannedOn == null) {
            findings.add("plannedOn", "platform.invalid.not-null");
        }
        if (closesOn == null) {
            findings.add("closesOn", "platform.invalid.not-null");
        } else if (plannedOn != null && closesOn.isBefore(plannedOn)) {
            findings.add("closesOn", "needs.survey-invalid.ends-before");
        }
        findings.raise();
    }
}
