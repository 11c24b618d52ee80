package org.kamiau.platform.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Requests;
import org.kamiau.platform.api.EarlyTroubles;
import org.kamiau.platform.api.ReadRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Answers a repeated POST of the API with its first answer. Requests without the header pass untouched. */
@Component
class Idempotency extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    /** The key is no key. */
    static final class UnusableKey extends Refusal {
        UnusableKey() {
            super(HttpStatus.BAD_REQUEST, "platform.idempotency.unusable-key");
        }
    }

    /** The key was used before, for something else. */
    static final class OtherBody extends Refusal {
        OtherBody() {
            super(HttpStatus.CONFLICT, "platform.idempotency.other-body");
        }
    }

    private final FirstAnswers answers;
    private final EarlyTroubles troubles;
    private final TransactionTemplate transaction;

    Idempotency(FirstAnswers answers, EarlyTroubles troubles, PlatformTransactionManager transactions) {
        this.answers = answers;
        this.troubles = troubles;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || !Requests.isApi(request)
                || Requests.actor(request) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = Requests.actor(request);
        var key = request.getHeader(HEADER);
        if (actor == null || !key.matches("[\\x21-\\x7e]{1,255}")) {
            troubles.answer(request, response, new UnusableKey());
            return;
        }
        var body = request.getInputStream().readAllBytes();
        var turn = new Turn(
                digest(caller(actor), request.getRequestURI(), key),
                digest(String.valueOf(request.getQueryString()), new String(body, StandardCharsets.ISO_8859_1)),
                new ReadRequest(request, body),
                new ContentCachingResponseWrapper(response),
                chain);
        var first = answer(turn);
        if (first == null) {
            turn.response().copyBodyToResponse();
        } else if (first.answers(turn.asked())) {
            first.send(response);
        } else {
            troubles.answer(request, response, new OtherBody());
        }
    }

    private static String caller(Actor actor) {
        return actor.session() == null ? actor.id().toString() : actor.session();
    }

    /** SHA-256 over the parts with a separator that no part but the last can hold. */
    private static byte[] digest(String... parts) {
        try {
            var text = String.join("\n", parts);
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private record Turn(
            byte[] key, byte[] asked, HttpServletRequest request, ContentCachingResponseWrapper response, FilterChain chain) {

        FirstAnswer take() {
            try {
                chain.doFilter(request, response);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ServletException e) {
                throw new Failed(e);
            }
            return FirstAnswer.of(asked, response, response.getContentAsByteArray());
        }
    }

    /** Carries a checked failure out of the transaction, which it rolls back. */
    private static final class Failed extends RuntimeException {
        private final ServletException cause;

        Failed(ServletException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    /** The answer that somebody got before; null when this request was the first and has its answer itself. */
    private @Nullable FirstAnswer answer(Turn turn) throws ServletException, IOException {
        var refused = new FirstAnswer[1];
        try {
            var before = transaction.execute(status -> {
                answers.await(turn.key());
                var first = answers.find(turn.key());
                if (first.isPresent()) {
                    return first.get();
                }
                var mine = turn.take();
                if (mine.refuses()) {
                    status.setRollbackOnly();
                    refused[0] = mine;
                } else {
                    answers.keep(turn.key(), mine);
                }
                return null;
            });
            return refused[0] == null || !refused[0].lasting() ? before : keepRefusal(turn, refused[0]);
        } catch (Failed failed) {
            throw failed.cause;
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** A refusal changed nothing, so it is kept on its own, unless a twin was answered in between. */
    private @Nullable FirstAnswer keepRefusal(Turn turn, FirstAnswer mine) {
        return transaction.execute(_ -> {
            answers.await(turn.key());
            var first = answers.find(turn.key());
            if (first.isEmpty()) {
                answers.keep(turn.key(), mine);
            }
            return first.orElse(null);
        });
    }
}
