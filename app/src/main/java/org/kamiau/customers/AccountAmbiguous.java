package org.kamiau.customers;

import java.util.List;
import java.util.Map;
import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** A name alone says not which account is meant: two companies may bear it, and one may bear two. */
public final class AccountAmbiguous extends Refusal {

    private final transient List<Pointing.Candidate> candidates;

    public AccountAmbiguous(String name, List<Pointing.Candidate> candidates) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "customers.account-ambiguous", name, candidates.size());
        this.candidates = List.copyOf(candidates);
    }

    /** Accounts of this name; empty when there is none yet. */
    public List<Pointing.Candidate> candidates() {
        return candidates;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("candidates", candidates);
    }
}
