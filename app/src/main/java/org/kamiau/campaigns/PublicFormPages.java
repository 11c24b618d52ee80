package org.kamiau.campaigns;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kamiau.campaigns.InquiryForm.ConsentText;
import org.kamiau.customers.Prefecture;
import org.kamiau.platform.Access;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.visitors.Signatures;
import org.kamiau.platform.visitors.Typed;
import org.kamiau.platform.visitors.VisitorAttempts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Forms as visitors see them, on our address or in a frame of another site. No cookies, no scripts. */
@Controller
@Access.Anyone
class PublicFormPages {

    /** No browser fills it in by itself, and it is moved off the screen: whoever fills it in is a program. */
    static final String HONEYPOT = "subject";

    private static final String CONSENT = "consent";
    static final String TOKEN = "form-token";
    private static final String RECEIPT = "form-receipt";

    /**
     * A form with what was typed so far.
     *
     * @param consent the words of the version that the token names
     * @param notice what is wrong with all of it
     */
    public record Page(
            InquiryForm form, ConsentText consent, String token, Typed typed, Map<String, String> errors,
            @Nullable String notice, List<Choice> prefectures) {}

    /** What happens next. */
    public record Thanks(String title, @Nullable String text, String next) {}

    /** Why there is no form here. */
    public record Trouble(String title, String advice) {}

    private final InquiryForms forms;
    private final Answers answers;
    private final VisitorAttempts attempts;
    private final Signatures signatures;
    private final Languages languages;
    private final Clock real = Clock.systemUTC();

    PublicFormPages(InquiryForms forms, Answers answers, VisitorAttempts attempts, Signatures signatures, Languages languages) {
        this.forms = forms;
        this.answers = answers;
        this.attempts = attempts;
        this.signatures = signatures;
        this.languages = languages;
    }

    @GetMapping("/f/{code}")
    ModelAndView blank(@PathVariable String code, HttpServletRequest request) {
        var t = languages.text(request);
        var form = open(code);
        return page(form, fresh(form, t, real.instant()), Typed.NOTHING, Map.of(), null, t);
    }

    private InquiryForm open(String code) {
        var form = forms.at(code).orElseThrow(Refusal.NotFound::new);
        if (!form.active()) {
            throw new FormClosed();
        }
        return form;
    }

    private FormToken fresh(InquiryForm form, Text t, Instant shownAt) {
        return FormToken.fresh(form.id(), forms.consentVersion(form.id()), t.japanese(), shownAt);
    }

    private ModelAndView page(
            InquiryForm form, FormToken token, Typed typed, Map<String, String> errors, @Nullable String notice, Text t) {
        var prefectures = Arrays.stream(Prefecture.values())
                .map(one -> new Choice(one.code(), t.japanese() ? one.ja() : one.en()))
                .toList();
        return new ModelAndView("campaigns/form", "page", new Page(
                form, consent(form, token), signatures.sign(TOKEN, token.content()), typed, errors, notice, prefectures));
    }

    /** As the token says, although marketing may have changed the words since. */
    private ConsentText consent(InquiryForm form, FormToken token) {
        return forms.consent(form.id(), token.consent()).orElse(form.consent());
    }

