package org.kamiau.platform.answers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.kamiau.platform.answers.AnswerLinks.Link;
import org.kamiau.platform.visitors.Signatures;
import org.kamiau.platform.visitors.Typed;
import org.kamiau.platform.visitors.VisitorAttempts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Questionnaires as those see them who answer: on a phone, without cookies and scripts. */
@Controller
@Access.Anyone
public class AnswerPages {

    /** No browser fills it in by itself, and it is moved off the screen: whoever fills it in is a program. */
    private static final String HONEYPOT = "subject";

    private static final String SHOWN = "answers-shown";
    private static final Duration VALID = Duration.ofHours(12);

    /** A whole company answers from one address. */
    private static final int MOST = 400;

    /**
     * A questionnaire with what was answered so far.
     *
     * @param shown signed: names this page, and when it was shown
     * @param notice what is wrong with all of it
     */
    public record Page(String token, String shown, Sheet sheet, Typed typed, Map<String, String> errors, @Nullable String notice) {

        public static String field(Question question) {
            return AnswerReader.field(question);
        }
    }

    /** A page without questions: thanks, or why there are none. */
    public record End(String title, String advice, boolean done) {}

    private final AnswerLinks links;
    private final Answering answering;
    private final VisitorAttempts attempts;
    private final Signatures signatures;
    private final Languages languages;
    private final Clock real = Clock.systemUTC();

    AnswerPages(AnswerLinks links, Answering answering, VisitorAttempts attempts, Signatures signatures, Languages languages) {
        this.links = links;
        this.answering = answering;
        this.attempts = attempts;
        this.signatures = signatures;
        this.languages = languages;
    }

    @GetMapping(AnswerLinks.PATH + "{token}")
    ModelAndView ask(@PathVariable String token) {
        var link = links.read(token).orElseThrow(Refusal.NotFound::new);
        return new ModelAndView("platform/answers/sheet", "page", new Page(token, fresh(), open(link), Typed.NOTHING, Map.of(), null));
    }

    private Sheet open(Link link) {
        var sheet = answering.sheet(link).orElseThrow(Refusal.NotFound::new);
        if (answering.spent(link)) {
            throw new AlreadyAnswered();
        }
        if (!sheet.open()) {
            throw new AnswersClosed();
        }
        return sheet;
    }

    private String fresh() {
        return signatures.sign(SHOWN, UUID.randomUUID() + "." + real.instant().getEpochSecond());
    }

    @PostMapping(AnswerLinks.PATH + "{token}")
    ModelAndView answer(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        var link = links.read(token).orElseThrow(Refusal.NotFound::new);
        var t = languages.text(request);
        var now = real.instant();
        var wait = attempts.count(SHOWN, request.getRemoteAddr(), MOST, now);
        var sheet = open(link);
        var typed = Typed.in(request, sheet.questions().stream().map(AnswerReader::field).toList());
        var shown = signatures.read(SHOWN, request.getParameter("shown")).filter(content -> valid(content, now));
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds()));
            return again(token, shown, sheet, typed, Map.of(), t.get("platform.answers.too-many", wait.get().toMinutes() + 1), HttpStatus.TOO_MANY_REQUESTS);
        }
        var trap = request.getParameter(HONEYPOT);
        if (trap != null && !trap.isBlank()) {
            return thanks(token, t);
        }
        return shown.isEmpty()
                ? again(token, shown, sheet, typed, Map.of(), t.get("platform.answers.expired"), HttpStatus.UNPROCESSABLE_CONTENT)
                : take(token, link, shown.get(), sheet, typed, t);
    }

    private static boolean valid(String content, Instant now) {
        var shownAt = Instant.ofEpochSecond(Long.parseLong(content.substring(content.indexOf('.') + 1)));
        return !now.isAfter(shownAt.plus(VALID));
    }

    private ModelAndView again(
            String token, Optional<String> shown, Sheet sheet, Typed typed, Map<String, String> errors, String notice, HttpStatus status) {
        var signed = shown.map(content -> signatures.sign(SHOWN, content)).orElseGet(this::fresh);
        var page = new ModelAndView("platform/answers/sheet", "page", new Page(token, signed, sheet, typed, errors, notice));
        page.setStatus(status);
        return page;
    }

    private ModelAndView take(String token, Link link, String shown, Sheet sheet, Typed typed, Text t) {
        try {
            answering.take(link, shown, AnswerReader.read(sheet, typed));
            return thanks(token, t);
        } catch (Invalid invalid) {
            var errors = new TreeMap<String, String>();
            invalid.fields().forEach(fault -> errors.putIfAbsent(fault.field(), t.get(fault.code(), fault.arguments().toArray())));
            return again(
                    token, Optional.of(shown), sheet, typed, errors, t.get("platform.answers.wrong", errors.size()), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static ModelAndView thanks(String token, Text t) {
        var view = new RedirectView(AnswerLinks.PATH + token + "/thanks?lang=" + t.language());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }

    @GetMapping(AnswerLinks.PATH + "{token}/thanks")
    ModelAndView thanks(@PathVariable String token, HttpServletRequest request) {
        if (links.read(token).isEmpty()) {
            throw new Refusal.NotFound();
        }
        var t = languages.text(request);
        return new ModelAndView("platform/answers/end", "page", new End(t.get("platform.answers.thanks"), t.get("platform.answers.thanks-advice"), true));
    }

    /** In place of the application's own pages, which lead to the sign-in. */
    @ExceptionHandler({Refusal.NotFound.class, AnswersClosed.class, AlreadyAnswered.class})
    ModelAndView trouble(Refusal refusal, HttpServletRequest request) {
        var t = languages.text(request);
        var key = refusal instanceof Refusal.NotFound ? "platform.answers.absent" : refusal.code();
        var page = new ModelAndView(
                "platform/answers/end", "page", new End(t.get(key), t.get(key + "-advice"), refusal instanceof AlreadyAnswered));
        page.setStatus(refusal.status());
        return page;
    }
}
