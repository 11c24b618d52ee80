package org.kamiau.platform;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Shows {@code new ModelAndView("leads/page", "page", model)} with the jte template beside the module's
 * code. Templates take {@code page}, {@code t} (texts) and {@code shell} (the frame).
 */
@Component
class Templates implements ViewResolver, Ordered {

    private final Shells shells;
    private final Languages languages;

    Templates(Shells shells, Languages languages) {
        this.shells = shells;
        this.languages = languages;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return shells.has(name) ? new TemplateView(name) : null;
    }

    private final class TemplateView implements View {
        private final String name;

        TemplateView(String name) {
            this.name = name;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        /** Rendered in full before the first byte leaves: a failing template is an error page, not half a page. */
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var page = model == null ? null : model.get("page");
            var output = new Utf8ByteOutput();
            shells.render(new Fragment(name, page == null ? "" : page), languages.text(request), shells.of(request), output);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
