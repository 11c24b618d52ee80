package org.kamiau.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Function;

/** A task that companies give to different functions. The text is {@code people.task.<code>}. */
public enum Task {
    ENVIRONMENT_ANALYSIS(Function.MARKETING, Function.MANAGEMENT),
    PRODUCT_PLANNING(Function.PRODUCT, Function.MANAGEMENT),
    PRICING(Function.PRODUCT, Function.MANAGEMENT),
    DEVELOPMENT(Function.DEVELOPMENT, null),
    ADVERTISING(Function.MARKETING, Function.MARKETING),
    PUBLIC_RELATIONS(Function.PUBLIC_RELATIONS, Function.MARKETING),
    EXHIBITIONS(Function.MARKETING, Function.MARKETING),
    WEB(Function.MARKETING, Function.MARKETING),
    CONTENT(Function.MARKETING, Function.MARKETING),
    RESEARCH(Function.MARKETING, Function.MARKETING),
    LEAD_GENERATION(Function.MARKETING, Function.MARKETING),
    /** Says which leads are worth selling time, and answers when one is returned. */
    LEAD_QUALIFICATION(Function.MARKETING, Function.MARKETING),
    /** Takes over what marketing hands on: the first human attempt. */
    LEAD_ACCEPTANCE(Function.INSIDE_SALES, Function.FIELD_SALES),
    /** Rules when both sides disagree about a returned lead. */
    RETURN_RULING(Function.SALES_OPS, Function.MANAGEMENT),
    /** Takes over a lead that has a need and a next meeting. */
    DEAL_ACCEPTANCE(Function.FIELD_SALES, Function.FIELD_SALES),
    VISITS(Function.FIELD_SALES, Function.FIELD_SALES),
    HEARING(Function.FIELD_SALES, Function.FIELD_SALES),
    PROPOSAL(Function.FIELD_SALES, Function.FIELD_SALES),
    QUOTE(Function.FIELD_SALES, Function.FIELD_SALES),
    TRADE_NEGOTIATION(Function.TRADE_SALES, Function.FIELD_SALES),
    DELIVERY(Function.CUSTOMER_SUCCESS, Function.FIELD_SALES),
    SATISFACTION(Function.CUSTOMER_SUCCESS, Function.FIELD_SALES),
    BILLING(Function.ACCOUNTING, Function.ACCOUNTING),
    COLLECTION(Function.ACCOUNTING, Function.ACCOUNTING),
    PRIVACY_REQUESTS(Function.PRIVACY, Function.MANAGEMENT);

    private final @Nullable Function standard;
    private final @Nullable Function small;

    Task(@Nullable Function standard, @Nullable Function small) {
        this.standard = standard;
        this.small = small;
    }

    /** Who does it in a company of this shape; null when nobody does. */
    @Nullable Function function(Preset preset) {
        return switch (preset) {
            case STANDARD -> standard;
            case SMALL -> small;
        };
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Task of(String code) {
        return Stream.of(values()).filter(task -> task.code().equals(code)).findFirst().orElseThrow();
    }
}
