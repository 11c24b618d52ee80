package org.kamiau.platform.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * What a request was answered with.
 *
 * @param asked SHA-256 of the body that was answered; the same key with another body is refused
 * @param headers those that belong to the answer, not to the connection
 */
record FirstAnswer(byte[] asked, int status, Map<String, String> headers, byte[] body) {

    private static final List<String> KEPT = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    static FirstAnswer of(byte[] asked, HttpServletResponse response, byte[] body) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : KEPT) {
            var value = name.equals(HttpHeaders.CONTENT_TYPE) ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new FirstAnswer(asked, response.getStatus(), headers, body);
    }

    boolean answers(byte[] question) {
        return Arrays.equals(asked, question);
    }

    /** A rule's no is an answer too; only what may go otherwise a moment later is asked again. */
    boolean lasting() {
        return status < 500 && status != 401 && status != 429;
    }

    boolean refuses() {
        return status >= 400;
    }

    void send(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
