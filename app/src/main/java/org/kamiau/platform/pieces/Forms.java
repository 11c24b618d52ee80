package org.kamiau.platform.pieces;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/** Forms on a record's page: what was sent is done, or comes back on a page of its own and nothing typed is lost. */
@Component
public class Forms {

    /**
     * One form that was sent.
     *
     * @param title key of its title, and {@code done} of what the reader is told afterwards
     * @param back address of the record to go back to, and {@code record} the key of its name
     * @param again the form with what was typed, given what is wrong by field; "" is the form as a whole
     */
    public record Sent(String title, String done, String back, String record, Function<Map<String, String>, Fragment> again) {}

    /** The form once more, on a page of its own. */
    public record Page(String title, String back, String record, Fragment form) {}

    private final Languages languages;

    Forms(Languages languages) {
        this.languages = languages;
    }

    /** A rule that says no now (409) is shown above the form; any other refusal is not about what was typed. */
    public ModelAndView carry(Sent form, BindingResult binding, Locale locale, HttpServletResponse response, Runnable verb) {
        var t = languages.text(locale);
        var errors = new TreeMap<String, String>();
        binding.getFieldErrors().forEach(error -> errors.put(
                error.getField(), error.isBindingFailure() ? t.get("platform.invalid.format") : String.valueOf(error.getDefaultMessage())));
        if (errors.isEmpty()) {
            try {
                verb.run();
                Toast.after(response, form.done(), null);
                return new ModelAndView("redirect:" + form.back());
            } catch (Invalid invalid) {
                invalid.fields().forEach(field -> errors.put(field.field(), t.get(field.code(), field.arguments().toArray())));
            } catch (Refusal refusal) {
                if (refusal.status() != HttpStatus.CONFLICT) {
                    throw refusal;
                }
                errors.put("", refusal.text(t));
                return again(form, errors, refusal.status());
            }
        }
        return again(form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView again(Sent form, Map<String, String> errors, HttpStatusCode status) {
        var page = new ModelAndView(
                "platform/pieces/again", "page", new Page(form.title(), form.back(), form.record(), form.again().apply(errors)));
        page.setStatus(status);
        return page;
    }
}
