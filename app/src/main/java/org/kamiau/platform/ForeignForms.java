package org.kamiau.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/**
 * Answers forms whose CSRF token is missing or wrong, before any route sees them: with the page that every
 * trouble gets. Somebody whose session has ended in the meantime is sent to sign in.
 */
@Component
@ConditionalOnWebApplication
final class ForeignForms implements AccessDeniedHandler {

    private static final class ForeignForm extends Refusal {
        ForeignForm() {
            super(HttpStatus.FORBIDDEN, "platform.error.foreign-form");
        }
    }

    private final HandlerExceptionResolver troubles;
    private final Templates templates;
    private final Languages languages;

    ForeignForms(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver troubles, Templates templates, Languages languages) {
        this.troubles = troubles;
        this.templates = templates;
        this.languages = languages;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var refusal = sessionEnded(request) ? new Refusal.NotSignedIn() : new ForeignForm();
        var answer = Objects.requireNonNull(troubles.resolveException(request, response, null, refusal));
        if (!answer.isEmpty()) {
            render(answer, request, response);
        }
    }

    private static boolean sessionEnded(HttpServletRequest request) {
        return Requests.actor(request) == null && WebUtils.getCookie(request, DerivedCsrfTokens.SESSION_COOKIE) != null;
    }

    private void render(ModelAndView answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(Objects.requireNonNull(answer.getStatus()).value());
        var view = templates.resolveViewName(Objects.requireNonNull(answer.getViewName()), languages.resolveLocale(request));
        try {
            Objects.requireNonNull(view).render(answer.getModel(), request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
