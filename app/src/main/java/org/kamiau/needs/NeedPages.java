package org.kamiau.needs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.kamiau.platform.api.Version;
import org.kamiau.platform.lists.ListDefinition;
import org.kamiau.platform.lists.ListPage;
import org.kamiau.platform.lists.Lists;
import org.kamiau.platform.pieces.Toast;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The dictionary, a need's page, and what people do there. */
@Controller
@Access.Members
class NeedPages {

    /** The list. */
    public record Listed(ListPage<NeedList.Row> list, boolean adding) {}

    /**
     * A need.
     *
     * @param typed what was typed in the form that was refused
     * @param trouble what a rule said
     */
    public record Page(NeedDetails.Sheet sheet, Map<String, String> typed, Map<String, String> errors, @Nullable String trouble) {

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }

        public @Nullable String error(String field) {
            return errors.get(field);
        }
    }

    private final Needs needs;
    private final NeedDetails details;
    private final NeedAgreements agreements;
    private final Disputes disputes;
    private final Lists lists;
    private final ListDefinition<NeedList.Row> list;
    private final Languages languages;

    NeedPages(
            Needs needs, NeedDetails details, NeedAgreements agreements, Disputes disputes, Lists lists, ListDefinition<NeedList.Row> list,
            Languages languages) {
        this.needs = needs;
        this.details = details;
        this.agreements = agreements;
        this.disputes = disputes;
        this.lists = lists;
        this.list = list;
        this.languages = languages;
    }

    @GetMapping(NeedList.PATH)
    ModelAndView list(HttpServletRequest request, @Me Actor me) {
        return new ModelAndView("needs/needlist", "page", new Listed(lists.page(list, request), Need.mayPropose(me)));
    }

    @GetMapping("/needs/{id}")
    ModelAndView one(@PathVariable Need.Id id, @Me Actor me, Locale locale) {
        return page(id, Map.of(), Map.of(), null, me, languages.text(locale));
    }

    private ModelAndView page(Need.Id id, Map<String, String> typed, Map<String, String> errors, @Nullable String trouble, Actor me, Text t) {
        return new ModelAndView("needs/need", "page", new Page(details.of(id, me, t), typed, errors, trouble));
    }

    @PostMapping("/needs/{id}/steps")
    ModelAndView step(
            @PathVariable Need.Id id, @RequestParam(required = false) @Nullable String to, @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String reviewOn, @RequestParam(defaultValue = "0") int version, @Me Actor me, Locale locale,
            HttpServletResponse response) {
        return done(id, typed("to", to, "reason", reason, "reviewOn", reviewOn), me, locale, () -> {
            var moved = needs.move(id, new Need.Move(state(to), reason, date(reviewOn)), Version.of(version), me);
            Toast.after(response, "needs.need-moved", null, languages.text(locale).get("needs.state." + moved.standing().state().code()));
            return id;
        });
    }

    private static Need.State state(@Nullable String code) {
        for (var state : Need.State.values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        throw new Invalid("to", "needs.need-step-needed");
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text.replace('/', '-'));
        } catch (DateTimeParseException noDate) {
            throw new Invalid("reviewOn", "needs.need-review-needed");
        }
    }

    @PostMapping("/needs/{id}/uptake")
    ModelAndView takeUp(
            @PathVariable Need.Id id, @RequestParam(required = false) @Nullable String note, @Me Actor me, Locale locale, HttpServletResponse response) {
        return done(id, typed("note", note), me, locale, () -> {
            needs.takeUp(id, note == null ? "" : note, me);
            Toast.after(response, "needs.need-taken", null);
            return id;
        });
    }

    @PostMapping("/needs/{id}/merges")
    ModelAndView merge(
            @PathVariable Need.Id id, @RequestParam(required = false) @Nullable String into, @RequestParam(required = false) @Nullable String why, @Me Actor me,
            Locale locale, HttpServletResponse response) {
        return done(id, typed("into", into, "why", why), me, locale, () -> {
            var kept = merged(id, into, why, me);
            Toast.after(response, "needs.need-merged-done", null, kept.title().in(languages.text(locale)));
            return kept.id();
        });
    }

    private Need merged(Need.Id id, @Nullable String into, @Nullable String why, Actor me) {
        try {
            return needs.merge(id, target(into), why, me);
        } catch (Invalid invalid) {
            throw new Invalid(invalid.fields().stream()
                    .map(field -> field.field().equals("reason") ? new Invalid.Field("why", field.code(), field.arguments()) : field)
                    .toList());
        }
    }

    private static Need.Id target(@Nullable String into) {
        try {
            return Need.Id.of(into == null ? "" : into);
        } catch (IllegalArgumentException none) {
            throw new Invalid("into", "needs.need-unknown");
        }
    }

    @PostMapping("/needs/{id}/agreements")
    ModelAndView agree(
            @PathVariable Need.Id id, @RequestParam(defaultValue = "0") int meaning, @Me Actor me, Locale locale, HttpServletResponse response) {
        return done(id, Map.of(), me, locale, () -> {
            agreements.agree(id, meaning, me);
            Toast.after(response, "needs.need-agreed", null);
            return id;
        });
    }

    @PostMapping("/needs/{id}/disputes")
    ModelAndView dispute(
            @PathVariable Need.Id id, @RequestParam(required = false) @Nullable String claim, @Me Actor me, Locale locale, HttpServletResponse response) {
        return done(id, typed("claim", claim), me, locale, () -> {
            disputes.raise(id, claim, me);
            Toast.after(response, "needs.need-disputed-done", null);
            return id;
        });
    }

    @PostMapping("/needs/{id}/disputes/{dispute}/answer")
    ModelAndView answer(
            @PathVariable Need.Id id, @PathVariable UUID dispute, @RequestParam(required = false) Disputes.@Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable String answer, @Me Actor me, Locale locale, HttpServletResponse response) {
        return done(id, typed("answer", answer, "outcome", outcome == null ? null : outcome.code()), me, locale, () -> {
            if (outcome == null) {
                throw new Invalid("outcome", "needs.need-step-needed");
            }
            disputes.answer(id, dispute, outcome, answer, me);
            Toast.after(response, "needs.need-answered-done", null);
            return id;
        });
    }

    private static Map<String, String> typed(@Nullable String... pairs) {
        var typed = new TreeMap<String, String>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            var value = pairs[i + 1];
            if (value != null) {
                typed.put(String.valueOf(pairs[i]), value);
            }
        }
        return typed;
    }

    /** Goes to the need that the act leads to, or draws the page again with what was wrong; what was typed stays. */
    private ModelAndView done(Need.Id id, Map<String, String> typed, Actor me, Locale locale, Supplier<Need.Id> act) {
        var t = languages.text(locale);
        try {
            return new ModelAndView("redirect:/needs/" + act.get());
        } catch (Invalid invalid) {
            var errors = new TreeMap<String, String>();
            invalid.fields().forEach(field -> errors.putIfAbsent(field.field(), t.get(field.code(), field.arguments().toArray())));
            return refused(page(id, typed, errors, t.get("platform.error.invalid"), me, t), 422);
        } catch (Refusal.NotFound | Refusal.NotAllowed none) {
            throw none;
        } catch (Refusal refusal) {
            return refused(page(id, typed, Map.of(), refusal.text(t), me, t), refusal.status().value());
        }
    }

    private static ModelAndView refused(ModelAndView page, int status) {
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }
}
