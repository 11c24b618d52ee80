package org.kamiau.platform.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kamiau.platform.lists.ScratchList.HEAD;
import static org.kamiau.platform.lists.ScratchList.SELLER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.lists.ScratchList.Thing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@KamiauTest
@Import(ScratchList.class)
class ListsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T03:00:00Z");

    @Autowired
    Lists lists;

    @Autowired
    ListDefinition<Thing> list;

    @Autowired
    DSLContext sql;

    @Autowired
    Languages languages;

    @BeforeEach
    void empty() {
        sql.execute("truncate scratch.thing");
    }

    private ListPage<Thing> page(String query, Actor actor) {
        return lists.page(list, Address.of(query), actor, languages.text(Locale.ENGLISH));
    }

    private ApiPage<String> api(String query, Actor actor) {
        return lists.api(list, Address.of(query), actor, languages.text(Locale.ENGLISH), thing -> String.valueOf(thing.name()));
    }

    private List<String> names(String query) {
        return page(query, SELLER).lines().stream().map(line -> String.valueOf(line.row().name())).toList();
    }

    private static Thing thing(String name) {
        return new Thing(Ids.next(), name, NOON, 1, "new", SELLER.id(), false, List.of(), null, 100);
    }

    private UUID add(Thing thing) {
        return ScratchList.add(sql, thing);
    }

    /** Rows with many ties and a third without a value. */
    private void addMany(int n) {
        sql.execute(
                """
                insert into scratch.thing (id, name, due_at, score, stage, owner_id, tags)
                select gen_random_uuid(), 'thing ' || n, case when n % 3 = 0 then null else timestamptz '2026-11-24' + (n % 5000) * interval '1 minute' end,
                    case when n % 7 = 0 then null else n % 10 end, 'new', {0}, '{}'
                from generate_series(1, {1}) n
                """,
                org.jooq.impl.DSL.val(SELLER.id().value()), org.jooq.impl.DSL.val(n));
        sql.execute("analyze scratch.thing");
    }

    private List<UUID> walk(String query, boolean forward) {
        var ids = new ArrayList<UUID>();
        var address = query + (forward ? "" : "&cursor=last");
        while (true) {
            var page = page(address, SELLER);
            var seen = new ArrayList<>(page.lines().stream().map(ListPage.Line::id).toList());
            if (!forward) {
                Collections.reverse(seen);
            }
            ids.addAll(seen);
            var next = forward ? page.next() : page.previous();
            if (next == null) {
                return ids;
            }
            address = next.substring(next.indexOf('?') + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"due", "-due", "score", "-score", "id", "-id"})
    void walking_a_hundred_thousand_rows_meets_each_once_in_either_direction(String sort) {
        addMany(100_000);

        var forward = walk("match=all&size=200&sort=" + sort, true);
        var backward = walk("match=all&size=200&sort=" + sort, false);

        assertThat(forward).hasSize(100_000);
        assertThat(new HashSet<>(forward)).hasSize(100_000);
        Collections.reverse(backward);
        assertThat(backward).isEqualTo(forward);
    }

    @Test
    void empty_values_come_last_in_both_directions_and_ties_go_by_id() {
        add(new Thing(Ids.next(), "none 1", null, null, null, null, null, List.of(), null, null));
        add(new Thing(Ids.next(), "late", NOON.plusSeconds(60), 1, null, null, null, List.of(), null, null));
        add(new Thing(Ids.next(), "tie 1", NOON, 1, null, null, null, List.of(), null, null));
        add(new Thing(Ids.next(), "tie 2", NOON, 1, null, null, null, List.of(), null, null));
        add(new Thing(Ids.next(), "none 2", null, null, null, null, null, List.of(), null, null));

        assertThat(names("match=all&sort=due")).containsExactly("tie 1", "tie 2", "late", "none 1", "none 2");
        assertThat(names("match=all&sort=-due")).containsExactly("late", "tie 2", "tie 1", "none 2", "none 1");
        assertThat(names("match=all&sort=due&size=2&cursor=last")).containsExactly("none 1", "none 2");
        assertThat(names("match=all&sort=due&size=4&cursor=last")).containsExactly("tie 2", "late", "none 1", "none 2");
    }

    @Test
    void rows_that_arrive_meanwhile_neither_repeat_nor_hide_others() {
        addMany(1_000);
        var before = new HashSet<>(walk("match=all&size=200&sort=due", true));
        var seen = new ArrayList<UUID>();
        var address = "match=all&size=50&sort=due";
        while (true) {
            var page = page(address, SELLER);
            page.lines().forEach(line -> seen.add(line.id()));
            add(new Thing(Ids.next(), "new", NOON.minusSeconds(seen.size()), 1, null, null, null, List.of(), null, null));
            add(new Thing(Ids.next(), "new", null, 1, null, null, null, List.of(), null, null));
            var next = page.next();
            if (next == null) {
                break;
            }
            address = next.substring(next.indexOf('?') + 1);
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void the_index_serves_the_last_page_as_it_serves_the_first() {
        addMany(100_000);
        for (var address : List.of("match=all&sort=due", "match=all&sort=due&cursor=last", "match=all&sort=-due")) {
            var reading = lists.reading(list, SELLER, languages.text(Locale.ENGLISH));
            var state = lists.state(list, Address.of(address), reading, ViewChoices.Choice.NONE, unusable -> {});
            var keyset = lists.keyset(list, state, SELLER);
            var plan = sql.explain(keyset.question(keyset.phases(state.cursor()).getFirst(), state.cursor(), 51)).plan();

            assertThat(plan).contains("thing_due").doesNotContain("Sort", "Seq Scan");
        }
    }

    @Test
    void conditions_combine_in_two_levels() {
        add(new Thing(Ids.next(), "a", NOON, 90, "mql", SELLER.id(), true, List.of("x"), null, null));
        add(new Thing(Ids.next(), "b", NOON, 10, "mql", SELLER.id(), false, List.of("y", "z"), null, null));
        add(new Thing(Ids.next(), "c", NOON, 90, "won", HEAD.id(), null, List.of(), null, null));
        add(new Thing(Ids.next(), "d", null, null, null, null, null, List.of(), null, null));

        assertThat(names("f=stage.is.mql&f=score.at-least.50")).containsExactly("a");
        assertThat(names("match=any&f=stage.is.won&f=score.at-most.10")).containsExactlyInAnyOrder("b", "c");
        assertThat(names("f=owner.is.me&g1=score.at-least.50&g1=tags.any-of.z")).containsExactlyInAnyOrder("a", "b");
        assertThat(names("f=stage.is-not.mql")).containsExactlyInAnyOrder("c", "d");
        assertThat(names("f=stage.any-of.mql,won&f=tags.none-of.x")).containsExactlyInAnyOrder("b", "c");
        assertThat(names("f=hot.is.no")).containsExactlyInAnyOrder("b", "c", "d");
        assertThat(names("f=due.empty")).containsExactly("d");
        assertThat(names("f=due.is.2026-11-24&f=due.last-days.1")).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(names("f=due.after.2026-11-24")).isEmpty();
        assertThat(names("f=owner.none-of.me&f=score.between.80,95")).containsExactly("c");
        assertThat(names("f=tags.empty")).containsExactlyInAnyOrder("c", "d");
    }

    @Test
    void texts_are_compared_as_texts() {
        add(thing("100% 建設"));
        add(thing("1000 建設"));

        assertThat(names("f=name.contains.100%25")).containsExactly("100% 建設");
        assertThat(names("f=name.starts.1000")).containsExactly("1000 建設");
        assertThat(names("f=name.lacks.%25")).containsExactly("1000 建設");
        assertThat(names("match=all&q=%E5%BB%BA")).hasSize(2);
        assertThat(names("f=name.is.'; drop table scratch.thing; --")).isEmpty();
    }

    @Test
    void what_cannot_be_used_is_said_and_left_out() {
        add(thing("a"));

        var page = page("f=stage.is.lost&f=nonsense&sort=wage&columns=name,wage&cursor=xyz&size=many&match=some&q=a%00", SELLER);

        assertThat(page.lines()).hasSize(1);
        assertThat(page.troubles()).hasSize(8).allSatisfy(trouble -> assertThat(trouble).isNotBlank());
    }

    @Test
    void a_hidden_column_cannot_be_seen_filtered_sorted_or_chosen() {
        add(new Thing(Ids.next(), "a", NOON, 1, "new", SELLER.id(), false, List.of(), null, 100));

        var page = page("f=salary.at-least.50&sort=salary&columns=name,salary", SELLER);

        assertThat(page.troubles()).hasSize(2);
        assertThat(page.columns()).extracting(ListPage.Head::key).containsExactly("name");
        assertThat(page.columnChoices()).extracting(ListPage.Choice::key).doesNotContain("salary");
        assertThat(page.lines().getFirst().row().salary()).isNull();
        assertThatThrownBy(() -> api("salary=100", SELLER)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> api("sort=salary", SELLER)).isInstanceOf(Invalid.class);
        assertThat(page("f=salary.at-least.50&sort=salary", HEAD).lines().getFirst().row().salary()).isEqualTo(100);
    }

    @Test
    void contact_details_are_found_only_by_who_may_read_them() {
        add(new Thing(Ids.next(), "mine", NOON, 1, "new", SELLER.id(), false, List.of(), "tanaka@a.example", null));
        add(new Thing(Ids.next(), "other", NOON, 1, "new", HEAD.id(), false, List.of(), "tanaka@b.example", null));

        assertThat(names("f=mail.contains.tanaka")).containsExactly("mine");
        assertThat(names("f=mail.is-not.x")).containsExactly("mine");
        assertThat(names("match=any&f=mail.lacks.suzuki&f=mail.empty")).containsExactly("mine");
    }

    @Test
    void rows_that_are_gone_and_lists_that_are_closed_stay_out_of_sight() {
        add(thing("a"));
        sql.execute("update scratch.thing set gone = true");

        assertThat(page("match=any&f=name.is.a&f=name.filled", SELLER).lines()).isEmpty();
        assertThatThrownBy(() -> page("", ScratchList.actor("trade1", Role.TRADE))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void counting_stops_at_a_bound() {
        addMany(1_500);
        var reading = lists.reading(list, SELLER, languages.text(Locale.ENGLISH));
        var none = ViewChoices.Choice.NONE;

        var all = lists.state(list, Address.of("match=all"), reading, none, unusable -> {});
        var few = lists.state(list, Address.of("f=name.is.thing 7"), reading, none, unusable -> {});

        assertThat(lists.count(list, all, SELLER)).hasValue(Lists.COUNTED + 1);
        assertThat(lists.count(list, few, SELLER)).hasValue(1);
    }

    @Test
    void the_api_pages_through_everything_and_refuses_what_it_does_not_know() {
        addMany(120);

        var first = api("limit=50&sort=-due&owner=me&stage=new,mql", SELLER);
        var second = api("limit=50&sort=-due&owner=me&stage=new,mql&cursor=" + first.next(), SELLER);
        var third = api("limit=50&sort=-due&owner=me&stage=new,mql&cursor=" + second.next(), SELLER);

        assertThat(third.items()).hasSize(20);
        assertThat(third.next()).isNull();
        assertThatThrownBy(() -> api("limit=0&sort=x&stage=lost&cursor=x&colour=red&due.before=soon", SELLER))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.fields())
                        .extracting(Invalid.Field::field)
                        .containsExactlyInAnyOrder("limit", "sort", "stage", "cursor", "colour", "due.before"));
    }

    @Test
    void a_bulk_form_reaches_only_what_its_sender_sees() {
        var a = add(thing("a"));
        var b = add(thing("b"));
        var gone = add(thing("gone"));
        sql.execute("update scratch.thing set gone = true where name = 'gone'");
        var t = languages.text(Locale.ENGLISH);

        assertThat(lists.chosen(list, Address.of("id=" + a + "&id=" + gone + "&id=" + Ids.next()), HEAD, t)).containsExactly(a);
        assertThat(lists.chosen(list, Address.of("all=true&address=match%3Dall%26f%3Dname.is.b"), HEAD, t)).containsExactly(b);
        assertThatThrownBy(() -> lists.chosen(list, Address.of("x=y"), HEAD, t)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> lists.chosen(list, Address.of("id=7"), HEAD, t)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> lists.chosen(list, Address.of("all=true&address=f%3Dname.shouts.b"), HEAD, t)).isInstanceOf(Invalid.class);
        addMany(Lists.MOST_CHOSEN + 1);
        assertThatThrownBy(() -> lists.chosen(list, Address.of("all=true&address=match%3Dall"), HEAD, t)).isInstanceOf(Invalid.class);
    }

    @Test
    void the_reader_is_told_why_the_rows_are_here() {
        var page = page("f=owner.is.me&g1=score.at-least.50&g1=due.last-days.7&sort=-due", HEAD);

        assertThat(page.why()).containsExactly(
                "Owner is me and (Score is at least 50 or Due in the last 7 days)", "latest Due first");
    }

    @Test
    void a_list_opens_with_its_first_preset_and_keeps_its_address_short() {
        add(thing("a"));
        add(new Thing(Ids.next(), "b", NOON, 1, "new", new MemberId(UUID.randomUUID()), false, List.of(), null, 100));

        var opened = page("", SELLER);

        assertThat(opened.lines()).hasSize(1);
        assertThat(opened.address()).isEqualTo("view=mine");
        assertThat(page("view=all", SELLER).lines()).hasSize(2);
        assertThat(page("view=mine&match=all", SELLER).lines()).hasSize(2);
        assertThat(page("view=unknown", SELLER).lines()).hasSize(1);
    }
}
