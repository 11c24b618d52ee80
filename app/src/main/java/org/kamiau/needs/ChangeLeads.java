package org.kamiau.needs;

import static db.needs.Tables.CHANGE_LEAD;
import static db.needs.Tables.NOMINATION;
import static org.jooq.impl.DSL.val;
import static org.kamiau.needs.AccountView.ACCOUNT_VIEW;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.customers.Account;
import org.kamiau.needs.trend.ChangeLead;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which accounts speak of a need before the others do: by what is known, and until then by what sellers judge. */
@Component
@Transactional
public class ChangeLeads {

    private static final int LONGEST_REASON = 1000;

    /** A seller's judgement. */
    public record Nomination(Account.Id account, String name, String reason, MemberId by, Instant at) {}

    private final DSLContext sql;
    private final Audit audit;
    private final InstantSource clock;

    ChangeLeads(DSLContext sql, Audit audit, InstantSource clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** As of last night; nothing for an account that has named no confirmed need. */
    @Transactional(readOnly = true)
    public Optional<ChangeLead> of(Account.Id account) {
        return sql.selectFrom(CHANGE_LEAD).where(CHANGE_LEAD.ACCOUNT_ID.eq(account.value())).fetchOptional(row -> new ChangeLead(row.getIndex(), row.getNeeds()));
    }

    /** How many needs are confirmed before this day; below {@link ChangeLead#ENOUGH_NEEDS} nominations count. */
    @Transactional(readOnly = true)
    public int confirmed(LocalDate day) {
        return sql.resultQuery("select count(*) from (" + CONFIRMED + ") as confirmed", val(day)).fetchSingleInto(Integer.class);
    }

    private static final String CONFIRMED =
            """
            select need.id as need_id
            from needs.need left join needs.confirmation on confirmation.need_id = need.id
            where coalesce(confirmation.day, case when need.state in ('confirmed', 'responding', 'answered') then needs.day_of(need.state_since) end) < {0}
            """;

    /** Counts every index anew from what was known before this day. */
    void refresh(LocalDate day) {
        boolean judged = confirmed(day) < ChangeLead.ENOUGH_NEEDS;
        store(judged ? nominated() : counted(day), judged);
    }

    private Map<UUID, ChangeLead> nominated() {
        var found = new HashMap<UUID, ChangeLead>();
        sql.select(NOMINATION.ACCOUNT_ID).from(NOMINATION).forEach(row -> found.put(row.value1(), ChangeLead.NOMINATED));
        return found;
    }

    /** Accounts that first named a need on the same day share its mean rank. */
    private Map<UUID, ChangeLead> counted(LocalDate day) {
        var places = new HashMap<UUID, List<ChangeLead.Place>>();
        sql.resultQuery(
                        """
                        with confirmed as (%s), first as (
                            select mention.need_id, mention.account_id, min(mention.first_day) as day
                            from needs.mention join confirmed on confirmed.need_id = mention.need_id
                            where mention.first_day < {0}
                            group by 1, 2
                        )
                        select account_id,
                            (rank() over (partition by need_id order by day) + (count(*) over (partition by need_id, day) - 1) / 2.0)::float8 as rank,
                            (count(*) over (partition by need_id))::int as n
                        from first
                        """
                                .formatted(CONFIRMED),
                        val(day))
                .forEach(row -> places.computeIfAbsent(row.get("account_id", UUID.class), _ -> new ArrayList<>())
                        .add(new ChangeLead.Place(row.get("rank", double.class), row.get("n", int.class))));
        var found = new HashMap<UUID, ChangeLead>();
        places.forEach((account, its) -> found.put(account, ChangeLead.of(its)));
        return found;
    }

    private void store(Map<UUID, ChangeLead> leads, boolean nominated) {
        int n = leads.size();
        var accounts = new UUID[n];
        var indices = new Double[n];
        var needs = new Integer[n];
        int i = 0;
        for (var lead : leads.entrySet()) {
            accounts[i] = lead.getKey();
            indices[i] = lead.getValue().index();
            needs[i++] = lead.getValue().needs();
        }
        sql.query("delete from needs.change_lead where account_id <> all ({0})", val(accounts)).execute();
        sql.query(
                        """
                        insert into needs.change_lead as known (account_id, index, needs, nominated)
                        select account_id, index, needs, {3} from unnest({0}::uuid[], {1}::float8[], {2}::int[]) as one (account_id, index, needs)
                        order by account_id
                        on conflict (account_id) do update set index = excluded.index, needs = excluded.needs, nominated = excluded.nominated
                        where (known.index, known.needs, known.nominated) is distinct from (excluded.index, excluded.needs, excluded.nominated)
                        """,
                        val(accounts), val(indices), val(needs), val(nominated))
                .execute();
    }

    /** A need that people or a detection confirm counts from that day on. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(NeedEvent.Moved moved) {
        switch (moved.to()) {
            case CONFIRMED, RESPONDING, ANSWERED -> sql.query(
                            "insert into needs.confirmation (need_id, day) values ({0}, needs.day_of({1}::timestamptz)) on conflict do nothing",
                            val(moved.need().value()), val(clock.instant()))
                    .execute();
            case RAW -> sql.query("delete from needs.confirmation where need_id = {0}", val(moved.need().value())).execute();
            case SIGN, BURST, VERIFYING, MERGED, DROPPED -> {}
        }
    }

    /** Sellers and their heads say which accounts lead, with a reason; saying it again replaces the reason. */
    public void nominate(Account.Id account, String reason, Actor by) {
        if (!mayNominate(by)) {
            throw new Refusal.NotAllowed();
        }
        var said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new Invalid("reason", said.isEmpty() ? "platform.invalid.not-blank" : "platform.invalid.size");
        }
        if (!sql.fetchExists(ACCOUNT_VIEW, AccountView.ID.eq(account.value()))) {
            throw new Refusal.NotFound();
        }
        sql.insertInto(NOMINATION)
                .set(NOMINATION.ACCOUNT_ID, account.value())
                .set(NOMINATION.REASON, said)
                .set(NOMINATION.MEMBER_ID, by.id().value())
                .set(NOMINATION.NOMINATED_AT, clock.instant())
                .onConflict(NOMINATION.ACCOUNT_ID)
                .doUpdate()
                .set(NOMINATION.REASON, said)
                .set(NOMINATION.MEMBER_ID, by.id().value())
                .set(NOMINATION.NOMINATED_AT, clock.instant())
                .execute();
        audit.record(by, new Change(new RecordRef("account", account.value()), "account_nominated", null, Map.of(), said));
    }

