package org.kamiau.platform.lists;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Conditions on numbers, written with or without thousands separators, in full or half width. */
final class Amounts {

    private Amounts() {}

    static Condition condition(Field<? extends Number> field, Operator operator, List<String> values) {
        if (operator.bare()) {
            return operator == Operator.EMPTY ? field.isNull() : field.isNotNull();
        }
        var first = bound(field, values.getFirst());
        return switch (operator) {
            case IS -> compare(field, "=", first);
            case IS_NOT -> field.isNull().or(compare(field, "<>", first));
            case AT_LEAST -> compare(field, ">=", first);
            case AT_MOST -> compare(field, "<=", first);
            case BETWEEN -> compare(field, ">=", first).and(compare(field, "<=", second(field, values)));
            case ANY_OF, NONE_OF, CONTAINS, LACKS, STARTS, BEFORE, AFTER, LAST_DAYS, NEXT_DAYS, EMPTY, FILLED ->
                throw new Unusable("operator", operator.code());
        };
    }

    private static Field<?> second(Field<? extends Number> field, List<String> values) {
        if (values.size() != 2) {
            throw new Unusable("two-values");
        }
        return bound(field, values.getLast());
    }

    private static Condition compare(Field<?> field, String sign, Field<?> value) {
        return DSL.condition("{0} " + sign + " {1}", field, value);
    }

    /** A whole number stays an integer, so that an integer index fits; anything else is compared as a decimal. */
    private static Field<?> bound(Field<? extends Number> field, String text) {
        var number = number(text);
        if (field.getType() == BigDecimal.class || number.stripTrailingZeros().scale() > 0) {
            return DSL.val(number, SQLDataType.NUMERIC);
        }
        return DSL.val(number.longValue(), SQLDataType.BIGINT);
    }

    private static BigDecimal number(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace(",", "").replace("¥", "").strip();
        if (!plain.matches("[-+]?\\d{1,15}(\\.\\d{1,10})?")) {
            throw new Unusable("number", text);
        }
        return new BigDecimal(plain);
    }
}
