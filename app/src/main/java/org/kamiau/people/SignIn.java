package org.kamiau.people;

import static db.people.Tables.MEMBER;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens the door: with mail and password, or (in the demonstration) by choosing who one is. */
@Component
class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private final DSLContext sql;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Audit audit;
    private final TransactionOperations transactions;

    SignIn(DSLContext sql, Attempts attempts, Passwords passwords, Sessions sessions, Audit audit, TransactionOperations transactions) {
        this.sql = sql;
        this.attempts = attempts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * The secret of a new session; empty when mail and password do not belong together. Takes the same time
     * for an address that nobody has. Refuses ({@code Refusal.TooMany}) after too many tries.
     */
    Optional<Secret> withPassword(String typedMail, String password, Device device) {
        var mail = Members.normalised(typedMail);
        attempts.count(mail, device.network());
        var known = sql.select(MEMBER.ID, MEMBER.PASSWORD_HASH)
                .from(MEMBER)
                .where(MEMBER.EMAIL.eq(mail), MEMBER.ACTIVE.isTrue())
                .fetchOptional();
        var right = passwords.matches(known.map(row -> row.get(MEMBER.PASSWORD_HASH)).orElse(null), password);
        if (!right || known.isEmpty()) {
            LOG.info("A password from {} did not fit{}", device.address(), known.map(row -> " member " + row.get(MEMBER.ID)).orElse(""));
            return Optional.empty();
        }
        attempts.forgive(mail, device.network());
        return Optional.of(open(new MemberId(known.get().get(MEMBER.ID)), device));
    }

    /** A new session for somebody who has proved who they are. */
    Secret open(MemberId member, Device device) {
        return transactions.execute(_ -> {
            var secret = sessions.open(member, device);
            var actor = sessions.actor(secret).orElseThrow();
            audit.record(actor, Change.made(PeopleRecords.ACCESS, member.value(), "signed_in",
                    Map.of("device", device.name(), "address", device.address())));
            return secret;
        });
    }

    /** As {@link #open}, and whoever was signed in before with an old password is out. */
    Secret openAlone(MemberId member, Device device) {
        return transactions.execute(_ -> {
            sessions.endAll(member);
            return open(member, device);
        });
    }

    void out(Actor member) {
        sessions.end(member.id(), session(member));
    }

    /**
     * A new password for somebody who knows the old one; every other device is signed out. Refuses too many
     * tries like the door itself, because a stolen session must not become a place to guess.
     */
    void changePassword(Actor member, String current, @Nullable String next, Device device) {
        attempts.count(member.mail(), device.network());
        if (!passwords.matches(passwords.hash(member.id()), current)) {
            throw new Invalid("current", "people.password.wrong");
        }
        var hash = passwords.accepted("next", next, member.mail(), member.name());
        attempts.forgive(member.mail(), device.network());
        transactions.executeWithoutResult(_ -> {
            passwords.keep(member.id(), hash);
            sessions.endOthers(member.id(), session(member));
            audit.record(member, Change.made(PeopleRecords.ACCESS, member.id().value(), "password_changed", Map.of()));
        });
    }

    /** Ends one of the member's own devices; refuses one that is not theirs or not signed in any more. */
    void end(Actor member, UUID session) {
        transactions.executeWithoutResult(_ -> {
            if (!sessions.end(member.id(), session)) {
                throw new Refusal.NotFound();
            }
            audit.record(member, Change.made(PeopleRecords.ACCESS, member.id().value(), "device_signed_out", Map.of()));
        });
    }

    private static UUID session(Actor member) {
        return UUID.fromString(String.valueOf(member.session()));
    }
}
