package org.kamiau.needs;

import static db.needs.Tables.DOCUMENT;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.customers.Intake;
import org.kamiau.customers.Persons;
import org.kamiau.customers.Pointing;
import org.kamiau.customers.Source;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Minutes, transcripts, mails and free answers, cut into utterances: what our side said is told from what the customer
 * said, reviewed by a person, and then taken in as voices at once.
 */
@Component
@Transactional
public class Documents {

    static final int LONGEST = 100_000;
    static final int MOST_LINES = 500;

    /** What is shorter and carries no need is a nod; what nobody is said to have said may be a heading. */
    private static final int NOD = 8;

    /** Words by which texts call our own side, and the customer's. */
    private static final List<String> OURS = List.of("弊社", "当社", "当方", "自社", "営業担当", "our side", "sales");
    private static final List<String> THEIRS = List.of("様", "さま", "先方", "顧客", "お客", "customer", "client");

    private final DSLContext sql;
    private final Voices voices;
    private final Mapper mapper;
    private final Persons persons;
    private final Directory directory;
    private final InstantSource clock;

    Documents(DSLContext sql, Voices voices, Mapper mapper, Persons persons, Directory directory, InstantSource clock) {
        this.sql = sql;
        this.voices = voices;
        this.mapper = mapper;
        this.persons = persons;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A text to be cut.
     *
     * @param id the same one saved twice is kept once
     * @param ours who of the speakers is of our side; guessed when null
     */
    record Draft(
            Document.Id id, Document.Kind kind, String title, Account.@Nullable Id account, @Nullable Instant heardAt, String text,
            @Nullable Set<String> ours) {}

    /** A speaker of the text. */
    public record Speaker(String name, boolean ours) {}

    /**
     * A line of the text.
     *
     * @param number its place in the text, from 0
     * @param asked what our side had said right before
     * @param chosen worth keeping, as far as one can tell
     */
    public record Line(int number, @Nullable String speaker, boolean ours, String text, @Nullable String asked, List<Proposal> proposals, boolean chosen) {}

    /** The text as it falls apart. */
    public record Cut(List<Speaker> speakers, List<Line> lines) {}

    /** 422 for a text without words, one that is too long, and one of too many lines. */
    @Transactional(readOnly = true)
    Cut cut(Draft draft) {
        if (VoiceCheck.silent(draft.text())) {
            throw new Invalid("text", "needs.document-empty");
        }
        if (draft.text().length() > LONGEST) {
            throw new Invalid("text", "needs.voice-too-long", LONGEST);
        }
        var said = Conversation.of(draft.kind(), draft.text());
        if (said.lines().isEmpty() || said.lines().size() > MOST_LINES) {
            throw said.lines().isEmpty() ? new Invalid("text", "needs.document-empty") : new Invalid("text", "needs.document-lines", MOST_LINES);
        }
        var ours = draft.ours() == null ? guessed(said.speakers(), draft.account()) : draft.ours();
        var speakers = said.speakers().stream().map(name -> new Speaker(name, ours.contains(name))).toList();
        return new Cut(speakers, lines(said, ours));
    }

    private List<Line> lines(Conversation said, Set<String> ours) {
        var utterances = new ArrayList<Utterance>();
        String asked = null;
        for (var line : said.lines()) {
            var our = line.speaker() != null && ours.contains(line.speaker());
            asked = our ? line.text() : asked;
            utterances.add(new Utterance(line.text(), our ? null : asked));
        }
        var proposals = mapper.proposeFor(utterances);
        var lines = new ArrayList<Line>();
        var named = !said.speakers().isEmpty();
        for (int i = 0; i < utterances.size(); i++) {
            var line = said.lines().get(i);
            var our = line.speaker() != null && ours.contains(line.speaker());
            var carried = our ? List.<Proposal>of() : proposals.get(i);
            var told = !named || line.speaker() != null;
            var worth = !our && (!carried.isEmpty() || told && line.text().codePointCount(0, line.text().length()) >= NOD);
            lines.add(new Line(i, line.speaker(), our, line.text(), utterances.get(i).asked(), carried, worth));
        }
        return lines;
    }

    /** Whoever bears a colleague's name, or speaks of our own company; the account's people and those with 様 never. */
    private Set<String> guessed(Set<String> speakers, Account.@Nullable Id account) {
        var customers = account == null
                ? Set.<String>of()
                : persons.at(account).stream().map(person -> person.name().display().replaceAll("\\s", "")).collect(Collectors.toSet());
        var ours = new LinkedHashSet<String>();
        for (var speaker : speakers) {
            var name = speaker.toLowerCase(java.util.Locale.ROOT).replaceAll("\\s", "");
            var theirs = THEIRS.stream().anyMatch(name::contains) || customers.stream().anyMatch(known -> known.startsWith(name) || name.startsWith(known));
            if (!theirs && (OURS.stream().anyMatch(name::contains) || name.length() > 1 && !directory.search(speaker).isEmpty())) {
                ours.add(speaker);
            }
        }
        return ours;
    }

    /**
     * Takes the chosen lines in as voices, with what our side had said right before, and confirms the needs that were
     * ticked. 403 for those who only read, 422 without a line or a customer; the same document again changes nothing.
     */
    Document.Id save(Draft draft, Set<Integer> chosen, Map<Integer, List<Need.Id>> confirmed, Actor by) {
        if (by.readsOnly()) {
            throw new Refusal.NotAllowed();
        }
        var lines = cut(draft).lines().stream().filter(line -> chosen.contains(line.number())).toList();
        if (lines.isEmpty()) {
            throw new Invalid("text", "needs.document-nothing");
        }
        if (find(draft.id()).isPresent()) {
            return draft.id();
        }
        sql.insertInto(DOCUMENT)
                .set(DOCUMENT.ID, draft.id().value())
                .set(DOCUMENT.KIND, draft.kind().code())
                .set(DOCUMENT.TITLE, draft.title())
                .set(DOCUMENT.ACCOUNT_ID, draft.account() == null ? null : draft.account().value())
                .set(DOCUMENT.ADDED_BY, by.id().value())
                .set(DOCUMENT.ADDED_AT, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .execute();
        var taken = voices.take(lines.stream().map(line -> voice(draft, line)).toList(), new Intake(by, null, "file"));
        for (int i = 0; i < lines.size(); i++) {
            switch (taken.get(i)) {
                case VoiceOutcome.Refused(var faults) -> throw new Invalid(faults);
                case VoiceOutcome.Ambiguous _ -> throw new Invalid("account", "needs.voice-whose");
                case VoiceOutcome.Taken voice -> {
                    var needs = confirmed.getOrDefault(lines.get(i).number(), List.of());
                    if (!needs.isEmpty()) {
                        voices.decide(voice.id(), needs, List.of(), by);
                    }
                }
            }
        }
        return draft.id();
    }

    private static VoiceDraft voice(Draft draft, Line line) {
        var asked = line.asked();
        var right = asked == null || asked.length() <= Voice.LONGEST_ASKED ? asked : asked.substring(asked.length() - Voice.LONGEST_ASKED);
        var customer = draft.account() == null ? Pointing.NOWHERE : Pointing.at(draft.account());
        var heard = VoiceDraft.heard(customer, line.text(), draft.kind().channel())
                .recorded(new VoiceDraft.Recording(null, null, draft.id().value(), right, true))
                .from(new Source("kamiau-document", draft.id() + "/" + line.number(), null));
        return draft.heardAt() == null ? heard : heard.at(draft.heardAt());
    }

    @Transactional(readOnly = true)
    Optional<Document> find(Document.Id id) {
        return sql.selectFrom(DOCUMENT)
                .where(DOCUMENT.ID.eq(id.value()))
                .fetchOptional(row -> new Document(
                        id, Document.Kind.of(row.getKind()), row.getTitle(), row.getAccountId() == null ? null : new Account.Id(row.getAccountId()),
                        row.getAddedBy() == null ? null : new MemberId(row.getAddedBy()), Objects.requireNonNull(row.getAddedAt())));
    }
}
