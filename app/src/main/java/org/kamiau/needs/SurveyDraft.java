package org.kamiau.needs;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Characters;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.answers.Wording;

/** A survey as typed; English words are optional. */
public record SurveyDraft(
        @Nullable String code, @Nullable String titleJa, @Nullable String titleEn, @Nullable String introductionJa, @Nullable String introductionEn,
        @Nullable String frame) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    void check() {
        var findings = new Invalid.Findings();
        code(findings, code);
        text(findings, "titleJa", titleJa, true, 160);
        text(findings, "titleEn", titleEn, false, 160);
        text(findings, "introductionJa", introductionJa, false, 1_000);
        text(findings, "introductionEn", introductionEn, false, 1_000);
        text(findings, "frame", frame, true, 1_000);
        if (introductionEn != null && introductionJa == null) {
            findings.add("introductionJa", "platform.invalid.not-blank");
        }
        findings.raise();
    }

    static void code(Invalid.Findings findings, @Nullable String code) {
        if (code == null || !CODE.matcher(code).matches()) {
            findings.add("code", "needs.survey-invalid.code");
        }
    }

    static void text(Invalid.Findings findings, String field, @Nullable String text, boolean needed, int longest) {
        if (text == null || text.isBlank()) {
            if (needed || text != null) {
                findings.add(field, "platform.invalid.not-blank");
            }
        } else if (text.length() > longest) {
            findings.add(field, "needs.survey-invalid.too-long", longest);
        } else if (!Characters.printable(text)) {
            findings.add(field, "platform.invalid.control");
        }
    }

    static @Nullable Wording wording(@Nullable String ja, @Nullable String en) {
        return ja == null ? null : new Wording(ja, en);
    }
}