    @PostMapping("/f/{code}")
    ModelAndView answer(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        var t = languages.text(request);
        var form = open(code);
        var typed = Typed.in(request, Answers.FIELDS);
        var now = real.instant();
        var token = token(form, request.getParameter("token"), t);
        var wait = attempts.count(request.getRemoteAddr(), now);
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds()));
            var notice = t.get("campaigns.public.too-many", wait.get().toMinutes() + 1);
            var page = token.map(known -> page(form, known, typed, Map.of(), notice, t))
                    .orElseGet(() -> page(form, fresh(form, t, now), typed.without(CONSENT), Map.of(), notice, t));
            page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return page;
        }
        if (filled(request.getParameter(HONEYPOT))) {
            return thanks(form, t);
        }
        if (token.isEmpty()) {
            return again(form, fresh(form, t, now), typed.without(CONSENT), "campaigns.public.unknown", t);
        }
        if (token.get().expiredAt(now)) {
            // Its reader was slow, not hasty: the next one may be sent at once.
            var next = fresh(form, t, now.minus(FormToken.LEAST));
            return again(form, next, next.sameWords(token.get()) ? typed : typed.without(CONSENT), "campaigns.public.expired", t);
        }
        if (token.get().hastyAt(now)) {
            return again(form, token.get(), typed, "campaigns.public.hasty", t);
        }
        return take(form, token.get(), typed, t);
    }

    /** Of this form and in this language: what the reader agrees to is what the token names. */
    private Optional<FormToken> token(InquiryForm form, @Nullable String signed, Text t) {
        return signatures.read(TOKEN, signed)
                .map(FormToken::of)
                .filter(token -> token.form().equals(form.id()) && token.japanese() == t.japanese());
    }

    private static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private ModelAndView again(InquiryForm form, FormToken token, Typed typed, String notice, Text t) {
        return wrong(form, token, typed, Map.of(), notice, t);
    }

    private ModelAndView wrong(
            InquiryForm form, FormToken token, Typed typed, Map<String, String> errors, String notice, Text t) {
        var page = page(form, token, typed, errors, t.get(notice), t);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView take(InquiryForm form, FormToken token, Typed typed, Text t) {
        try {
            answers.take(form, token, consent(form, token), typed);
            return thanks(form, t);
        } catch (Invalid invalid) {
            var errors = new TreeMap<String, String>();
            invalid.fields().forEach(fault ->
                    errors.putIfAbsent(fault.field(), t.get(fault.code(), fault.arguments().toArray())));
            return wrong(form, token, typed, errors, "campaigns.public.wrong", t);
        }
    }

    /** Programs are sent there, too, and learn nothing. */
    private ModelAndView thanks(InquiryForm form, Text t) {
        var due = String.valueOf(answers.due(form.contents().kind()).getEpochSecond());
        var view = new RedirectView("/f/" + form.code() + "/thanks?lang=" + t.language() + "&receipt=" + signatures.sign(RECEIPT, due));
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }

    @GetMapping("/f/{code}/thanks")
    ModelAndView thanks(@PathVariable String code, @RequestParam(required = false) @Nullable String receipt, HttpServletRequest request) {
        var t = languages.text(request);
        var form = forms.at(code).orElseThrow(Refusal.NotFound::new);
        var next = signatures.read(RECEIPT, receipt)
                .map(due -> next(form, Instant.ofEpochSecond(Long.parseLong(due)), t))
                .orElseGet(() -> t.get("campaigns.public.next"));
        return new ModelAndView("campaigns/thanks", "page", new Thanks(t.get("campaigns.public.thanks"), form.thanks(t), next));
    }

    private String next(InquiryForm form, Instant due, Text t) {
        var within = answers.within(form.contents().kind());
        return form.contents().kind().handRaise()
                ? t.get("campaigns.public.next-call", within.toMinutes(), t.day(due), t.time(due))
                : t.get("campaigns.public.next-other", within.toMinutes() / 60, t.day(due), t.time(due));
    }

    /** In place of the application's own pages, which lead to the sign-in. */
    @ExceptionHandler({Refusal.NotFound.class, FormClosed.class})
    ModelAndView trouble(Refusal refusal, HttpServletRequest request) {
        var t = languages.text(request);
        HttpStatusCode status = refusal.status();
        var key = status.value() == HttpStatus.GONE.value() ? "campaigns.public.closed" : "campaigns.public.absent";
        var page = new ModelAndView("campaigns/absent", "page", new Trouble(t.get(key), t.get(key + "-advice")));
        page.setStatus(status);
        return page;
    }
}
