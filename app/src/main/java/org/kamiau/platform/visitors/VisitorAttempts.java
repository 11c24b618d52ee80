package org.kamiau.platform.visitors;

import static db.platform.Tables.VISITOR_ATTEMPT;
import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what each network address sends to public forms, in the database, so that all nodes count together.
 * A whole office shares an address: the limit stops floods, not colleagues.
 */
@Component
public class VisitorAttempts {

    /** Of inquiries. */
    public static final int MOST = 20;
    public static final Duration STRETCH = Duration.ofMinutes(10);

    private final DSLContext sql;
    private final Signatures signatures;

    VisitorAttempts(DSLContext sql, Signatures signatures) {
        this.sql = sql;
        this.signatures = signatures;
    }

    /** How long the address has to wait; nothing when it is welcome. Real time, not the application's. */
    @Transactional
    public Optional<Duration> count(String address, Instant now) {
        return count("address", address, MOST, now);
    }

    /**
     * The same for pages with a limit of their own.
     *
     * @param purpose what is counted together
     */
    @Transactional
    public Optional<Duration> count(String purpose, String address, int most, Instant now) {
        var stretch = Instant.ofEpochSecond(now.getEpochSecond() / STRETCH.toSeconds() * STRETCH.toSeconds());
        int attempts = requireNonNull(sql.insertInto(VISITOR_ATTEMPT)
                .set(VISITOR_ATTEMPT.ADDRESS, signatures.image(purpose, network(address)))
                .set(VISITOR_ATTEMPT.STRETCH, stretch)
                .set(VISITOR_ATTEMPT.ATTEMPTS, 1)
                .onConflict(VISITOR_ATTEMPT.ADDRESS, VISITOR_ATTEMPT.STRETCH)
                .doUpdate()
                .set(VISITOR_ATTEMPT.ATTEMPTS, VISITOR_ATTEMPT.ATTEMPTS.plus(1))
                .returning(VISITOR_ATTEMPT.ATTEMPTS)
                .fetchSingle(VISITOR_ATTEMPT.ATTEMPTS));
        if (attempts == 1) {
            forget(stretch);
        }
        return attempts <= most ? Optional.empty() : Optional.of(Duration.between(now, stretch.plus(STRETCH)).plusSeconds(1));
    }

    /** Two nodes that tidy up at once leave each other's rows alone. */
    private void forget(Instant stretch) {
        var old = sql.select(VISITOR_ATTEMPT.ADDRESS, VISITOR_ATTEMPT.STRETCH)
                .from(VISITOR_ATTEMPT)
                .where(VISITOR_ATTEMPT.STRETCH.lt(stretch))
                .limit(1_000)
                .forUpdate()
                .skipLocked();
        sql.deleteFrom(VISITOR_ATTEMPT)
                .where(org.jooq.impl.DSL.row(VISITOR_ATTEMPT.ADDRESS, VISITOR_ATTEMPT.STRETCH).in(old))
                .execute();
    }

    /** Whoever has one IPv6 address usually has the other 2^64 of its network, too. */
    public static String network(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes.length > 4 ? Arrays.copyOf(bytes, 8) : bytes);
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
