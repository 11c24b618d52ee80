package org.kamiau.platform.lists;

import static db.platform.Tables.LIST_OPENING;
import static db.platform.Tables.SAVED_VIEW;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
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

    private final DSLContext sql;
    private final Audit audit;
    private final InstantSource clock;
    private final ViewChoices choices;

    SavedViews(DSLContext sql, ViewChoices choices, Audit audit, InstantSource clock) {
        this.sql = sql;
        this.choices = choices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Raises {@link Invalid} for a missing or long name, or more views than anybody finds their way in. */
    public SavedView save(String list, Actor by, @Nullable String name, boolean shared, String query) {
        check(name, query);
        var mine = choices.of(list, by).views().stream().filter(view -> view.isOf(by)).count();
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
        var view = choices.of(list, by).find(id.toString()).orElseThrow(Refusal.NotFound::new);
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
