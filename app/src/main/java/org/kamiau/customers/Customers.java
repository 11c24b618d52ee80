package org.kamiau.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import db.customers.Tables;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.audit.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Recognises or adds whoever comes in, and answers other modules' questions about accounts and persons. */
@Component
public class Customers {
    public static final String ACCOUNT = "account";
    public static final String PERSON = "person";

    /** Whoever adds records or changes what they are recognised by holds this until the end of the transaction. */
    private static final long LOCK = 0x6b61_6d69_6175L;

    private final DSLContext sql;
    private final InstantSource clock;
    private final Audit audit;
    private final Candidates candidates;
    private final Writing writing;
    private final SegmentRows segments;

    Customers(DSLContext sql, InstantSource clock, Audit audit, Candidates candidates, Writing writing, SegmentRows segments) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
        this.candidates = candidates;
        this.writing = writing;
        this.segments = segments;
    }

    /**
     * Finds or adds the account and the person of each row, in order, in the caller's transaction: a fixed number of
     * statements for 1 to 5,000 rows. A row sees whom the rows before it added. Known records are filled where empty
     * and never overwritten; a new consent does not undo an unsubscription.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Taken> take(List<Incoming> batch, Intake intake) {
        return takeAt(batch, Collections.nCopies(batch.size(), Optional.empty()), intake);
    }

    /**
     * The same where the account of some rows is known already: of those only the person is recognised or added. A
     * name without mailbox or phone is then whoever bears it at that account.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Taken> takeAt(List<Incoming> batch, List<Optional<Account.Id>> places, Intake intake) {
        lock();
        var evidence = batch.stream().map(Evidence::of).toList();
        var known = candidates.of(evidence);
        candidates.addAt(places, evidence, known);
        var arrivals = new Arrivals(known, segments.inForce(), Ids::next);
        var taken = new ArrayList<Taken>(batch.size());
        for (var i = 0; i < batch.size(); i++) {
            taken.add(arrivals.take(batch.get(i), evidence.get(i), places.get(i)));
        }
        write(arrivals, intake);
        return taken;
    }

    private void write(Arrivals arrivals, Intake intake) {
        var now = clock.instant();
        var member = intake.by().member();
        writing.add(arrivals.newAccounts.values(), now);
        writing.change(arrivals.filledAccounts.values(), now);
        writing.learn(arrivals.domains);
        writing.addPersons(arrivals.newPersons.values(), now);
        writing.changePersons(arrivals.filledPersons.values(), now);
        writing.record(arrivals.consents, intake.channel(), member == null ? null : member.value(), now);
        audit.record(intake.by(), History.of(arrivals, intake.why()));
    }

    /**
     * Two who add the same company at the same moment would both find nobody. Until the end of the transaction nothing
     * is read from end to end either: plans and foreign key checks that were planned when a table was empty, and read
     * it whole, would be kept while an import fills it with a million rows.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        sql.execute("select pg_advisory_xact_lock({0}), set_config('enable_seqscan', 'off', true)", val(LOCK));
    }

    @Transactional(readOnly = true)
    public Map<Account.Id, AccountFacts> accounts(Collection<Account.Id> ids) {
        return sql.select(Rows.ACCOUNT_COLUMNS)
                .from(Tables.ACCOUNT)
                .where(Tables.ACCOUNT.ID.eq(any(uuids(ids.stream().map(Account.Id::value).toList()))))
                .fetchMap(row -> new Account.Id(row.get(Tables.ACCOUNT.ID)), row -> Rows.account(row).facts());
    }

    /** What a segment is called. */
    public record SegmentName(String ja, String en) {}

    /** The names of all segments by their codes, in their order. */
    @Transactional(readOnly = true)
    public Map<String, SegmentName> segmentNames() {
        var names = new LinkedHashMap<String, SegmentName>();
        segments.inForce().rules().forEach(rule -> names.put(rule.code(), new SegmentName(rule.nameJa(), rule.nameEn())));
        return names;
    }

    /** In the clear, for rules; screens ask for {@link #contacts}. */
    @Transactional(readOnly = true)
    public Map<Person.Id, PersonFacts> persons(Collection<Person.Id> ids) {
        return sql.select(Rows.PERSON_COLUMNS)
                .from(Tables.PERSON)
                .where(Tables.PERSON.ID.eq(any(uuids(ids.stream().map(Person.Id::value).toList()))))
                .fetchMap(row -> new Person.Id(row.get(Tables.PERSON.ID)), row -> Rows.person(row).facts());
    }

    /** For screens: contact details as this viewer may see them. */
    @Transactional(readOnly = true)
    public Map<Person.Id, ContactView> contacts(Collection<Person.Id> ids, Actor viewer) {
        var owners = new ArrayList<Field<?>>(Rows.PERSON_COLUMNS);
        owners.addAll(List.of(Tables.ACCOUNT.FS_OWNER_ID, Tables.ACCOUNT.IS_OWNER_ID, Tables.ACCOUNT.CS_OWNER_ID));
        return sql.select(owners)
                .from(Tables.PERSON)
                .leftJoin(Tables.ACCOUNT)
                .on(Tables.ACCOUNT.ID.eq(Tables.PERSON.ACCOUNT_ID))
                .where(Tables.PERSON.ID.eq(any(uuids(ids.stream().map(Person.Id::value).toList()))))
                .fetchMap(
                        row -> new Person.Id(row.get(Tables.PERSON.ID)),
                        row -> ContactView.of(Rows.person(row).facts(), ContactRights.of(viewer, Rows.owners(row))));
    }

    /** In the clear, for somebody who owns a record about each of them, as the asking module has made sure. */
    @Transactional(readOnly = true)
    public Map<Person.Id, ContactView> contactsForOwner(Collection<Person.Id> ids) {
        var views = new HashMap<Person.Id, ContactView>();
        persons(ids).forEach((id, person) -> views.put(id, ContactView.of(person, true)));
        return views;
    }

    /** The person wants no more from us, whatever they agreed to before: at once, and for every module. */
    public void unsubscribe(Person.Id person, Actor by) {
        var now = clock.instant();
        var changed = sql.update(Tables.PERSON)
                .set(Tables.PERSON.UNSUBSCRIBED_AT, now)
                .set(Tables.PERSON.UPDATED_AT, now)
                .set(Tables.PERSON.VERSION, Tables.PERSON.VERSION.plus(1))
                .where(Tables.PERSON.ID.eq(person.value()), Tables.PERSON.UNSUBSCRIBED_AT.isNull())
                .execute();
        if (changed == 1) {
            audit.record(by, org.kamiau.platform.audit.Change.made(PERSON, person.value(), "unsubscribed", Map.of("unsubscribedAt", now)));
        }
    }

    /** Fields with codes as values are named where the codes are. */
    static String fieldKey(String field) {
        return switch (field) {
            case "industry", "lifecycle", "prefecture" -> "customers." + field;
            default -> "customers.field." + field;
        };
    }

    static RecordRef ref(Account.Id id) {
        return new RecordRef(ACCOUNT, id.value());
    }

    static RecordRef ref(Person.Id id) {
        return new RecordRef(PERSON, id.value());
    }

    private static UUID[] uuids(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
