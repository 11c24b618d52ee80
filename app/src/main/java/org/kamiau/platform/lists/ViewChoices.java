package org.kamiau.platform.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The views that a member finds above a list. Read with every page of every list, so it is one question in
 * fixed words: having jOOQ write it anew cost a sixth of a page.
 */
@Component
class ViewChoices {

    private static final String VIEWS =
            """
            select id, owner_id, name, shared, query, null as opening
            from platform.saved_view where list = ? and (shared or owner_id = ?)
            union all
            select null, null, null, null, null, view from platform.list_opening where list = ? and member_id = ?
            """;

    /** What a member finds above a list. @param opening the view that opens by default, null when none is chosen */
    record Choice(List<SavedView> views, @Nullable String opening) {

        static final Choice NONE = new Choice(List.of(), null);

        Optional<SavedView> find(@Nullable String id) {
            return views.stream().filter(view -> view.id().toString().equals(id)).findFirst();
        }
    }

    private record Row(@Nullable SavedView view, @Nullable String opening) {}

    private final JdbcTemplate sql;

    ViewChoices(DataSource database) {
        this.sql = new JdbcTemplate(database);
    }

    Choice of(String list, Actor actor) {
        if (actor.member() == null) {
            return Choice.NONE;
        }
        var me = actor.id().value();
        var rows = sql.query(VIEWS, (row, number) -> row(list, row), list, me, list, me);
        if (rows.isEmpty()) {
            return Choice.NONE;
        }
        var views = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.view()).stream())
                .sorted(Comparator.comparing(SavedView::shared).thenComparing(SavedView::name))
                .toList();
        var opening = rows.stream().flatMap(row -> Optional.ofNullable(row.opening()).stream()).findFirst();
        return new Choice(views, opening.orElse(null));
    }

    private static Row row(String list, ResultSet row) throws SQLException {
        var opening = row.getString("opening");
        if (opening != null) {
            return new Row(null, opening);
        }
        var owner = new MemberId(row.getObject("owner_id", UUID.class));
        return new Row(
                new SavedView(
                        row.getObject("id", UUID.class), list, owner, row.getString("name"), row.getBoolean("shared"),
                        row.getString("query")),
                null);
    }
}
