package org.kamiau.handoffs;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Answering a handoff from wherever it is shown; afterwards one is back there. */
@Controller
@Access.Members
public class HandoffPages {

    /** A return as typed. */
    public record ReturnForm(
            @NotNull @Nullable ReturnReason reason, @NotBlank @Size(max = 2000) @Nullable String advice, @Size(max = 500) @Nullable String then) {
        public static final ReturnForm EMPTY = new ReturnForm(null, null, null);
    }

    /** The return form on a page of its own: without JavaScript, and when something was missing. */
    public record Page(String id, String then, ReturnForm form, Map<String, String> errors) {}

    private final Handoffs handoffs;
    private final Languages languages;
    private final RecordKinds records;

    HandoffPages(Handoffs handoffs, Languages languages, RecordKinds records) {
        this.records = records;
        this.handoffs = handoffs;
        this.languages = languages;
    }

    /** The four reasons with what each means, for the form. */
    public static List<Choice> reasons(Text t) {
        return Arrays.stream(ReturnReason.values())
                .map(reason -> new Choice(
                        reason.code(), t.get("handoffs.reason." + reason.code()), t.get("handoffs.reason." + reason.code() + "-meaning")))
                .toList();
    }

    /** To the record that it is about. */
    @GetMapping("/handoffs/{id}")
    String open(@PathVariable Handoff.Id id) {
        return "redirect:" + records.path(handoffs.find(id).orElseThrow(Refusal.NotFound::new).terms().about());
    }

    @PostMapping("/handoffs/{id}/acceptance")
    String accept(@PathVariable Handoff.Id id, @RequestParam(required = false) @Nullable String then, @Me Actor me, HttpServletResponse response) {
        handoffs.accept(id, me);
        Toast.after(response, "handoffs.accepted", null);
        return "redirect:" + here(then);
    }

    @GetMapping("/handoffs/{id}/return")
    ModelAndView form(@PathVariable Handoff.Id id, @RequestParam(required = false) @Nullable String then) {
        var handoff = handoffs.find(id).orElseThrow(Refusal.NotFound::new);
        return new ModelAndView("handoffs/return", "page", new Page(handoff.id().toString(), here(then), ReturnForm.EMPTY, Map.of()));
    }

    @PostMapping("/handoffs/{id}/return")
    ModelAndView sendBack(
            @PathVariable Handoff.Id id, @Valid ReturnForm form, BindingResult binding, @Me Actor me, java.util.Locale locale,
            HttpServletResponse response) {
        if (binding.hasErrors()) {
            var t = languages.text(locale);
            var errors = new TreeMap<String, String>();
            binding.getFieldErrors().forEach(error -> errors.put(
                    error.getField(), error.isBindingFailure() ? t.get("platform.invalid.not-null") : String.valueOf(error.getDefaultMessage())));
            var page = new ModelAndView("handoffs/return", "page", new Page(id.toString(), here(form.then()), form, errors));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        handoffs.sendBack(id, Objects.requireNonNull(form.reason()), Objects.requireNonNull(form.advice()), me);
        Toast.after(response, "handoffs.returned", null);
        return new ModelAndView("redirect:" + here(form.then()));
    }

    /** Only an address of ours, so that a link cannot lead people elsewhere. */
    private static String here(@Nullable String then) {
        return then != null && then.startsWith("/") && !then.startsWith("//") && !then.startsWith("/\\") ? then : "/";
    }
}
