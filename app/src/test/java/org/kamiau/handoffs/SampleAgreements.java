package org.kamiau.handoffs;

import java.util.Map;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agreements for tests; an installation has one open draft at a time, so tests begin with none. */
@Component
@Transactional
public class SampleAgreements {

    private final Agreements agreements;
    private final SamplePeople people;

    SampleAgreements(Agreements agreements, SamplePeople people) {
        this.agreements = agreements;
        this.people = people;
    }

    /** Whatever other tests left open is dropped. */
    public void noDraft() {
        agreements.draft().ifPresent(open -> agreements.withdraw(open.version(), people.as(Role.REVOPS).actor()));
    }

    /** The standard holds again, as a version of its own. */
    public void standard() {
        noDraft();
        var sales = people.as(Role.SALES_HEAD).actor();
        var draft = agreements.draft(AgreementText.of(Agreement.STANDARD), null, sales);
        agreements.sign(draft.version(), 1, sales);
        agreements.sign(draft.version(), 1, people.as(Role.MKT_HEAD).actor());
    }

    static AgreementText times(String promise, String time) {
        return new AgreementText(Map.of(promise, time), null, null, Map.of(), Map.of(), Map.of(), Map.of());
    }
}
