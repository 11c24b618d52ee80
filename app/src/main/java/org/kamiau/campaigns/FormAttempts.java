package org.kamiau.campaigns;

import static db.campaigns.Tables.ATTEMPT;
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
class FormAttempts {

    static final int MOST = 20;
    static final Duration STRETCH = Duration.ofMinutes(10);

    private final DSLContext sql;
    private final Signatures signatures;

    FormAttempts(DSLContext sql, Signatures signatures) {
        this.sql = sql;
        this.signatures = signatures;
    }

    /** How long the address has to wait; nothing when it is welcome. Real time, not the application's. */
    @Transactional
    public Optional<Duration> count(String address, Instant now) {
        var stretch = Instant.ofEpochSecond(now.getEpochSecond() / STRETCH.toSeconds() * STRETCH.toSeconds());
        int attempts = requireNonNull(sql.insertInto(ATTEMPT)
                .set(ATTEMPT.ADDRESS, signatures.image("address", network(address)))
                .set(ATTEMPT.STRETCH, stretch)
                .set(ATTEMPT.ATTEMPTS, 1)
                .onConflict(ATTEMPT.ADDRESS, ATTEMPT.STRETCH)
                .doUpdate()
                .set(ATTEMPT.ATTEMPTS, ATTEMPT.ATTEMPTS.plus(1))
                .returning(ATTEMPT.ATTEMPTS)
                .fetchSingle(ATTEMPT.ATTEMPTS));
        if (attempts == 1) {
            forget(stretch);
        }
        return attempts <= MOST ? Optional.empty() : Optional.of(Duration.between(now, stretch.plus(STRETCH)).plusSeconds(1));
    }

    /** Two nodes that tidy up at once leave each other's rows alone. */
    private void forget(Instant stretch) {
        var old = sql.select(ATTEMPT.ADDRESS, ATTEMPT.STRETCH)
                .from(ATTEMPT)
                .where(ATTEMPT.STRETCH.lt(stretch))
                .limit(1_000)
                .forUpdate()
                .skipLocked();
        sql.deleteFrom(ATTEMPT)
                .where(org.jooq.impl.DSL.row(ATTEMPT.ADDRESS, ATTEMPT.STRETCH).in(old))
                .execute();
    }

    /** Whoever has one IPv6 address usually has the other 2^64 of its network, too. */
    static String network(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes.length > 4 ? Arrays.copyOf(bytes, 8) : bytes);
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
