package org.kamiau.reports;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** From a number to its leads: addresses of the list of leads, with the conditions that the number counts by. */
public final class LeadLinks {

    private static final String COLUMNS = "&columns=company,person,grade,stage,receiver,qualified,target,origin";

    private LeadLinks() {}

    /** Leads that responded then. Fewer than the responses where somebody did so twice. */
    public static @Nullable String inquiries(Period period, Dimension by, String key) {
        return list("responded." + between(period), by, key, "", "-received");
    }

    /** Leads that first became MQLs then. */
    public static @Nullable String mqls(Period period, Dimension by, String key) {
        return list("qualified." + between(period), by, key, "", "-qualified");
    }

    /** Of those, the ones with this flag: {@code sal}, {@code sql}, {@code sqo}. */
    public static @Nullable String marked(Period period, Dimension by, String key, String flag) {
        return list("qualified." + between(period), by, key, "&f=" + flag + ".is.yes", "-qualified");
    }

    /** Of those, the ones that stand here now. */
    public static @Nullable String standing(Period period, Dimension by, String key, String stages) {
        return list("qualified." + between(period), by, key, "&f=stage.any-of." + stages, "-qualified");
    }

    /** Leads last returned then, for a reason, as far as the answer has come. */
    public static String returned(Period period, @Nullable String reason, @Nullable String reply) {
        return "/leads?view=all&f=returned." + between(period)
                + (reason == null ? "" : "&f=reason.is." + reason)
                + (reply == null ? "" : "&f=reply.is." + reply)
                + "&columns=company,person,stage,receiver,returned,reason,reply";
    }

    private static String between(Period period) {
        return "between." + period.from() + "," + period.to();
    }

    private static @Nullable String list(String when, Dimension by, String key, String more, String sort) {
        var condition = condition(by, key);
        return condition == null ? null : "/leads?view=all&f=" + when + condition + more + "&sort=" + sort + COLUMNS;
    }

    /** Null where no condition says it: several people together. */
    private static @Nullable String condition(Dimension by, String key) {
        if (by == Dimension.OWNER && key.equals(Individuals.OTHERS)) {
            return null;
        }
        var column = switch (by) {
            case MONTH -> "";
            case ORIGIN -> "origin";
            case SEGMENT -> "segment";
            case TARGET -> "target";
            case PRODUCT -> "product";
            case OWNER -> "receiver";
            case SPEED -> "speed";
        };
        if (column.isEmpty()) {
            return "";
        }
        if (by == Dimension.TARGET) {
            return "&f=target.is." + (key.equals("target") ? "yes" : "no");
        }
        return "&f=" + column + (key.isEmpty() ? ".empty" : ".is." + URLEncoder.encode(key, StandardCharsets.UTF_8));
    }
}
