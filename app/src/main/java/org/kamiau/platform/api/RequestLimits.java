package org.kamiau.platform.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Requests;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/** Refuses requests that are too large, or that hold what is no text, before anything reads them. */
@Configuration
class RequestLimits {

    /** A JSON body beyond this is refused without being read to its end. */
    static final int MOST_BODY_BYTES = 1 << 20;

    /** Ten thousand lines of a bulk call, and long ones among them. */
    static final int MOST_LINES_BYTES = 32 << 20;

    /** More than is taken. */
    static final class TooLarge extends Refusal {
        TooLarge() {
            super(HttpStatus.CONTENT_TOO_LARGE, "platform.error.too-large");
        }
    }

    /** Bytes that are no text in the address or in a form. */
    static final class NoText extends Refusal {
        NoText() {
            super(HttpStatus.BAD_REQUEST, "platform.api.no-text");
        }
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> limits(EarlyTroubles troubles) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                HttpServletRequest within;
                try {
                    within = within(request);
                } catch (Refusal refusal) {
                    troubles.answer(request, response, refusal);
                    return;
                }
                chain.doFilter(within, response);
            }
        });
        // After it is known who asks (and in which language), before Spring Security reads a form.
        registration.setOrder(-190);
        return registration;
    }

    private static HttpServletRequest within(HttpServletRequest request) throws IOException {
        checkAddress(request);
        if (Requests.isApi(request)) {
            return isFile(request.getContentType()) ? request : limited(request, most(request.getContentType()));
        }
        checkForm(request);
        return request;
    }

    private static void checkAddress(HttpServletRequest request) {
        checkEncoded(request.getRequestURI());
        var query = request.getQueryString();
        if (query != null) {
            checkEncoded(query);
        }
    }

    /** Decoded strictly: halves of surrogate pairs are no UTF-8. */
    private static void checkEncoded(String encoded) {
        try {
            var bytes = UriUtils.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            check(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw new NoText();
        }
    }

    private static void check(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw new NoText();
            }
        }
    }

    /** Files have limits of their own, where they are taken. */
    private static boolean isFile(@Nullable String contentType) {
        return contentType != null
                && Stream.of("multipart/", "text/csv", "application/octet-stream").anyMatch(contentType::startsWith);
    }

    private static int most(@Nullable String contentType) {
        return contentType != null && contentType.startsWith(JsonLines.TYPE) ? MOST_LINES_BYTES : MOST_BODY_BYTES;
    }

    private static HttpServletRequest limited(HttpServletRequest request, int most) throws IOException {
        if (request.getContentLengthLong() > most) {
            throw new TooLarge();
        }
        if (request.getHeader("Transfer-Encoding") == null) {
            return request;
        }
        var body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new TooLarge();
        }
        return new ReadRequest(request, body);
    }

    private static void checkForm(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
            return;
        }
        try {
            request.getParameterMap().forEach((name, values) -> {
                check(name);
                Stream.of(values).forEach(RequestLimits::check);
            });
        } catch (InvalidParameterException invalid) {
            throw invalid.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value() ? new TooLarge() : new NoText();
        }
    }
}
