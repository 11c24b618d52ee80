package org.kamiau.customers;

import static db.customers.Tables.ACCOUNT;
import static org.jooq.impl.DSL.val;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Ids;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.imports.Importer.Effect;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in companies alone, from files and other systems; the same source and id is always the same account. */
@Component
class AccountIntake {
    private static final Incoming.Contact NOBODY =
            new Incoming.Contact(new PersonName(null, null, null, null), null, null, null, null);

    private final DSLContext sql;
    private final InstantSource clock;
    private final Audit audit;
    private final Customers customers;
    private final Candidates candidates;
    private final Writing writing;
    private final SegmentRows segments;

    AccountIntake(
            DSLContext sql,
            InstantSource clock,
            Audit audit,
            Customers customers,
            Candidates candidates,
            Writing writing,
            SegmentRows segments) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
        this.customers = customers;
        this.candidates = candidates;
        this.writing = writing;
        this.segments = segments;
    }

    /** A named company, and where it comes from. */
    record Arrival(Incoming.Company company, @Nullable String kana, @Nullable Source source) {}

    /** Which account it is, and what taking it in did. */
    record Outcome(Account.Id account, Effect effect) {}

    private record Origin(String system, String externalId) {
        static Origin of(Source source) {
            return new Origin(source.system(), source.externalId());
        }
    }

    /** One outcome per arrival; a fixed number of statements. Known accounts are filled where empty. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Outcome> take(List<Arrival> batch, Intake intake) {
        customers.lock();
        var bySource = known(batch);
        var incoming = batch.stream().map(row -> new Incoming(row.company(), NOBODY, null)).toList();
        var evidence = incoming.stream().map(Evidence::of).toList();
        var known = candidates.of(evidence);
        bySource.values().forEach(known::remember);
        var arrivals = new Arrivals(known, segments.inForce(), Ids::next);
        var outcomes = new ArrayList<Outcome>(batch.size());
        var sources = new HashMap<Account.Id, Source>();
        for (var i = 0; i < batch.size(); i++) {
            var source = batch.get(i).source();
            var same = source == null ? null : bySource.get(Origin.of(source));
            var outcome = arrivals.takeAlone(incoming.get(i), batch.get(i).kana(), evidence.get(i), same);
            if (source != null && same == null) {
                sources.putIfAbsent(outcome.account(), source);
                bySource.put(Origin.of(source), arrivals.current(outcome.account()));
            }
            outcomes.add(outcome);
        }
        write(arrivals, sources, intake);
        return outcomes;
    }

    private void write(Arrivals arrivals, Map<Account.Id, Source> sources, Intake intake) {
        var now = clock.instant();
        writing.add(arrivals.newAccounts.values(), now);
        writing.change(arrivals.filledAccounts.values(), now);
        writing.learn(arrivals.domains);
        writing.link(sources);
        audit.record(intake.by(), History.of(arrivals, intake.why()));
    }

    private Map<Origin, Account> known(List<Arrival> batch) {
        var systems = new ArrayList<String>();
        var ids = new ArrayList<String>();
        for (var row : batch) {
            if (row.source() != null) {
                systems.add(row.source().system());
                ids.add(row.source().externalId());
            }
        }
        if (ids.isEmpty()) {
            return new HashMap<>();
        }
        var columns = new ArrayList<Field<?>>(Rows.ACCOUNT_COLUMNS);
        columns.addAll(List.of(ACCOUNT.SOURCE_SYSTEM, ACCOUNT.SOURCE_ID));
        return sql.select(columns)
                .from(ACCOUNT)
                .where("(source_system, source_id) in (select * from unnest({0}, {1}))", val(systems.toArray(String[]::new)), val(ids.toArray(String[]::new)))
                .fetchMap(row -> new Origin(row.get(ACCOUNT.SOURCE_SYSTEM), row.get(ACCOUNT.SOURCE_ID)), Rows::account);
    }
}
