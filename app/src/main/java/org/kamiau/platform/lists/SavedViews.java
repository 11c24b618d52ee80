package org.kamiau.platform.lists;

import static db.platform.Tables.LIST_OPENING;
import static db.platform.Tables.SAVED_VIEW;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saved views, private and shared, and which view of a list opens for whom. */
@Component
@Transactional
class SavedViews {

    private static final int MOST_OF_ONE_MEMBER = 50;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 4000;

    /** What a member finds above a list. @param opening the view that opens by default, null when none is chosen */
    record Choice(List<SavedView> views, @Nullable String opening) {
        Optional<SavedView> find(@Nullable String id) {
            return views.stream().filter(view -> view.id().toString().equals(id)).findFirst();
        }
    }

    private final DSLContext sql;
    private final Audit audit;
    private final InstantSource clock;

    SavedViews(DSLContext sql, Audit audit, InstantSource clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** One question for both: a page should not cost two. */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.SUPPORTS)
    public Choice of(String list, Actor actor) {
        if (actor.member() == null) {
            return new Choice(List.of(), null);
        }
        var me = actor.id().value();
        var rows = sql.select(
                        SAVED_VIEW.ID, SAVED_VIEW.OWNER_ID, SAVED_VIEW.NAME, SAVED_VIEW.SHARED, SAVED_VIEW.QUERY,
                        org.jooq.impl.DSL.val((String) null).as("opening"))
                .from(SAVED_VIEW)
                .where(SAVED_VIEW.LIST.eq(list), SAVED_VIEW.SHARED.eq(true).or(SAVED_VIEW.OWNER_ID.eq(me)))
                .unionAll(org.jooq.impl.DSL.select(
                                org.jooq.impl.DSL.castNull(SAVED_VIEW.ID), org.jooq.impl.DSL.castNull(SAVED_VIEW.OWNER_ID),
                                org.jooq.impl.DSL.val(""), org.jooq.impl.DSL.val(false), org.jooq.impl.DSL.val(""),
                                LIST_OPENING.VIEW)
                        .from(LIST_OPENING)
                        .where(LIST_OPENING.LIST.eq(list), LIST_OPENING.MEMBER_ID.eq(me)))
                .fetch();
        var views = rows.stream()
                .filter(row -> row.get(SAVED_VIEW.ID) != null)
                .map(row -> view(list, row))
                .sorted(java.util.Comparator.comparing(SavedView::shared).thenComparing(SavedView::name))
                .toList();
        var opening = rows.stream().map(row -> row.get("opening", String.class)).filter(java.util.Objects::nonNull);
        return new Choice(views, opening.findFirst().orElse(null));
    }

    private static SavedView view(String list, Record row) {
        return new SavedView(
                row.get(SAVED_VIEW.ID), list, new MemberId(row.get(SAVED_VIEW.OWNER_ID)), row.get(SAVED_VIEW.NAME),
                row.get(SAVED_VIEW.SHARED), row.get(SAVED_VIEW.QUERY));
    }

    /** Raises {@link Invalid} for a missing or long name, or more views than anybody finds their way in. */
    public SavedView save(String list, Actor by, @Nullable String name, boolean shared, String query) {
        check(name, query);
        var mine = of(list, by).views().stream().filter(view -> view.isOf(by)).count();
        if (mine >= MOST_OF_ONE_MEMBER) {
            throw new Invalid("name", "lists.invalid.too-many-views", MOST_OF_ONE_MEMBER);
        }
        var view = new SavedView(Ids.next(), list, by.id(), java.util.Objects.requireNonNull(name), shared, query);
        sql.insertInto(SAVED_VIEW)
                .set(SAVED_VIEW.ID, view.id())
                .set(SAVED_VIEW.LIST, list)
                .set(SAVED_VIEW.OWNER_ID, view.owner().value())
                .set(SAVED_VIEW.NAME, view.name())
                .set(SAVED_VIEW.SHARED, shared)
                .set(SAVED_VIEW.QUERY, query)
                .set(SAVED_VIEW.SAVED_AT, clock.instant())
                .execute();
        audit.record(by, Change.made("saved_view", view.id(), "view_saved", told(view)));
        return view;
    }

    private static void check(@Nullable String name, String query) {
        if (name == null || name.isBlank()) {
            throw new Invalid("name", "platform.invalid.not-blank");
        }
        if (name.length() > LONGEST_NAME || query.length() > LONGEST_QUERY) {
            throw new Invalid("name", "lists.invalid.name", LONGEST_NAME);
        }
    }

    /** The view keeps its name and holds something else from now on. */
    public SavedView change(String list, UUID id, Actor by, String query) {
        var before = mine(list, id, by);
        check(before.name(), query);
        sql.update(SAVED_VIEW)
                .set(SAVED_VIEW.QUERY, query)
                .set(SAVED_VIEW.SAVED_AT, clock.instant())
                .where(SAVED_VIEW.ID.eq(id))
                .execute();
        var after = new SavedView(id, list, before.owner(), before.name(), before.shared(), query);
        audit.record(by, Change.of("saved_view", id, "view_changed", told(before), told(after), null));
        return after;
    }

    public void remove(String list, UUID id, Actor by) {
        var gone = mine(list, id, by);
        sql.deleteFrom(SAVED_VIEW).where(SAVED_VIEW.ID.eq(id)).execute();
        sql.deleteFrom(LIST_OPENING).where(opens(list, id.toString())).execute();
        audit.record(by, new Change(new org.kamiau.platform.RecordRef("saved_view", id), "view_removed", told(gone), null, null));
    }

    private static Condition opens(String list, String view) {
        return LIST_OPENING.LIST.eq(list).and(LIST_OPENING.VIEW.eq(view));
    }

    /** Only who made a view changes it; others see that it is there, or not even that. */
    private SavedView mine(String list, UUID id, Actor by) {
        var view = of(list, by).find(id.toString()).orElseThrow(Refusal.NotFound::new);
        if (!view.isOf(by)) {
            throw new Refusal.NotAllowed();
        }
        return view;
    }

    private static Map<String, Object> told(SavedView view) {
        return Map.of("list", view.list(), "name", view.name(), "shared", view.shared(), "query", view.query());
    }

    /** From now on the list opens with this preset or saved view for this member. */
    public void openWith(String list, Actor by, String view) {
        sql.insertInto(LIST_OPENING)
                .set(LIST_OPENING.LIST, list)
                .set(LIST_OPENING.MEMBER_ID, by.id().value())
                .set(LIST_OPENING.VIEW, view)
                .onConflict(LIST_OPENING.MEMBER_ID, LIST_OPENING.LIST)
                .doUpdate()
                .set(LIST_OPENING.VIEW, view)
                .execute();
    }
}
