package org.kamiau.customers;

import org.jspecify.annotations.Nullable;

/** Whom an incoming row turned out to be; null where it named no company or no person. */
public record Taken(@Nullable TakenAccount account, @Nullable TakenPerson person) {
    public record TakenAccount(AccountFacts facts, MatchedBy matchedBy) {}

    public record TakenPerson(PersonFacts facts, MatchedBy matchedBy) {}
}
