package org.kamiau.handoffs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.kamiau.calendar.BusinessTime;

/** What one side promises the other about leads and hand-overs, and how long it may take where nothing else is agreed. */
public enum Promise {
    /** Accept or return an MQL that raised its hand, the first attempt included. */
    HAND_RAISE("handoffs.answer", Direction.SALES_TO_MARKETING, BusinessTime.minutes(30)),
    /** Accept or return any other MQL. */
    ANSWER("handoffs.answer", Direction.SALES_TO_MARKETING, BusinessTime.hours(4)),
    /** The first human attempt on an accepted MQL that did not raise its hand. */
    FOLLOW_UP("leads.follow_up", Direction.SALES_TO_MARKETING, BusinessTime.hours(24)),
    /** Reach the customer, or have tried as often as agreed. */
    ATTEMPTS("leads.attempts", Direction.SALES_TO_MARKETING, BusinessTime.days(10)),
    /** Answer a return. */
    REPLY("handoffs.reply", Direction.MARKETING_TO_SALES, BusinessTime.days(2)),
    /** Rule on a disputed return. */
    RULING("handoffs.ruling", Direction.OPERATIONS, BusinessTime.days(3)),
    /** Field sales receives what inside sales proposed; silence accepts, and is a breach. */
    CONFIRMATION("handoffs.confirmation", Direction.WITHIN_SALES, BusinessTime.days(1)),
    /** The first meeting after the confirmation. */
    FIRST_MEETING("handoffs.first_meeting", Direction.WITHIN_SALES, BusinessTime.days(5)),
    /** Field sales tells how the meeting went. */
    FEEDBACK("handoffs.feedback", Direction.SALES_TO_MARKETING, BusinessTime.days(2)),
    /** Each side rates the hand-over after the first meeting. */
    RATING("handoffs.rating", Direction.BOTH, BusinessTime.days(5));

    /** Who owes whom. */
    public enum Direction {
        SALES_TO_MARKETING,
        MARKETING_TO_SALES,
        WITHIN_SALES,
        OPERATIONS,
        BOTH;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String clock;
    private final Direction direction;
    private final BusinessTime standard;

    Promise(String clock, Direction direction, BusinessTime standard) {
        this.clock = clock;
        this.direction = direction;
        this.standard = standard;
    }

    /** The key under which clocks know it. */
    public String clock() {
        return clock;
    }

    public Direction direction() {
        return direction;
    }

    /** Where nothing else was agreed. */
    public BusinessTime standard() {
        return standard;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
