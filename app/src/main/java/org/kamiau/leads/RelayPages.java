package org.kamiau.leads;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The forms on a lead's page with which sales carries it on; what was typed wrongly comes back on a page of its own. */
@Controller
@Access.Members
class RelayPages {

    /** A form with what was typed into it and what is wrong with that. */
    public record Form<F>(String lead, F typed, Map<String, String> errors) {
        static <F> Form<F> blank(Lead.Id lead, F typed) {
            return new Form<>(lead.toString(), typed, Map.of());
        }
    }

    /** An attempt as typed; an empty moment means now. */
    public record AttemptForm(
            @NotNull Attempt.@Nullable Channel channel, @NotNull Attempt.@Nullable Outcome outcome, @Nullable LocalDateTime at,
            @Size(max = 2000) @Nullable String note) {}

    /** @param needs one a line */
    public record QualificationForm(
            @NotBlank @Size(max = 6000) @Nullable String needs, @NotNull @Nullable LocalDateTime meetingAt,
            @Size(max = 1000) @Nullable String attendees, @Size(max = 1000) @Nullable String promised,
            @Size(max = 1000) @Nullable String situation, @Size(max = 1000) @Nullable String budget,
            @Size(max = 1000) @Nullable String timeframe, @Size(max = 1000) @Nullable String rivals,
            @Size(max = 2000) @Nullable String note) {
        static final QualificationForm EMPTY = new QualificationForm(null, null, null, null, null, null, null, null, null);

        @Nullable String field(String name) {
            return switch (name) {
                case "attendees" -> attendees;
                case "promised" -> promised;
                case "situation" -> situation;
                case "budget" -> budget;
                case "timeframe" -> timeframe;
                case "rivals" -> rivals;
                default -> throw new IllegalArgumentException(name);
            };
        }

        public List<Typed> more() {
            return Qualification.FIELDS.stream().map(name -> new Typed(name, field(name))).toList();
        }
    }

    /** One of the further fields of a packet. */
    public record Typed(String name, @Nullable String value) {}

    public record RecyclingForm(@NotNull @Nullable LocalDate wakeOn, @NotBlank @Size(max = 2000) @Nullable String reason) {}

    public record DisqualificationForm(@NotNull Partings.@Nullable Reason reason, @Size(max = 2000) @Nullable String note) {}

    public record NoteForm(@Size(max = 2000) @Nullable String note) {}

    public record DealForm(
            @NotNull @Positive @Nullable Long amount, @NotNull @Nullable LocalDate closesOn, @NotBlank @Size(max = 2000) @Nullable String decision) {}

    private final LeadAttempts attempts;
    private final Qualifications qualifications;
    private final Partings partings;
    private final Forms forms;
    private final Languages languages;
    private final InstantSource clock;

    RelayPages(
            LeadAttempts attempts, Qualifications qualifications, Partings partings, Forms forms, Languages languages, InstantSource clock) {
        this.attempts = attempts;
        this.qualifications = qualifications;
        this.partings = partings;
        this.forms = forms;
        this.languages = languages;
        this.clock = clock;
    }

    /** The channels, outcomes and reasons with their texts. */
    public static List<Choice> channels(Text t) {
        return Arrays.stream(Attempt.Channel.values()).map(one -> new Choice(one.code(), t.get("leads.channel." + one.code()))).toList();
    }

    public static List<Choice> outcomes(Text t) {
        return Arrays.stream(Attempt.Outcome.values()).map(one -> new Choice(one.code(), t.get("leads.outcome." + one.code()))).toList();
    }

    public static List<Choice> reasons(Text t) {
        return Arrays.stream(Partings.Reason.values()).map(one -> new Choice(one.code(), t.get("leads.closed." + one.code()))).toList();
    }

