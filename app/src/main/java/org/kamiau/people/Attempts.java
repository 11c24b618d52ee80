package org.kamiau.people;

import static db.people.Tables.SIGN_IN_ATTEMPT;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.kamiau.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often a password was tried: for one mail address from one network address, for the mail address from
 * anywhere, and from the network address for anybody. Counted before the password is looked at, so that many
 * tries at the same moment count too.
 */
@Component
@Transactional
class Attempts {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private final DSLContext sql;
    private final Clock clock = Clock.systemUTC();

    Attempts(DSLContext sql) {
        this.sql = sql;
    }

    private record Subject(byte[] hash, int most) {
        static Subject of(int most, String kind, String... parts) {
            return new Subject(Secret.sha256(kind + "\n" + String.join("\n", parts)), most);
        }
    }

    private static List<Subject> subjects(String mail, String address) {
        return List.of(
                Subject.of(10, "mail and address", mail, address),
                Subject.of(50, "mail", mail),
                // A whole office may sit behind one address.
                Subject.of(200, "address", address));
    }

    /** Counts one more try; refuses it when there were too many. */
    void count(String mail, String address) {
        var now = clock.instant();
        clearAway(now);
        long wait = 0;
        for (var subject : subjects(mail, address)) {
            wait = Math.max(wait, secondsToWait(subject, now));
        }
        if (wait > 0) {
            throw new Refusal.TooMany(wait);
        }
    }

    /** Leaves out rows that another sign-in is counting in right now, so that two of them never wait in a circle. */
    private void clearAway(Instant now) {
        sql.deleteFrom(SIGN_IN_ATTEMPT)
                .where(SIGN_IN_ATTEMPT.SUBJECT.in(select(SIGN_IN_ATTEMPT.SUBJECT)
                        .from(SIGN_IN_ATTEMPT)
                        .where(SIGN_IN_ATTEMPT.SINCE.lt(now.minus(WINDOW)))
                        .forUpdate()
                        .skipLocked()))
                .execute();
    }

    private long secondsToWait(Subject subject, Instant now) {
        var over = SIGN_IN_ATTEMPT.SINCE.lt(now.minus(WINDOW));
        var counted = sql.insertInto(SIGN_IN_ATTEMPT)
                .set(SIGN_IN_ATTEMPT.SUBJECT, subject.hash())
                .set(SIGN_IN_ATTEMPT.TRIES, 1)
                .set(SIGN_IN_ATTEMPT.SINCE, now)
                .onConflict(SIGN_IN_ATTEMPT.SUBJECT)
                .doUpdate()
                .set(SIGN_IN_ATTEMPT.TRIES, when(over, 1).otherwise(SIGN_IN_ATTEMPT.TRIES.plus(1)))
                .set(SIGN_IN_ATTEMPT.SINCE, when(over, now).otherwise(SIGN_IN_ATTEMPT.SINCE))
                .returning()
                .fetchSingle();
        return counted.getTries() <= subject.most()
                ? 0
                : Math.max(1, Duration.between(now, counted.getSince().plus(WINDOW)).toSeconds());
    }

    /** The member was right after all; what others tried from that address still counts. */
    void forgive(String mail, String address) {
        var subjects = subjects(mail, address);
        sql.deleteFrom(SIGN_IN_ATTEMPT).where(SIGN_IN_ATTEMPT.SUBJECT.eq(subjects.get(0).hash())).execute();
        sql.deleteFrom(SIGN_IN_ATTEMPT).where(SIGN_IN_ATTEMPT.SUBJECT.eq(subjects.get(1).hash())).execute();
        sql.update(SIGN_IN_ATTEMPT)
                .set(SIGN_IN_ATTEMPT.TRIES, SIGN_IN_ATTEMPT.TRIES.minus(1))
                .where(SIGN_IN_ATTEMPT.SUBJECT.eq(subjects.get(2).hash()))
                .execute();
    }
}
