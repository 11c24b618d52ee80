package org.kamiau.needs;

import static db.needs.Tables.DOCUMENT;
import static db.needs.Tables.MAPPING;
import static db.needs.Tables.NEED;
import static db.needs.Tables.VOICE;
import static db.needs.Tables.VOICE_NOTE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.customers.Customers;
import org.kamiau.customers.Person;
import org.kamiau.needs.language.Span;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Voices as pages and the API show them, with everything around them. */
@Component
@Transactional(readOnly = true)
public class VoiceDetails {

    /** How a need stands on a voice. */
    public enum Standing {
        PROPOSED,
        CONFIRMED,
        REJECTED;

        @JsonValue
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A need that a voice carries, or may carry.
     *
     * @param confidence null where a member named it
     * @param by phrases, classifier, language_model or member
     */
    public record Carried(
            Need.Id need, String titleJa, String titleEn, Need.State state, Standing standing, @Nullable Double confidence, List<Span> spans,
            String by, List<String> why, @Nullable MemberId decidedBy, @Nullable Instant decidedAt) {

        public String title(Text t) {
            return t.japanese() ? titleJa : titleEn;
        }
    }

    /** Added beside the words. */
    public record Note(String text, MemberId by, Instant at) {}

    /** What it was cut out of. */
    public record From(UUID id, String kind, String title) {}

    /** Everything about one voice. */
    public record Detail(
            Voice voice, @Nullable String account, @Nullable String person, @Nullable String personTitle, List<Carried> needs, List<Note> notes,
            @Nullable Question question, @Nullable From document, @Nullable String source, @Nullable String link,
            Map<MemberId, Directory.Person> members) {

        public String name(@Nullable MemberId id) {
            var member = id == null ? null : members.get(id);
            return member == null ? "" : member.name();
        }

        public boolean linked() {
            return link != null && (link.startsWith("https://") || link.startsWith("http://"));
        }
    }

    private final DSLContext sql;
    private final VoiceRows rows;
    private final Questions questions;
    private final Customers customers;
    private final Directory directory;

    VoiceDetails(DSLContext sql, VoiceRows rows, Questions questions, Customers customers, Directory directory) {
        this.sql = sql;
        this.rows = rows;
        this.questions = questions;
        this.customers = customers;
        this.directory = directory;
    }

    public Optional<Detail> find(Voice.Id id, Actor reader) {
        return rows.find(id).map(voice -> detail(voice, reader));
    }

    private Detail detail(Voice voice, Actor reader) {
        var person = voice.person() == null ? null : customers.contacts(List.of(voice.person()), reader).get(voice.person());
        var facts = voice.person() == null ? null : customers.persons(List.of(voice.person())).get(voice.person());
        var carried = carried(List.of(voice.id())).getOrDefault(voice.id(), List.of());
        var notes = notes(voice.id());
        var question = questions.find(voice.id()).orElse(null);
        var origin = sql.select(VOICE.SOURCE, VOICE.LINK).from(VOICE).where(VOICE.ID.eq(voice.id().value())).fetchSingle();
        return new Detail(
                voice, account(voice.account()), person == null ? null : person.name(), facts == null ? null : facts.title(), carried, notes, question,
                document(voice), origin.value1(), origin.value2(), directory.people(people(voice, carried, notes, question)));
    }

    private @Nullable String account(Account.@Nullable Id id) {
        var facts = id == null ? null : customers.accounts(List.of(id)).get(id);
        return facts == null ? null : facts.name();
    }

    private static List<MemberId> people(Voice voice, List<Carried> carried, List<Note> notes, @Nullable Question question) {
        var people = new ArrayList<MemberId>();
        if (voice.recorder() != null) {
            people.add(voice.recorder());
        }
        if (voice.motive() != null && voice.motive().by() != null) {
            people.add(voice.motive().by());
        }
        carried.stream().map(Carried::decidedBy).filter(java.util.Objects::nonNull).forEach(people::add);
        notes.forEach(note -> people.add(note.by()));
        if (question != null) {
            question.words().forEach(word -> people.add(word.by()));
            if (question.asker() != null) {
                people.add(question.asker());
            }
            if (question.assignee() != null) {
                people.add(question.assignee());
            }
        }
        return people.stream().distinct().toList();
    }

    private @Nullable From document(Voice voice) {
        return voice.document() == null
                ? null
                : sql.selectFrom(DOCUMENT)
                        .where(DOCUMENT.ID.eq(voice.document()))
                        .fetchOne(row -> new From(row.getId(), row.getKind(), row.getTitle()));
    }