    public void withdraw(Account.Id account, Actor by) {
        if (!mayNominate(by)) {
            throw new Refusal.NotAllowed();
        }
        if (sql.deleteFrom(NOMINATION).where(NOMINATION.ACCOUNT_ID.eq(account.value())).execute() == 0) {
            throw new Refusal.NotFound();
        }
        audit.record(by, new Change(new RecordRef("account", account.value()), "account_nomination_withdrawn", null, Map.of(), null));
    }

    static boolean mayNominate(Actor actor) {
        return actor.does(Function.FIELD_SALES) || actor.is(Role.SALES_HEAD, Role.FS_MGR, Role.CS);
    }

    @Transactional(readOnly = true)
    public List<Nomination> nominations() {
        return sql.select(NOMINATION.ACCOUNT_ID, AccountView.NAME, NOMINATION.REASON, NOMINATION.MEMBER_ID, NOMINATION.NOMINATED_AT)
                .from(NOMINATION)
                .join(ACCOUNT_VIEW).on(AccountView.ID.eq(NOMINATION.ACCOUNT_ID))
                .orderBy(NOMINATION.NOMINATED_AT.desc())
                .limit(200)
                .fetch(row -> new Nomination(new Account.Id(row.value1()), row.value2(), row.value3(), new MemberId(row.value4()), row.value5()));
    }
}
