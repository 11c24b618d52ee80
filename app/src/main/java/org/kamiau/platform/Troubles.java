package org.kamiau.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;

/**
 * The one place where trouble becomes an answer: problem+json (RFC 9457) for the API, a page with a way on
 * for people; each in the reader's language. Pages that can redraw their form do so themselves.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
    private final Languages languages;

    Troubles(Languages languages) {
        this.languages = languages;
    }

    /** What the error page shows. */
    public record Page(int status, String title, String advice, List<String> details) {}

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        if (refusal instanceof Refusal.NotSignedIn && !Requests.isApi(request)) {
            return toSignIn(request);
        }
        var headers = new HttpHeaders();
        if (refusal instanceof Refusal.TooMany tooMany) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.retryAfterSeconds()));
        }
        if (refusal instanceof Refusal.NotSignedIn) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        var text = refusal.text(languages.text(request));
        var answer = answer(request, refusal.status(), refusal.code(), text, List.of(), headers);
        if (answer instanceof ResponseEntity<?> entity && entity.getBody() instanceof ProblemDetail problem) {
            refusal.details().forEach(problem::setProperty);
        }
        return answer;
    }

    /** Back to where one wanted to go after signing in; htmx is told to load the whole page. */
    private static Object toSignIn(HttpServletRequest request) {
        var wanted = request.getMethod().equals("GET") && !Requests.isFragment(request) ? request.getRequestURI() : "/";
        var query = wanted.equals("/") ? null : request.getQueryString();
        var target = org.springframework.web.util.UriComponentsBuilder.fromPath("/sign-in")
                .queryParam("then", java.net.URLEncoder.encode(query == null ? wanted : wanted + "?" + query, java.nio.charset.StandardCharsets.UTF_8))
                .build(true)
                .toUriString();
        if (Requests.isFragment(request)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).header("HX-Redirect", target).build();
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(target)).build();
    }

    @ExceptionHandler
    Object invalid(Invalid invalid, HttpServletRequest request) {
        var t = languages.text(request);
        var errors = invalid.fields().stream()
                .map(field -> error(field.field(), field.code(), t.get(field.code(), field.arguments().toArray())))
                .toList();
        return unprocessable(request, errors);
    }

    @ExceptionHandler
    Object invalid(BindException invalid, HttpServletRequest request) {
        var t = languages.text(request);
        var errors = invalid.getFieldErrors().stream().map(field -> error(field, t)).toList();
        return unprocessable(request, errors);
    }

    @ExceptionHandler
    Object invalid(org.springframework.web.bind.MethodArgumentNotValidException invalid, HttpServletRequest request) {
        return invalid((BindException) invalid, request);
    }

    private static Map<String, String> error(FieldError field, Text t) {
        var message = field.isBindingFailure() ? t.get("platform.invalid.format") : String.valueOf(field.getDefaultMessage());
        return error(field.getField(), field.isBindingFailure() ? "platform.invalid.format" : code(field), message);
    }

    /** Our own constraints name their text; the standard ones are known by their annotation. */
    private static String code(DefaultMessageSourceResolvable field) {
        var codes = field.getCodes();
        var constraint = codes == null || codes.length == 0 ? "format" : codes[codes.length - 1];
        return "platform.invalid." + constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<String, String> error(String path, String code, String message) {
        return Map.of("pointer", pointer(path), "code", code, "message", message);
    }

    /** {@code items[2].name} is {@code /items/2/name} (RFC 6901). */
    private static String pointer(String path) {
        return path.isEmpty() ? "" : "/" + path.replace("[", "/").replace("]", "").replace(".", "/");
    }

    /** Malformed JSON is 400; well-formed JSON with a value of the wrong kind names its field and is 422. */
    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        var t = languages.text(request);
        if (unreadable.getCause() instanceof Invalid invalid) {
            return invalid(invalid, request);
        }
        if (unreadable.getCause() instanceof JacksonException cause
                && (!(cause instanceof StreamReadException) || cause instanceof InputCoercionException)
                && !cause.getPath().isEmpty()) {
            var path = new StringBuilder();
            cause.getPath().forEach(step -> path.append(step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + step.getPropertyName()));
            var said = Invalid.class.isInstance(cause.getCause()) ? ((Invalid) cause.getCause()).fields().getFirst() : null;
            var code = said == null ? "platform.invalid.format" : said.code();
            var message = said == null ? t.get(code) : t.get(code, said.arguments().toArray());
            return unprocessable(request, List.of(error(path.toString(), code, message)));
        }
        return answer(request, HttpStatus.BAD_REQUEST, "platform.error.malformed", t.get("platform.error.malformed"), List.of(), new HttpHeaders());
    }

    @ExceptionHandler
    Object mismatch(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        var t = languages.text(request);
        // An id in the path that is no id is simply not there; a parameter of the wrong kind is named.
        if (mismatch.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)) {
            return refused(new Refusal.NotFound(), request);
        }
        return unprocessable(request, List.of(error(mismatch.getName(), "platform.invalid.format", t.get("platform.invalid.format"))));
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        var t = languages.text(request);
        return answer(request, HttpStatus.CONTENT_TOO_LARGE, "platform.error.too-large", t.get("platform.error.too-large"), List.of(), new HttpHeaders());
    }

    /** Spring's own refusals (404, 405, 406, 415, missing parameters, …), and, last, our bugs. */
    @ExceptionHandler
    Object anything(Exception trouble, HttpServletRequest request) {
        var t = languages.text(request);
        HttpStatusCode status = trouble instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
        var headers = new HttpHeaders();
        if (trouble instanceof ErrorResponse known) {
            headers.putAll(known.getHeaders());
        } else if (!isClientGone(trouble)) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), trouble);
        }
        var key = "platform.error." + status.value();
        var code = t.has(key) ? key : status.is5xxServerError() ? "platform.error.500" : "platform.error.400";
        return answer(request, status, code, t.get(code), List.of(), headers);
    }

    private static boolean isClientGone(Exception trouble) {
        return trouble.getClass().getSimpleName().equals("ClientAbortException")
                || trouble instanceof org.springframework.web.context.request.async.AsyncRequestNotUsableException;
    }

    private Object unprocessable(HttpServletRequest request, List<Map<String, String>> errors) {
        var text = languages.text(request).get("platform.error.invalid");
        return answer(request, HttpStatus.UNPROCESSABLE_CONTENT, "platform.error.invalid", text, errors, new HttpHeaders());
    }

    private Object answer(
            HttpServletRequest request, HttpStatusCode status, String code, String text, List<Map<String, String>> errors, HttpHeaders headers) {
        if (Requests.isApi(request)) {
            return problem(status, code, text, errors, headers);
        }
        var details = new ArrayList<String>();
        errors.forEach(error -> details.add(error.get("message")));
        var view = new ModelAndView("platform/trouble", "page", page(request, status, code, text, details));
        view.setStatus(status);
        return view;
    }

    private Page page(HttpServletRequest request, HttpStatusCode status, String code, String text, List<String> details) {
        var t = languages.text(request);
        var advice = Stream.of(code + ".advice", "platform.trouble.advice-" + status.value(), "platform.trouble.advice")
                .filter(t::has)
                .findFirst()
                .orElseThrow();
        return new Page(status.value(), text, t.get(advice), details);
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatusCode status, String code, String text, List<Map<String, String>> errors, @Nullable HttpHeaders headers) {
        var problem = ProblemDetail.forStatus(status);
        problem.setTitle(text);
        problem.setProperty("code", code);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return ResponseEntity.status(status).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