    private List<Note> notes(Voice.Id id) {
        return sql.selectFrom(VOICE_NOTE)
                .where(VOICE_NOTE.VOICE_ID.eq(id.value()))
                .orderBy(VOICE_NOTE.ADDED_AT, VOICE_NOTE.ID)
                .fetch(row -> new Note(row.getText(), new MemberId(row.getMemberId()), row.getAddedAt()));
    }

    /** The needs of each voice: confirmed ones first, then what is proposed, the surest first. */
    Map<Voice.Id, List<Carried>> carried(Collection<Voice.Id> voices) {
        var carried = new HashMap<Voice.Id, List<Carried>>();
        sql.select(
                        MAPPING.VOICE_ID, MAPPING.NEED_ID, NEED.TITLE_JA, NEED.TITLE_EN, NEED.STATE, MAPPING.STATE, MAPPING.CONFIDENCE, MAPPING.SPANS,
                        MAPPING.PROPOSED_BY, MAPPING.WHY, MAPPING.DECIDED_BY, MAPPING.DECIDED_AT)
                .from(MAPPING)
                .join(NEED)
                .on(NEED.ID.eq(MAPPING.NEED_ID))
                .where(MAPPING.VOICE_ID.eq(any(voices.stream().map(Voice.Id::value).toArray(UUID[]::new))))
                .orderBy(MAPPING.STATE, MAPPING.CONFIDENCE.desc().nullsLast(), NEED.ID)
                .forEach(row -> carried.computeIfAbsent(new Voice.Id(row.value1()), _ -> new ArrayList<>())
                        .add(new Carried(
                                new Need.Id(row.value2()), row.value3(), row.value4(), Need.State.of(row.value5()),
                                Standing.valueOf(row.value6().toUpperCase(java.util.Locale.ROOT)), row.value7() == null ? null : row.value7().doubleValue(),
                                spans(row.value8()), row.value9(), List.of(row.value10()),
                                row.value11() == null ? null : new MemberId(row.value11()), row.value12())));
        return carried;
    }

    private static List<Span> spans(Integer[] flat) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i + 1 < flat.length; i += 2) {
            spans.add(new Span(flat[i], flat[i + 1]));
        }
        return spans;
    }

    /** A voice in a panel or a card. */
    public record Line(
            Voice.Id id, String said, String channel, Instant heardAt, @Nullable UUID accountId, @Nullable String account, boolean wantsAnswer,
            List<Carried> needs) {}

    /** The newest of an account or a person. */
    List<Line> newest(String owner, UUID id, int limit) {
        return lines(
                "select v.id, v.raw, v.channel, v.heard_at, v.account_id, a.name, v.wants_answer from needs.voice v "
                        + "left join customers.account_view a on a.id = v.account_id where v." + owner + " = {0} order by v.heard_at desc limit {1}",
                val(id), val(limit));
    }

    /** Questions of the reader that wait for the reader's verdict, the oldest answer first. */
    List<VoiceSides.Answered> answered(Actor reader, int limit) {
        return sql.resultQuery(
                        """
                        select v.id, v.raw, a.name, w.text, q.answered_at from needs.question q
                        join needs.voice v on v.id = q.voice_id
                        left join customers.account_view a on a.id = v.account_id
                        cross join lateral (select text from needs.question_word where voice_id = q.voice_id and kind = 'answer'
                            order by said_at desc limit 1) w
                        where q.asker_id = {0} and q.state = 'answered' order by q.answered_at limit {1}
                        """,
                        val(reader.id().value()), val(limit))
                .fetch(row -> new VoiceSides.Answered(
                        new Voice.Id(row.get(0, UUID.class)), row.get(1, String.class), row.get(2, String.class), row.get(3, String.class),
                        row.get(4, Instant.class)));
    }

    /** Whatever a query of id, raw, channel, heard_at, account_id, account's name and wants_answer finds. */
    List<Line> lines(String query, org.jooq.QueryPart... parts) {
        var found = sql.resultQuery(query, parts)
                .fetch(row -> new Line(
                        new Voice.Id(row.get(0, UUID.class)), row.get(1, String.class), row.get(2, String.class), row.get(3, Instant.class),
                        row.get(4, UUID.class), row.get(5, String.class), row.get(6, Boolean.class), List.of()));
        var needs = carried(found.stream().map(Line::id).toList());
        return found.stream()
                .map(line -> new Line(
                        line.id(), line.said(), line.channel(), line.heardAt(), line.accountId(), line.account(), line.wantsAnswer(),
                        needs.getOrDefault(line.id(), List.of()).stream().filter(one -> one.standing() != Standing.REJECTED).toList()))
                .toList();
    }
}
