package org.kamiau.platform.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ViewResolver;

/** Answers trouble that a filter meets, before any route, the way all other trouble is answered. */
@Component
public class EarlyTroubles {

    private final ObjectProvider<HandlerExceptionResolver> troubles;
    private final ObjectProvider<ViewResolver> views;

    EarlyTroubles(
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> troubles,
            ObjectProvider<ViewResolver> views) {
        this.troubles = troubles;
        this.views = views;
    }

    public void answer(HttpServletRequest request, HttpServletResponse response, Exception trouble)
            throws ServletException, IOException {
        var answer = troubles.getObject().resolveException(request, response, null, trouble);
        if (answer == null) {
            throw new ServletException(trouble);
        }
        if (!answer.isEmpty()) {
            show(answer, request, response);
        }
    }

    private void show(ModelAndView answer, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (answer.getStatus() != null) {
            response.setStatus(answer.getStatus().value());
        }
        try {
            for (var resolver : views.orderedStream().toList()) {
                var view = resolver.resolveViewName(String.valueOf(answer.getViewName()), Locale.ROOT);
                if (view != null) {
                    view.render(answer.getModel(), request, response);
                    return;
                }
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
