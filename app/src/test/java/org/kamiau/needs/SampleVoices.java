package org.kamiau.needs;

import static db.needs.Tables.MAPPING;
import static org.jooq.impl.DSL.val;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.customers.Account;
import org.kamiau.customers.Customers;
import org.kamiau.customers.IncomingText;
import org.kamiau.customers.Intake;
import org.kamiau.customers.Pointing;
import org.kamiau.customers.Sample;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts, needs and voices for tests, with fresh ids. */
@Component
@Transactional
public class SampleVoices {

    private final DSLContext sql;
    private final Customers customers;
    private final Voices voices;
    private final InstantSource clock;

    SampleVoices(DSLContext sql, Customers customers, Voices voices, InstantSource clock) {
        this.sql = sql;
        this.customers = customers;
        this.voices = voices;
        this.clock = clock;
    }

    public Account.Id account() {
        return account("検証" + UUID.randomUUID().toString().substring(0, 8) + "株式会社");
    }

    public Account.Id account(String name) {
        var text = new IncomingText(
                new IncomingText.PersonText(null, null, null, null, null, null, null, null),
                new IncomingText.CompanyText(name, null, Sample.domain(), "建設業", "450", "福井県", null, null, null, null));
        var taken = customers.take(List.of(text.check().incoming()), Sample.BY_HAND).getFirst().account();
        return Objects.requireNonNull(taken).facts().id();
    }

    /** A need by its title and the words that name it. */
    public Need.Id need(String title, String... synonyms) {
        var id = Ids.next();
        sql.execute(
                """
                insert into needs.need (id, code, title_ja, title_en, kind, state, state_since, created_at)
                values ({0}, {1}, {2}, {2}, 'pain', 'raw', {3}, {3})
                """,
                val(id), val("n-" + id), val(title), val(clock.instant()));
        Arrays.stream(synonyms).forEach(word -> sql.execute(
                "insert into needs.need_phrase (need_id, language, kind, text) values ({0}, 'ja', 'synonym', {1})",
                val(id), val(word)));
        return new Need.Id(id);
    }

    /** A voice that somebody heard at a fresh account just now. */
    public Voice.Id voice(SamplePeople.Signed by, String raw) {
        return voice(by.actor(), account(), raw);
    }

    public Voice.Id voice(Actor by, Account.Id account, String raw) {
        return voices.take(VoiceDraft.heard(Pointing.at(account), raw, Voice.Channel.MEETING), new Intake(by, null, "hand")).id();
    }

    /** One that wants an answer. */
    public Voice.Id question(SamplePeople.Signed by, String raw) {
        var draft = VoiceDraft.heard(Pointing.at(account()), raw, Voice.Channel.CALL).asking();
        return voices.take(draft, new Intake(by.actor(), null, "hand")).id();
    }

    public Voice find(String id) {
        return voices.find(Voice.Id.of(id)).orElseThrow();
    }

    public List<Need.Id> decided(String voice, boolean confirmed) {
        return sql.select(MAPPING.NEED_ID)
                .from(MAPPING)
                .where(MAPPING.VOICE_ID.eq(UUID.fromString(voice)), MAPPING.STATE.eq(confirmed ? "confirmed" : "rejected"))
                .fetch(row -> new Need.Id(row.value1()));
    }
}
