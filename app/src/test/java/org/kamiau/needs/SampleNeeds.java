package org.kamiau.needs;

import static db.needs.Tables.MAPPING;
import static db.needs.Tables.VOICE;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.customers.Account;
import org.kamiau.customers.Customers;
import org.kamiau.customers.Sample;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Needs and voices of one's own, straight into the tables. */
@Component
@Transactional
class SampleNeeds {

    private final DSLContext sql;
    private final Needs needs;
    private final Customers customers;
    private final InstantSource clock;

    SampleNeeds(DSLContext sql, Needs needs, Customers customers, InstantSource clock) {
        this.sql = sql;
        this.needs = needs;
        this.customers = customers;
        this.clock = clock;
    }

    static NeedText text() {
        var tag = UUID.randomUUID().toString().substring(0, 8);
        return NeedText.of("記録を提出したい" + tag, "Hand in records " + tag, "job");
    }

    Need raw() {
        return needs.create(text(), Actor.SYSTEM);
    }

    Account.Id account() {
        return requireNonNull(customers.take(List.of(Sample.incoming()), Sample.BY_HAND).getFirst().account()).facts().id();
    }

    /** A voice of this account that carries the need. */
    Voice.Id voice(Account.Id account, Need.Id need, String state, Instant heard, String raw) {
        var id = Ids.next();
        sql.insertInto(VOICE)
                .set(VOICE.ID, id)
                .set(VOICE.ACCOUNT_ID, account.value())
                .set(VOICE.RAW, raw)
                .set(VOICE.CHANNEL, "meeting")
                .set(VOICE.HEARD_AT, heard)
                .set(VOICE.RECORDED_AT, heard)
                .execute();
        map(new Voice.Id(id), need, state);
        return new Voice.Id(id);
    }

    Voice.Id voice(Need.Id need) {
        return voice(account(), need, "confirmed", clock.instant(), "監査のたびに記録を探すのが大変です");
    }

    void map(Voice.Id voice, Need.Id need, String state) {
        var decided = !state.equals("proposed");
        sql.insertInto(MAPPING)
                .set(MAPPING.VOICE_ID, voice.value())
                .set(MAPPING.NEED_ID, need.value())
                .set(MAPPING.STATE, state)
                .set(MAPPING.CONFIDENCE, decided ? null : Float.valueOf(0.5f))
                .set(MAPPING.PROPOSED_BY, decided ? "member" : "phrases")
                .set(MAPPING.DECIDED_AT, decided ? clock.instant() : null)
                .execute();
    }

    /** The states of the needs that a voice carries, by need. */
    String state(Voice.Id voice, Need.Id need) {
        return sql.select(MAPPING.STATE)
                .from(MAPPING)
                .where(MAPPING.VOICE_ID.eq(voice.value()), MAPPING.NEED_ID.eq(need.value()))
                .fetchOptional(MAPPING.STATE)
                .orElse("none");
    }
}
