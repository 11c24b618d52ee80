package org.kamiau.needs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.needs.SurveyQuestion.Kind;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.answers.Wording;

/**
 * A question as typed; English words are optional.
 *
 * @param supportsFrom only for scales that test a need
 */
public record QuestionDraft(
        @Nullable Kind kind, @Nullable String textJa, @Nullable String textEn, boolean required, Need.@Nullable Id need, List<OptionDraft> options,
        @Nullable ScaleDraft scale) {

    static final int MOST_OPTIONS = 40;

    /** @param supports whoever chooses it speaks for the need; nothing said is no */
    public record OptionDraft(@Nullable String ja, @Nullable String en, @Nullable Boolean supports) {

        boolean speaksForNeed() {
            return Boolean.TRUE.equals(supports);
        }
    }

    /** From 0 or 1 to at most 10. */
    public record ScaleDraft(
            int from, int to, @Nullable String lowJa, @Nullable String lowEn, @Nullable String highJa, @Nullable String highEn,
            @Nullable Integer supportsFrom) {}

    public QuestionDraft {
        options = List.copyOf(options);
    }

    /** Yes or no, where yes speaks for the need. */
    public static QuestionDraft yesOrNo(Need.@Nullable Id need, String ja, @Nullable String en) {
        return new QuestionDraft(
                Kind.SINGLE, ja, en, true, need,
                List.of(new OptionDraft("はい", "Yes", need != null), new OptionDraft("いいえ", "No", false), new OptionDraft("分からない", "I do not know", false)),
                null);
    }

    /** One that tests no need. */
    public static QuestionDraft plain(Kind kind, String ja, boolean required, @Nullable ScaleDraft scale) {
        return new QuestionDraft(kind, ja, null, required, null, List.of(), scale);
    }

    void check() {
        var findings = new Invalid.Findings();
        if (kind == null) {
            findings.add("kind", "platform.invalid.not-null");
            findings.raise();
            return;
        }
        SurveyDraft.text(findings, "textJa", textJa, true, 300);
        SurveyDraft.text(findings, "textEn", textEn, false, 300);
        switch (kind) {
            case SINGLE, MULTIPLE -> checkOptions(findings);
            case SCALE -> checkScale(findings);
            case TEXT -> {
                if (need != null) {
                    findings.add("need", "needs.survey-invalid.words-test-nothing");
                }
            }
        }
        findings.raise();
    }

    private void checkOptions(Invalid.Findings findings) {
        if (options.size() < 2 || options.size() > MOST_OPTIONS) {
            findings.add("options", "needs.survey-invalid.options", MOST_OPTIONS);
        }
        for (int i = 0; i < options.size(); i++) {
            SurveyDraft.text(findings, "options[" + i + "].ja", options.get(i).ja(), true, 120);
            SurveyDraft.text(findings, "options[" + i + "].en", options.get(i).en(), false, 120);
        }
        if (need != null && options.stream().noneMatch(OptionDraft::speaksForNeed)) {
            findings.add("options", "needs.survey-invalid.nothing-supports");
        }
    }

    private void checkScale(Invalid.Findings findings) {
        if (scale == null || scale.from() < 0 || scale.from() > 1 || scale.to() < 2 || scale.to() > 10) {
            findings.add("scale", "needs.survey-invalid.scale");
            return;
        }
        SurveyDraft.text(findings, "scale.lowJa", scale.lowJa(), false, 60);
        SurveyDraft.text(findings, "scale.lowEn", scale.lowEn(), false, 60);
        SurveyDraft.text(findings, "scale.highJa", scale.highJa(), false, 60);
        SurveyDraft.text(findings, "scale.highEn", scale.highEn(), false, 60);
        var from = scale.supportsFrom();
        if (need != null && (from == null || from <= scale.from() || from > scale.to())) {
            findings.add("scale.supportsFrom", "needs.survey-invalid.supports-from");
        }
    }

    SurveyQuestion question(SurveyQuestion.Id id, int position) {
        var asked = kind;
        if (asked == null || textJa == null) {
            throw new IllegalStateException("unchecked");
        }
        var chosen = asked == Kind.SINGLE || asked == Kind.MULTIPLE;
        return new SurveyQuestion(
                id, position, asked, new Wording(textJa, textEn), required, need, chosen ? made() : List.of(),
                asked == Kind.SCALE && scale != null ? made(scale) : null);
    }

    private List<SurveyQuestion.Option> made() {
        return java.util.stream.IntStream.range(0, options.size())
                .mapToObj(at -> {
                    var option = options.get(at);
                    return new SurveyQuestion.Option(at + 1, new Wording(String.valueOf(option.ja()), option.en()), need != null && option.speaksForNeed());
                })
                .toList();
    }

    private SurveyQuestion.Scale made(ScaleDraft draft) {
        return new SurveyQuestion.Scale(
                draft.from(), draft.to(), SurveyDraft.wording(draft.lowJa(), draft.lowEn()), SurveyDraft.wording(draft.highJa(), draft.highEn()),
                need == null ? null : draft.supportsFrom());
    }
}
