package org.kamiau.leads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Incoming;
import org.kamiau.products.Product;

/**
 * A response that came in, checked and normalised: from a form, the API, by hand or in a file.
 *
 * @param occurredAt when it happened, never later than now
 * @param startClocks false for what a file brings from the past
 */
public record Inquiry(
        Incoming who,
        ResponseKind kind,
        Via via,
        Product.@Nullable Id product,
        @Nullable String campaign,
        @Nullable String channel,
        @Nullable String origin,
        @Nullable String message,
        Instant occurredAt,
        @Nullable Source source,
        boolean startClocks) {

    /** The way it came in. */
    public enum Via {
        FORM,
        API,
        HAND,
        FILE;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The source by which it is recognised, whatever link it carries. */
    @Nullable Source key() {
        return source == null ? null : new Source(source.system(), source.externalId(), null);
    }

    /** Where it is kept in another system; the same one again changes nothing. */
    public record Source(String system, String externalId, @Nullable String link) {}
}
