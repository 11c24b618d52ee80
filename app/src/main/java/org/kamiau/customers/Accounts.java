package org.kamiau.customers;

import static db.customers.Tables.ACCOUNT;
import static db.customers.Tables.ACCOUNT_DOMAIN;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.api.Version;
import org.kamiau.platform.audit.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts, one at a time: what people do with them on their pages and through the API. */
@Component
@Transactional
public class Accounts {
    private final DSLContext sql;
    private final InstantSource clock;
    private final Audit audit;
    private final Customers customers;
    private final Writing writing;
    private final SegmentRows segments;
    private final Directory directory;

    Accounts(
            DSLContext sql,
            InstantSource clock,
            Audit audit,
            Customers customers,
            Writing writing,
            SegmentRows segments,
            Directory directory) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
        this.customers = customers;
        this.writing = writing;
        this.segments = segments;
        this.directory = directory;
    }

    /** Who may say who looks after an account, how important it is and where it stands. */
    static boolean mayAssign(Actor actor) {
        return actor.is(Role.SALES_HEAD, Role.FS_MGR, Role.IS_LEAD, Role.MKT_HEAD, Role.REVOPS, Role.ADMIN);
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(Account.Id id) {
        return sql.select(Rows.ACCOUNT_COLUMNS)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(id.value()))
                .fetchOptional()
                .map(Rows::account);
    }

    /** Raises {@link Refusal.NotFound}. */
    @Transactional(readOnly = true)
    public Account get(Account.Id id) {
        return find(id).orElseThrow(Refusal.NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<String> domains(Account.Id id) {
        return sql.select(ACCOUNT_DOMAIN.DOMAIN)
                .from(ACCOUNT_DOMAIN)
                .where(ACCOUNT_DOMAIN.ACCOUNT_ID.eq(id.value()))
                .orderBy(ACCOUNT_DOMAIN.DOMAIN)
                .fetch(ACCOUNT_DOMAIN.DOMAIN);
    }

    /** Where it also lives, if another system brought it. */
    @Transactional(readOnly = true)
    public Optional<Source> source(Account.Id id) {
        return sql.select(ACCOUNT.SOURCE_SYSTEM, ACCOUNT.SOURCE_ID, ACCOUNT.SOURCE_LINK)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(id.value()), ACCOUNT.SOURCE_ID.isNotNull())
                .fetchOptional(row -> new Source(row.value1(), row.value2(), row.value3()));
    }

    /** Raises {@link Invalid}, {@link NumberTaken}, {@link DomainTaken}, or that only heads assign. */
    public Account add(AccountText typed, Actor by) {
        var draft = typed.check();
        customers.lock();
        var id = new Account.Id(Ids.next());
        var account = Account.fresh(id, draft.profile(), Segments.NONE).changedTo(draft, segments.inForce());
        guardAssignment(Account.fresh(id, draft.profile(), Segments.NONE), account, by);
        guardNumber(account);
        writing.add(List.of(account), clock.instant());
        learn(draft.domain(), account);
        audit.record(by, History.added(account, null));
        return account;
    }

    /** As {@link #add}; also raises {@link Refusal.Stale} when somebody changed the account since it was read. */
    public Account change(Account.Id id, Version read, AccountText typed, Actor by) {
        customers.lock();
        var before = get(id);
        read.mustBe(Version.of(before.version()));
        var draft = typed.check();
        var after = before.changedTo(draft, segments.inForce());
        guardAssignment(before, after, by);
        guardNumber(after);
        learn(draft.domain(), after);
        if (after.equals(before)) {
            return before;
        }
        writing.change(List.of(after), clock.instant());
        audit.record(by, History.changed(before, after, "changed", null));
        return get(id);
    }

    private void guardAssignment(Account before, Account after, Actor by) {
        var assigned = !before.owners().equals(after.owners())
                || !Objects.equals(before.abmTier(), after.abmTier())
                || before.lifecycle() != after.lifecycle();
        if (assigned && !mayAssign(by)) {
            throw new Refusal.NotAllowed();
        }
        var findings = new Invalid.Findings();
        var owners = after.owners();
        guardOwner(owners.fieldSales(), before.owners().fieldSales(), "fsOwner", findings);
        guardOwner(owners.insideSales(), before.owners().insideSales(), "isOwner", findings);
        guardOwner(owners.success(), before.owners().success(), "csOwner", findings);
        findings.raise();
    }

    private void guardOwner(@Nullable MemberId owner, @Nullable MemberId before, String field, Invalid.Findings findings) {
        if (owner != null && !owner.equals(before) && directory.people(List.of(owner)).isEmpty()) {
            findings.add(field, "customers.owner.unknown");
        }
    }

    private void guardNumber(Account account) {
        var number = account.profile().corporateNumber();
        if (number == null) {
            return;
        }
        sql.select(ACCOUNT.NAME)
                .from(ACCOUNT)
                .where(ACCOUNT.CORPORATE_NUMBER.eq(number.digits()), ACCOUNT.ID.ne(account.id().value()))
                .fetchOptional(ACCOUNT.NAME)
                .ifPresent(other -> {
                    throw new NumberTaken(other);
                });
    }

    private void learn(@Nullable String domain, Account account) {
        if (domain == null) {
            return;
        }
        if (MailDomain.free(domain)) {
            throw new Invalid("domain", "customers.domain.free");
        }
        sql.select(ACCOUNT.NAME)
                .from(ACCOUNT_DOMAIN)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(ACCOUNT_DOMAIN.ACCOUNT_ID))
                .where(ACCOUNT_DOMAIN.DOMAIN.eq(domain), ACCOUNT.ID.ne(account.id().value()))
                .fetchOptional(ACCOUNT.NAME)
                .ifPresent(other -> {
                    throw new DomainTaken(domain, other);
                });
        writing.learn(List.of(new Arrivals.Learned(domain, account.id())));
    }
}