    @PostMapping("/leads/{id}/attempts")
    ModelAndView attempt(
            @PathVariable Lead.Id id, @Valid AttemptForm form, BindingResult binding, @Me Actor me, Locale locale, HttpServletResponse response) {
        return carry(id, "attempt", form, binding, locale, response, () -> attempts.record(
                id,
                new Attempt(
                        Objects.requireNonNull(form.channel()), Objects.requireNonNull(form.outcome()),
                        form.at() == null ? clock.instant() : moment(form.at(), locale), form.note(), me.id()),
                me));
    }

    @PostMapping("/leads/{id}/qualification")
    ModelAndView qualify(
            @PathVariable Lead.Id id, @Valid QualificationForm form, BindingResult binding, @Me Actor me, Locale locale, HttpServletResponse response) {
        return carry(id, "qualification", form, binding, locale, response, () -> qualifications.qualify(id, heard(form, locale), me));
    }

    private Qualification heard(QualificationForm form, Locale locale) {
        var more = new HashMap<String, String>();
        form.more().forEach(typed -> {
            if (typed.value() != null) {
                more.put(typed.name(), typed.value());
            }
        });
        return new Qualification(
                Objects.requireNonNull(form.needs()).lines().toList(), moment(Objects.requireNonNull(form.meetingAt()), locale), more, form.note());
    }

    private Instant moment(LocalDateTime typed, Locale locale) {
        return typed.atZone(languages.text(locale).zone()).toInstant();
    }

    @PostMapping("/leads/{id}/nurture")
    ModelAndView nurture(
            @PathVariable Lead.Id id, @Valid NoteForm form, BindingResult binding, @Me Actor me, Locale locale, HttpServletResponse response) {
        return carry(id, "nurture", form, binding, locale, response, () -> partings.nurture(id, form.note(), me));
    }

    @PostMapping("/leads/{id}/recycling")
    ModelAndView recycle(
            @PathVariable Lead.Id id, @Valid RecyclingForm form, BindingResult binding, @Me Actor me, Locale locale, HttpServletResponse response) {
        return carry(id, "recycling", form, binding, locale, response, () -> partings.recycle(
                id, Objects.requireNonNull(form.wakeOn()), Objects.requireNonNull(form.reason()), me));
    }

    @PostMapping("/leads/{id}/disqualification")
    ModelAndView disqualify(
            @PathVariable Lead.Id id, @Valid DisqualificationForm form, BindingResult binding, @Me Actor me, Locale locale, HttpServletResponse response) {
        return carry(id, "disqualification", form, binding, locale, response, () -> partings.disqualify(
                id, Objects.requireNonNull(form.reason()), form.note(), me));
    }

    @PostMapping("/leads/{id}/unsubscription")
    ModelAndView unsubscribe(
            @PathVariable Lead.Id id, @Valid NoteForm form, BindingResult binding, @Me Actor me, Locale locale, HttpServletResponse response) {
        return carry(id, "unsubscription", form, binding, locale, response, () -> partings.unsubscribe(id, form.note(), me));
    }

    @PostMapping("/leads/{id}/deal")
    ModelAndView openDeal(
            @PathVariable Lead.Id id, @Valid DealForm form, BindingResult binding, @Me Actor me, Locale locale, HttpServletResponse response) {
        return carry(id, "deal", form, binding, locale, response, () -> qualifications.openDeal(
                id, Objects.requireNonNull(form.amount()), Objects.requireNonNull(form.closesOn()), Objects.requireNonNull(form.decision()), me));
    }

    /** Does it and goes back to the lead; or shows the form again with what was typed and what is wrong. */
    private ModelAndView carry(
            Lead.Id id, String form, Object typed, BindingResult binding, Locale locale, HttpServletResponse response, Runnable verb) {
        var sent = new Forms.Sent(
                "leads.act." + form, "leads.done." + form, "/leads/" + id, "platform.record.lead",
                errors -> new Fragment("leads/" + form, new Form<>(id.toString(), typed, errors)));
        return forms.carry(sent, binding, locale, response, verb);
    }
}
