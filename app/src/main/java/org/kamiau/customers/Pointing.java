package org.kamiau.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;

/**
 * How others point at a customer: by id, by the id of another system, or by name and one proof; to a person by id or
 * by what is known of them.
 */
public record Pointing(
        Account.@Nullable Id account, @Nullable Source source, Person.@Nullable Id person, IncomingText text) {

    private static final IncomingText NOTHING = new IncomingText(
            new IncomingText.PersonText(null, null, null, null, null, null, null, null),
            new IncomingText.CompanyText(null, null, null, null, null, null, null, null, null, null));

    public static final Pointing NOWHERE = new Pointing(null, null, null, NOTHING);

    public static Pointing at(Account.Id account) {
        return new Pointing(account, null, null, NOTHING);
    }

    public static Pointing at(Account.Id account, Person.@Nullable Id person) {
        return new Pointing(account, null, person, NOTHING);
    }

    public static Pointing at(Source source) {
        return new Pointing(null, source, null, NOTHING);
    }

    public static Pointing by(IncomingText text) {
        return new Pointing(null, null, null, text);
    }

    /** What is known of a person at an account that is pointed at already. */
    public Pointing with(IncomingText.PersonText known) {
        return new Pointing(account, source, person, new IncomingText(known, text.company()));
    }

    /** An account that a name may mean. */
    public record Candidate(String id, String name, @Nullable String corporateNumber, @Nullable String prefecture) {}

    /** Whom it turned out to mean. */
    public sealed interface Target {

        /** Both null when it pointed at nobody. */
        record Found(Account.@Nullable Id account, Person.@Nullable Id person) implements Target {}

        /** Field paths start with {@code account} or {@code person}. */
        record Wrong(List<Invalid.Field> faults) implements Target {
            public Wrong {
                faults = List.copyOf(faults);
            }
        }

        /** A name and no proof. */
        record Ambiguous(String name, List<Candidate> candidates) implements Target {
            public Ambiguous {
                candidates = List.copyOf(candidates);
            }
        }
    }
}
