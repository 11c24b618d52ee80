package org.kamiau.people;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Coming in through a one-time link and choosing a password. */
@Component
class Joining {

    private final Links links;
    private final Members members;
    private final Passwords passwords;
    private final FunctionMap functions;
    private final Audit audit;
    private final TransactionOperations transactions;

    Joining(Links links, Members members, Passwords passwords, FunctionMap functions, Audit audit, TransactionOperations transactions) {
        this.links = links;
        this.members = members;
        this.passwords = passwords;
        this.functions = functions;
        this.audit = audit;
        this.transactions = transactions;
    }

    void checkFirst(Secret link) {
        links.checkFirstAdministrator(link);
    }

    /** The first member: an administrator, and what else they do in a company that may be small. */
    MemberId asFirst(Secret link, String mail, String name, @Nullable String password, @Nullable Role role, Preset preset, Locale language) {
        links.checkFirstAdministrator(link);
        var hash = passwords.accepted("password", password, mail, name);
        var roles = EnumSet.of(Role.ADMIN);
        if (role != null) {
            roles.add(role);
        }
        return transactions.execute(_ -> {
            links.use(link);
            var id = members.add(Actor.SYSTEM, new NewMember(mail, name, "", roles, Set.of(), null, language, null));
            passwords.keep(id, hash);
            functions.adopt(Actor.SYSTEM, preset);
            return id;
        });
    }

    /** Whose invitation this is. */
    Member invited(Secret link) {
        return members.get(links.invited(link));
    }

    MemberId accept(Secret link, @Nullable String password) {
        var member = invited(link);
        var hash = passwords.accepted("password", password, member.mail(), member.name());
        return transactions.execute(_ -> {
            links.use(link);
            passwords.keep(member.id(), hash);
            audit.record(Actor.SYSTEM, Change.made(PeopleRecords.ACCESS, member.id().value(), "invitation_accepted", Map.of()));
            return member.id();
        });
    }
}
