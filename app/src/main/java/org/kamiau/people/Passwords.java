package org.kamiau.people;

import static db.people.Tables.MEMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Checks and keeps passwords, as Argon2id hashes. */
@Component
class Passwords {

    private static final int AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 10;
    private final DSLContext sql;
    private final PasswordEncoder hashes;
    private final String nobodysHash;

    /** One hash takes 16 MB and tens of milliseconds; a flood of sign-ins must not take the node down. */
    private final Semaphore workplaces = new Semaphore(AT_ONCE);

    Passwords(DSLContext sql, PasswordEncoder hashes) {
        this.sql = sql;
        this.hashes = hashes;
        this.nobodysHash = hashes.encode(Secret.random("").text());
    }

    /** Refuses what guessers try first; {@code personal} are the member's mail address and name. */
    String accepted(String field, @Nullable String typed, String... personal) {
        if (typed == null) {
            throw new Invalid(field, "platform.invalid.not-blank");
        }
        var password = new Password(typed);
        password.weakness(words(personal)).ifPresent(weakness -> {
            throw new Invalid(field, weakness, Password.SHORTEST, Password.LONGEST);
        });
        return working(() -> hashes.encode(password.text()));
    }

    private static List<String> words(String... personal) {
        var words = new ArrayList<String>();
        for (var text : personal) {
            words.addAll(List.of(text.split("[\\s@._+-]+")));
        }
        return words;
    }

    /** Takes as long for somebody who has no password, so that time does not tell who is a member. */
    boolean matches(@Nullable String hash, String typed) {
        var password = new Password(typed.length() > Password.LONGEST ? "" : typed);
        return working(() -> hashes.matches(password.text(), hash == null ? nobodysHash : hash)) && hash != null;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(MemberId member, String hash) {
        sql.update(MEMBER).set(MEMBER.PASSWORD_HASH, hash).where(MEMBER.ID.eq(member.value())).execute();
    }

    @Nullable String hash(MemberId member) {
        return sql.select(MEMBER.PASSWORD_HASH).from(MEMBER).where(MEMBER.ID.eq(member.value())).fetchOne(MEMBER.PASSWORD_HASH);
    }

    private <T> T working(Supplier<T> work) {
        try {
            if (!workplaces.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal.TooMany(PATIENCE_SECONDS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Refusal.TooMany(PATIENCE_SECONDS);
        }
        try {
            return work.get();
        } finally {
            workplaces.release();
        }
    }
}
