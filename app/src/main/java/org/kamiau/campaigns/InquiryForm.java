package org.kamiau.campaigns;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.leads.ResponseKind;
import org.kamiau.platform.Text;
import org.kamiau.products.Product;

/**
 * A form on which visitors answer us, hosted by Kamiau or framed by another site.
 *
 * @param code last part of its address
 * @param consent the words shown now
 * @param version counts its changes, so that two who edit at once notice
 */
public record InquiryForm(Id id, String code, Contents contents, ConsentText consent, boolean active, int version) {

    /** Identity of a form. */
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** What a form may ask beyond company, name and e-mail address. */
    public enum Asked {
        PHONE("phone"),
        TITLE("title"),
        DEPARTMENT("department"),
        EMPLOYEES("employees"),
        PREFECTURE("prefecture"),
        MESSAGE("message");

        private final String field;

        Asked(String field) {
            this.field = field;
        }

        /** Its name in the page, and its code in the database. */
        public String field() {
            return field;
        }

        static Asked of(String field) {
            return valueOf(field.toUpperCase(Locale.ROOT));
        }
    }

    /** Everything about a form that marketing writes, but for the consent. */
    public record Contents(
            String titleJa,
            String titleEn,
            @Nullable String introductionJa,
            @Nullable String introductionEn,
            Product.@Nullable Id product,
            ResponseKind kind,
            @Nullable String campaign,
            @Nullable String origin,
            Set<Asked> asks,
            @Nullable String thanksJa,
            @Nullable String thanksEn) {

        public Contents {
            asks = Set.copyOf(asks);
        }

        public boolean asks(Asked question) {
            return asks.contains(question);
        }

        /** In a fixed order, for rows and the history. */
        List<String> questions() {
            return asks.stream().sorted().map(Asked::field).toList();
        }
    }

    /**
     * What the visitor is asked to agree to.
     *
     * @param required without it, nothing is taken in
     */
    public record ConsentText(String purpose, String ja, String en, boolean required) {
        public String in(boolean japanese) {
            return japanese ? ja : en;
        }
    }

    public String title(Text t) {
        return t.japanese() ? contents.titleJa() : contents.titleEn();
    }

    public @Nullable String introduction(Text t) {
        return t.japanese() ? contents.introductionJa() : contents.introductionEn();
    }

    public @Nullable String thanks(Text t) {
        return t.japanese() ? contents.thanksJa() : contents.thanksEn();
    }
}
