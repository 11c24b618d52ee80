package org.kamiau.platform.lists;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Requests;
import org.kamiau.platform.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Reads any list: a page for people, a page for programs, the rows that somebody chose. */
@Component
public class Lists {

    /** A bulk action takes at most so many rows at once; what is larger is work for an import. */
    public static final int MOST_CHOSEN = 1_000;

    static final int COUNTED = 1_000;
    private static final int COUNT_SECONDS = 2;

    private final DSLContext sql;
    private final InstantSource clock;
    private final Languages languages;
    private final ViewChoices views;
    private final Wordings wordings;
    private final ObjectProvider<Directory> directory;
    private final ObjectProvider<ListDefinition<?>> definitions;

    Lists(
            DSLContext sql,
            InstantSource clock,
            Languages languages,
            ViewChoices views,
            Wordings wordings,
            ObjectProvider<Directory> directory,
            ObjectProvider<ListDefinition<?>> definitions) {
        this.sql = sql;
        this.clock = clock;
        this.languages = languages;
        this.views = views;
        this.wordings = wordings;
        this.directory = directory;
        this.definitions = definitions;
    }

    /** The page of a list that a request asks for. Raises {@link Refusal.NotFound} when the list is not for them. */
    public <R> ListPage<R> page(ListDefinition<R> list, HttpServletRequest request) {
        return page(list, Address.of(request), actor(request), languages.text(request));
    }

    private static Actor actor(HttpServletRequest request) {
        var actor = Requests.actor(request);
        if (actor == null) {
            throw new Refusal.NotSignedIn();
        }
        return actor;
    }

    <R> ListPage<R> page(ListDefinition<R> list, Address address, Actor actor, Text t) {
        var reading = reading(list, actor, t);
        var troubles = new LinkedHashSet<String>();
        var choice = views.of(list.name(), actor);
        var state = state(list, address, reading, choice, unusable -> troubles.add(unusable.said(t)));
        var words = wordings.of(list, reading, t);
        words.learn(state.filter());
        var slice = keyset(list, state, actor).read(state.cursor(), state.size());
        var lines = lines(list, slice, actor);
        words.learn(members(list, state, actor, lines));
        var bar = FilterBar.of(list, state, address, words, reading);
        return new ListPage<>(list, state, words, reading, lines, slice, choice, List.copyOf(troubles), bar);
    }

    Reading reading(ListDefinition<?> list, Actor actor, Text t) {
        if (!list.openTo(actor)) {
            throw new Refusal.NotFound();
        }
        return new Reading(actor, clock.instant(), t.zone());
    }

    /** Which view is meant: the one named, else the one chosen to open, else the list's first. */
    <R> ListState state(
            ListDefinition<R> list, Address address, Reading reading, ViewChoices.Choice choice,
            java.util.function.Consumer<Unusable> trouble) {
        var reader = new StateReader<>(list, reading, trouble);
        var named = address.first("view");
        var first = list.presets().keySet().stream().findFirst().orElse(null);
        for (var view : new @Nullable String[] {named, StateReader.describes(address) ? null : choice.opening(), first}) {
            var preset = view == null ? null : list.presets().get(view);
            var saved = choice.find(view);
            if (preset != null || saved.isPresent()) {
                boolean meant = view != null && (view.equals(named) || !StateReader.describes(address));
                return reader.read(address, meant ? view : null, preset != null ? preset : saved.get().query());
            }
        }
        return reader.read(address, null, "");
    }

    <R> Keyset keyset(ListDefinition<R> list, ListState state, Actor actor) {
        return new Keyset(sql, list.table(), list.fields(), list.hiddenFrom(actor), condition(list, state, actor), state.sort());
    }

    private static <R> Condition condition(ListDefinition<R> list, ListState state, Actor actor) {
        var condition = list.visible(actor).and(state.filter().condition());
        var search = list.search();
        return state.words() == null || search == null ? condition : condition.and(search.apply(state.words(), actor));
    }

