package org.kamiau.needs;

import static db.needs.Tables.APPROACH;
import static db.needs.Tables.TALK;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.val;
import static org.kamiau.needs.AccountView.ACCOUNT_VIEW;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 先回り提案リスト: who should hear about a rising need before they ask, and what to say. */
@Component
@Transactional
public class Approaches {

    /** From 兆候 on there is enough to speak about. */
    private static final Set<Need.State> KNOWN =
            EnumSet.of(Need.State.BURST, Need.State.VERIFYING, Need.State.CONFIRMED, Need.State.RESPONDING, Need.State.ANSWERED);

    private static final int LONGEST_WORDS = 2000;
    private static final int LONGEST_NOTE = 1000;
    private static final int MOST = 200;

    /** More would not be talked to anyway. */
    private static final int MOST_A_SELLER = 8;

    /** What came of a need's approaches. */
    public record Tally(int suggested, int proposed, int won, int lost, int unsuitable) {

        /** Whom somebody has spoken to. */
        public int spoken() {
            return proposed + won + lost;
        }
    }

    private final DSLContext sql;
    private final Needs needs;
    private final RadarNotices notices;
    private final Audit audit;
    private final InstantSource clock;

    Approaches(DSLContext sql, Needs needs, RadarNotices notices, Audit audit, InstantSource clock) {
        this.sql = sql;
        this.needs = needs;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    static boolean maySuggest(Need need, Actor by) {
        return Need.mayDecide(by) && KNOWN.contains(need.standing().state());
    }

    /**
     * Marketing says what to say; every seller is told which of their customers match and have not spoken yet. Later
     * words replace the earlier ones for whoever has not been approached. Raises 403, 409 below 兆候, and {@link
     * Invalid}.
     *
     * @return how many customers are new on the list
     */
    public int suggest(Need.Id id, String words, Actor by) {
        if (!Need.mayDecide(by)) {
            throw new Refusal.NotAllowed();
        }
        var need = needs.find(id);
        if (!KNOWN.contains(need.standing().state())) {
            throw new NotRising();
        }
        var said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST_WORDS) {
            throw new Invalid("words", said.isEmpty() ? "platform.invalid.not-blank" : "platform.invalid.size");
        }
        var talk = Ids.next();
        var now = clock.instant();
        sql.insertInto(TALK, TALK.ID, TALK.NEED_ID, TALK.WORDS, TALK.MEMBER_ID, TALK.MADE_AT).values(talk, id.value(), said, by.id().value(), now).execute();
        sql.update(APPROACH).set(APPROACH.TALK_ID, talk).where(APPROACH.NEED_ID.eq(id.value()), APPROACH.OUTCOME.isNull()).execute();
        var sellers = insert(need, talk);
        audit.record(by, Change.made(Needs.KIND, id.value(), "approaches_suggested", Map.of("words", said, "accounts", sellers.size())));
        notices.suggested(id, sellers, by);
        return sellers.size();
    }

    /**
     * Accounts in the need's segments, else in those of the accounts that named it: those that lead first, then the
     * target segments and the open deals. A seller gets as many as can be talked to.
     */
    private List<MemberId> insert(Need need, UUID talk) {
        return sql.resultQuery(
                        """
                        with spoken as (select distinct account_id from needs.mention where need_id = {0}),
                        alike as (
                            select {1}::text[] as segments where cardinality({1}::text[]) > 0
                            union all
                            select array_agg(segment) from (
                                select segment from spoken
                                join customers.account_view on account_view.id = spoken.account_id
                                cross join unnest(account_view.segments) as segment
                                group by segment having count(*) >= 2
                            ) as common
                            where cardinality({1}::text[]) = 0
                        ), matching as (
                            select account_view.id, account_view.fs_owner_id,
                                row_number() over (order by coalesce(change_lead.index, 0) desc, account_view.target_segment desc,
                                    account_view.lifecycle = 'in_deal' desc, account_view.lifecycle = 'customer' desc, account_view.id) as place,
                                row_number() over (partition by account_view.fs_owner_id order by coalesce(change_lead.index, 0) desc,
                                    account_view.target_segment desc, account_view.lifecycle = 'in_deal' desc,
                                    account_view.lifecycle = 'customer' desc, account_view.id) as turn
                            from customers.account_view
                            join alike on account_view.segments && alike.segments
                            join people.member_view on member_view.id = account_view.fs_owner_id and member_view.active
                            left join needs.change_lead on change_lead.account_id = account_view.id
                            where not exists (select from spoken where spoken.account_id = account_view.id)
                                and not exists (select from needs.approach where approach.need_id = {0} and approach.account_id = account_view.id)
                        )
                        insert into needs.approach (id, need_id, account_id, owner_id, talk_id, place, suggested_at)
                        select gen_random_uuid(), {0}, id, fs_owner_id, {2}, row_number() over (order by place), {3}
                        from matching where turn <= {4} order by place limit {5}
                        on conflict do nothing
                        returning owner_id
                        """,
                        val(need.id().value()), val(need.segments().toArray(String[]::new)), val(talk), val(clock.instant()), val(MOST_A_SELLER), val(MOST))
                .fetch(row -> new MemberId(row.get("owner_id", UUID.class)));
    }

