package org.kamiau.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.kamiau.App;
import org.kamiau.FixedClock;
import org.kamiau.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** On a real server and raw bytes: clients that are well-behaved cannot even send most of this. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class, classes = {App.class, FixedClock.class})
class RequestLimitsTest {

    @LocalServerPort
    int port;

    private String send(String head, byte[] body) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var out = socket.getOutputStream();
            out.write((head.replace("\n", "\r\n") + "Host: localhost\r\nAccept-Language: en\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String address) throws IOException {
        return send("GET " + address + " HTTP/1.1\n", new byte[0]);
    }

    @Test
    void a_large_body_is_refused_by_its_length() throws IOException {
        var answer = send("POST /api/v1/leads HTTP/1.1\nContent-Type: application/json\nContent-Length: 2000000\n", new byte[2_000_000]);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "platform.error.too-large");
    }

    @Test
    void a_large_body_in_chunks_is_refused_too() throws IOException {
        var chunks = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            chunks.append("19000\r\n").append(" ".repeat(0x19000)).append("\r\n");
        }
        chunks.append("0\r\n\r\n");

        var answer = send(
                "POST /api/v1/leads HTTP/1.1\nContent-Type: application/json\nTransfer-Encoding: chunked\n",
                chunks.toString().getBytes(StandardCharsets.US_ASCII));

        assertThat(answer).startsWith("HTTP/1.1 413").contains("platform.error.too-large");
    }

    @Test
    void what_is_no_text_is_refused_in_the_address() throws IOException {
        assertThat(get("/api/v1/leads?q=a%00b")).startsWith("HTTP/1.1 400").contains("platform.api.no-text");
        assertThat(get("/api/v1/leads?q=%ED%A0%80")).startsWith("HTTP/1.1 400").contains("platform.api.no-text");
        assertThat(get("/api/v1/leads?q=%zz")).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(get("/api/v1/leads/a%00b")).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(get("/leads/a%00b")).startsWith("HTTP/1.1 400").contains("<html lang=\"en\"", "The request cannot be understood");
        assertThat(get("/leads?q=a%00b")).startsWith("HTTP/1.1 400").contains("<html lang=\"en\"");
    }

    @Test
    void what_is_no_text_is_refused_in_a_form() throws IOException {
        var form = "name=a%00b".getBytes(StandardCharsets.US_ASCII);

        var answer = send("POST /sign-in HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 10\n", form);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("no text");
    }

    @Test
    void a_form_without_its_token_gets_the_page_for_it() throws IOException {
        var form = "name=x".getBytes(StandardCharsets.US_ASCII);

        var answer = send("POST /sign-in HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 6\n", form);

        assertThat(answer).startsWith("HTTP/1.1 403").contains("<html lang=\"en\"", "Content-Security-Policy");
    }

    @Test
    void an_address_that_is_not_there_is_said_so_in_the_form_asked_for() throws IOException {
        assertThat(get("/api/v1/nothing")).startsWith("HTTP/1.1 404").contains("application/problem+json", "platform.error.404");
        assertThat(get("/nothing")).startsWith("HTTP/1.1 404").contains("<html lang=\"en\"");
    }
}
