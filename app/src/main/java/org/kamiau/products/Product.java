package org.kamiau.products;

import java.util.UUID;
import org.kamiau.platform.Text;

/** Something that the company sells. */
public record Product(Id id, String code, String nameJa, String nameEn, boolean offered) {

    /** Identity of a product. */
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    public String name(Text t) {
        return t.japanese() ? nameJa : nameEn;
    }

    /** By its code or either name, whatever the case. */
    public boolean isCalled(String words) {
        return code.equalsIgnoreCase(words) || nameJa.equalsIgnoreCase(words) || nameEn.equalsIgnoreCase(words);
    }
}
