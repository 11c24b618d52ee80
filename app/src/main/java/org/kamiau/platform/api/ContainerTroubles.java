package org.kamiau.platform.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Text;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** The answer to what the server refuses before it is ours (an address with a NUL, say), in our words. */
final class ContainerTroubles extends ErrorReportValve {

    @Configuration
    static class Installation {
        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> ownWords(Languages languages, JsonMapper json) {
            return factory -> factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass("");
                    host.getPipeline().addValve(new ContainerTroubles(languages, json));
                }
            });
        }
    }

    private record Problem(String type, String title, int status, String code) {}

    private final Languages languages;
    private final JsonMapper json;

    ContainerTroubles(Languages languages, JsonMapper json) {
        this.languages = languages;
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable trouble) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var t = languages.text(request);
        var code = t.has("platform.error." + status) ? "platform.error." + status : "platform.error.400";
        var api = String.valueOf(request.getRequestURI()).startsWith("/api/");
        var body = api ? json.writeValueAsString(new Problem("about:blank", t.get(code), status, code)) : page(t, status, code);
        try {
            response.setContentType(api ? "application/problem+json" : "text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            container.getLogger().debug("nobody waits for the answer any more", gone);
        }
    }

    /** No layout: whatever made the request fail may make that fail too. */
    private static String page(Text t, int status, String code) {
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%d · Kamiau</title><link rel="stylesheet" href="/assets/kamiau.css"></head>
                <body><main class="k-outside"><h1>%s</h1><p>%s</p><p><a href="/">%s</a></p></main></body></html>
                """
                .formatted(
                        t.language(),
                        status,
                        HtmlUtils.htmlEscape(t.get(code)),
                        HtmlUtils.htmlEscape(t.get("platform.trouble.advice")),
                        HtmlUtils.htmlEscape(t.get("platform.trouble.home")));
    }
}
