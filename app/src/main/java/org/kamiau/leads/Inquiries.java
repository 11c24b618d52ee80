package org.kamiau.leads;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Incoming.ConsentGiven;
import org.kamiau.customers.IncomingText;
import org.kamiau.platform.Invalid;
import org.kamiau.products.Product;
import org.kamiau.products.Products;
import org.springframework.stereotype.Component;

/** Makes inquiries out of what was typed or sent: the rules are the same for form, API, hand and file. */
@Component
public class Inquiries {

    /** Midnight in Japan; whatever is dated before came from a typing error. */
    private static final Instant EARLIEST = Instant.parse("1999-12-31T15:00:00Z");

    /** What was typed or sent; every part may be missing. */
    public record Draft(
            IncomingText who,
            @Nullable ResponseKind kind,
            Inquiry.Via via,
            @Nullable String product,
            @Nullable String campaign,
            @Nullable String channel,
            @Nullable String origin,
            @Nullable String message,
            @Nullable Instant occurredAt,
            Inquiry.@Nullable Source source,
            @Nullable ConsentGiven consent,
            boolean startClocks) {}

    /** Either an inquiry or everything that is wrong. */
    record Checked(@Nullable Inquiry inquiry, List<Invalid.Field> faults) {}

    private final Products products;
    private final InstantSource clock;

    Inquiries(Products products, InstantSource clock) {
        this.products = products;
        this.clock = clock;
    }

    /** @throws Invalid naming every field that is wrong */
    public Inquiry check(Draft draft) {
        var checked = examine(draft, products.all());
        if (checked.inquiry() == null) {
            throw new Invalid(checked.faults());
        }
        return checked.inquiry();
    }

    /** For many rows: never throws. */
    Checked examine(Draft draft, List<Product> offered) {
        var faults = new ArrayList<Invalid.Field>();
        var who = draft.who().check();
        faults.addAll(who.faults());
        var contact = who.incoming().contact();
        if (contact.email() == null && contact.phone() == null && draft.source() == null && faults.isEmpty()) {
            faults.add(Invalid.Field.of("person.email", "leads.invalid.contact-needed"));
        }
        if (draft.kind() == null) {
            faults.add(Invalid.Field.of("kind", "platform.invalid.not-null"));
        }
        var now = clock.instant();
        var occurredAt = draft.occurredAt() == null ? now : draft.occurredAt();
        if (occurredAt.isAfter(now)) {
            faults.add(Invalid.Field.of("occurredAt", "leads.invalid.future"));
        } else if (occurredAt.isBefore(EARLIEST)) {
            faults.add(Invalid.Field.of("occurredAt", "leads.invalid.long-past"));
        }
        var consent = draft.consent();
        if (consent != null && consent.at().isAfter(now)) {
            faults.add(Invalid.Field.of("consent.at", "leads.invalid.future"));
        }
        var product = draft.product() == null
                ? null
                : offered.stream().filter(one -> one.isCalled(draft.product())).findFirst().orElse(null);
        if (draft.product() != null && product == null) {
            faults.add(Invalid.Field.of("product", "leads.invalid.product"));
        }
        if (!faults.isEmpty() || draft.kind() == null) {
            return new Checked(null, faults);
        }
        return new Checked(
                new Inquiry(
                        consent == null ? who.incoming() : who.incoming().withConsent(consent),
                        draft.kind(), draft.via(), product == null ? null : product.id(), draft.campaign(), draft.channel(),
                        draft.origin(), draft.message(), occurredAt, draft.source(), draft.startClocks()),
                List.of());
    }
}