    <R> List<ListPage.Line<R>> lines(ListDefinition<R> list, Keyset.Slice slice, Actor actor) {
        var rows = list.enriched(slice.lines().stream().map(line -> list.row(line.record())).toList(), actor);
        var lines = new ArrayList<ListPage.Line<R>>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            lines.add(new ListPage.Line<>(slice.lines().get(i).id(), rows.get(i)));
        }
        return lines;
    }

    <R> Set<UUID> members(ListDefinition<R> list, ListState state, Actor actor, List<ListPage.Line<R>> lines) {
        var members = new HashSet<UUID>();
        for (var column : list.columns(actor)) {
            if (column.kind() == Column.Kind.MEMBER && state.columns().contains(column.key())) {
                for (var line : lines) {
                    switch (column.value(line.row())) {
                        case MemberId member -> members.add(member.value());
                        case UUID member -> members.add(member);
                        case null, default -> {}
                    }
                }
            }
        }
        return members;
    }

    /**
     * A page of the list as JSON. Filters are the columns by name ({@code stage=mql,assigned}, {@code
     * score.at-least=70}); raises {@link Invalid} for every parameter that cannot be used.
     */
    public <R, T> ApiPage<T> api(ListDefinition<R> list, HttpServletRequest request, Actor actor, Function<R, T> item) {
        return api(list, Address.of(request), actor, languages.text(request), item);
    }

    <R, T> ApiPage<T> api(ListDefinition<R> list, Address address, Actor actor, Text t, Function<R, T> item) {
        var state = new ApiReader<>(list, reading(list, actor, t)).read(address);
        var slice = keyset(list, state, actor).read(state.cursor(), state.size());
        var items = lines(list, slice, actor).stream().map(line -> item.apply(line.row())).toList();
        return new ApiPage<>(items, slice.more() ? slice.behind().text(state.sort()) : null);
    }

    /** How many rows there are, up to a bound; empty when counting takes too long. */
    <R> java.util.OptionalInt count(ListDefinition<R> list, ListState state, Actor actor) {
        var some = sql.selectOne().from(list.table()).where(condition(list, state, actor)).limit(COUNTED + 1);
        try {
            var counted = sql.selectCount().from(some.asTable("counted")).queryTimeout(COUNT_SECONDS).fetchOne(0, Integer.class);
            return java.util.OptionalInt.of(counted == null ? 0 : counted);
        } catch (DataAccessException tooLong) {
            if ("57014".equals(tooLong.sqlState())) {
                return java.util.OptionalInt.empty();
            }
            throw tooLong;
        }
    }

    /**
     * The rows that a bulk form chose ({@code id} repeated, or {@code all=true} with the list's {@code
     * address}), only those that the actor may see. Raises {@link Invalid} when there are none or too many.
     */
    public <R> Set<UUID> chosen(ListDefinition<R> list, HttpServletRequest request) {
        return chosen(list, Address.of(request), actor(request), languages.text(request));
    }

    <R> Set<UUID> chosen(ListDefinition<R> list, Address form, Actor actor, Text t) {
        var reading = reading(list, actor, t);
        boolean all = "true".equals(form.first("all"));
        var state = state(list, Address.of(form.first("address", "")), reading, views.of(list.name(), actor), unusable -> {
            throw new Invalid("address", unusable.code(), unusable.arguments());
        });
        var condition = all ? condition(list, state, actor) : list.visible(actor).and(list.id().in(ids(form)));
        var chosen = sql.select(list.id()).from(list.table()).where(condition).orderBy(list.id()).limit(MOST_CHOSEN + 1).fetchSet(list.id());
        if (chosen.isEmpty()) {
            throw new Invalid("id", "lists.invalid.nothing-chosen");
        }
        if (chosen.size() > MOST_CHOSEN) {
            throw new Invalid("id", "lists.invalid.too-many-chosen", MOST_CHOSEN);
        }
        return chosen;
    }

    /** The page that says what a bulk action did, row by row where it did nothing. */
    public ModelAndView report(ListDefinition<?> list, int done, List<BulkReport.Refused> refused, HttpServletRequest request) {
        var address = Address.of(Address.of(request).first("address", "")).toString();
        var back = address.isEmpty() ? list.path() : list.path() + "?" + address;
        return new ModelAndView("platform/lists/report", "page", new BulkReport(done, refused, back));
    }

    private static List<UUID> ids(Address form) {
        try {
            return form.all("id").stream().distinct().limit(MOST_CHOSEN + 1).map(UUID::fromString).toList();
        } catch (IllegalArgumentException noId) {
            throw new Invalid("id", "platform.invalid.format");
        }
    }

    /** The list of that name. Raises {@link Refusal.NotFound}. */
    ListDefinition<?> named(String name) {
        return definitions.stream().filter(list -> list.name().equals(name)).findFirst().orElseThrow(Refusal.NotFound::new);
    }

    @Nullable Directory directory() {
        return directory.getIfAvailable();
    }
}