    /** What became of it, by its seller or their head; 409 when it is settled. */
    public Approach answer(Approach.Id id, Approach.Outcome outcome, @Nullable String note, Actor by) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new Invalid("note", "platform.invalid.size");
        }
        sql.selectFrom(APPROACH).where(APPROACH.ID.eq(id.value())).forUpdate().fetch();
        var before = fetch(APPROACH.ID.eq(id.value()), 1).stream().findFirst().orElseThrow(Refusal.NotFound::new);
        if (!before.owner().equals(by.member()) && !by.is(Role.SALES_HEAD, Role.FS_MGR)) {
            throw new Refusal.NotAllowed();
        }
        if (!outcome.follows(before.outcome())) {
            throw new ApproachSettled();
        }
        sql.update(APPROACH)
                .set(APPROACH.OUTCOME, outcome.code())
                .set(APPROACH.NOTE, note == null || note.isBlank() ? before.note() : note.strip())
                .set(APPROACH.ANSWERED_AT, clock.instant())
                .where(APPROACH.ID.eq(id.value()))
                .execute();
        audit.record(by, Change.made(Needs.KIND, before.need().value(), "approach_answered", Map.of("account", before.company(), "outcome", outcome.code())));
        return fetch(APPROACH.ID.eq(id.value()), 1).getFirst();
    }

    /** Whom a seller may talk to next, about one need each before a second. */
    @Transactional(readOnly = true)
    public List<Approach> waitingFor(MemberId seller, int limit) {
        return fetch(APPROACH.OWNER_ID.eq(seller.value()).and(APPROACH.OUTCOME.isNull()), limit);
    }

    /** Of a need, in the order in which to talk to them. */
    @Transactional(readOnly = true)
    public List<Approach> of(Need.Id need, int limit) {
        return fetch(APPROACH.NEED_ID.eq(need.value()), limit);
    }

    private List<Approach> fetch(Condition which, int limit) {
        return sql.select(
                        APPROACH.ID, APPROACH.NEED_ID, APPROACH.ACCOUNT_ID, AccountView.NAME, APPROACH.OWNER_ID, TALK.WORDS, APPROACH.PLACE,
                        APPROACH.SUGGESTED_AT, APPROACH.OUTCOME, APPROACH.NOTE)
                .from(APPROACH)
                .join(TALK).on(TALK.ID.eq(APPROACH.TALK_ID))
                .join(ACCOUNT_VIEW).on(AccountView.ID.eq(APPROACH.ACCOUNT_ID))
                .where(which)
                .orderBy(APPROACH.PLACE, APPROACH.ID)
                .limit(limit)
                .fetch(Approaches::approach);
    }

    private static Approach approach(Record row) {
        var outcome = row.get(APPROACH.OUTCOME);
        return new Approach(
                new Approach.Id(row.get(APPROACH.ID)), new Need.Id(row.get(APPROACH.NEED_ID)), new Account.Id(row.get(APPROACH.ACCOUNT_ID)),
                row.get(AccountView.NAME), new MemberId(row.get(APPROACH.OWNER_ID)), row.get(TALK.WORDS), row.get(APPROACH.PLACE),
                row.get(APPROACH.SUGGESTED_AT), outcome == null ? null : Approach.Outcome.of(outcome), row.get(APPROACH.NOTE));
    }

    @Transactional(readOnly = true)
    public Tally tally(Need.Id need) {
        return sql.select(
                        count(), count().filterWhere(APPROACH.OUTCOME.eq("proposed")), count().filterWhere(APPROACH.OUTCOME.eq("won")),
                        count().filterWhere(APPROACH.OUTCOME.eq("lost")), count().filterWhere(APPROACH.OUTCOME.eq("unsuitable")))
                .from(APPROACH)
                .where(APPROACH.NEED_ID.eq(need.value()))
                .fetchSingle(row -> new Tally(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }
}
