package org.kamiau.platform.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kamiau.platform.Someone.asks;
import static org.kamiau.platform.lists.ScratchList.HEAD;
import static org.kamiau.platform.lists.ScratchList.SELLER;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Shells;
import org.kamiau.platform.lists.ScratchList.Thing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@KamiauTest
@Import(ScratchList.class)
class ListPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Lists lists;

    @Autowired
    SavedViews views;

    @Autowired
    ViewChoices choices;

    @Autowired
    ListDefinition<Thing> list;

    @Autowired
    DSLContext sql;

    @Autowired
    Languages languages;

    @Autowired
    Shells shells;

    @BeforeEach
    void empty() {
        sql.execute("truncate scratch.thing");
    }

    private UUID add(String name, String stage) {
        return ScratchList.add(sql, new Thing(
                Ids.next(), name, Instant.parse("2026-11-24T00:22:00Z"), 1200, stage, SELLER.id(), true, List.of("x", "y"), null, 100));
    }

    private String drawn(String query, Actor actor, Locale language) {
        var t = languages.text(language);
        var request = new MockHttpServletRequest("GET", "/scratch");
        request.setQueryString(query);
        request.setAttribute(org.kamiau.platform.Me.ATTRIBUTE, actor);
        var output = new StringOutput();
        gg.jte.Content rows = to -> to.writeContent("<tr data-item></tr>");
        TemplateEngine.createPrecompiled(null, ContentType.Html, Shells.class.getClassLoader(), "org.kamiau")
                .render(
                        "platform/lists/list.jte",
                        Map.of("list", lists.page(list, Address.of(query), actor, t), "t", t, "shell", shells.of(request), "rows", rows),
                        output);
        return output.toString();
    }

    @Test
    void a_page_shows_its_conditions_and_the_ways_on() {
        for (int i = 0; i < 3; i++) {
            add("thing <" + i + ">", "mql");
        }

        var html = drawn("f=stage.any-of.mql,won&g1=owner.is.me&g1=hot.is.yes&sort=-due&size=2", SELLER, Locale.ENGLISH);

        assertThat(html)
                .contains("Stage is <b>MQL or Won</b>", "aria-sort=\"descending\"", "rel=\"next\"", "Things one sees.")
                .contains("hx-get=\"/lists/scratch/count?")
                .doesNotContain("rel=\"prev\"", "data-select-all");
    }

    @Test
    void a_page_speaks_japanese() {
        add("検証", "mql");

        assertThat(drawn("f=stage.is.mql&add=due", SELLER, Locale.JAPANESE)).contains("書き出し", "が過去…日以内", "<b>MQL</b>");
    }

    @Test
    void the_editor_and_the_choice_of_columns_stand_in_the_page() {
        for (var add : List.of("name", "due", "score", "stage", "owner", "hot", "tags")) {
            assertThat(drawn("add=" + add, HEAD, Locale.ENGLISH)).contains("action=\"/lists/scratch/condition\"");
        }
        assertThat(drawn("add=column", SELLER, Locale.ENGLISH)).contains("Which column?").doesNotContain("Salary");
        assertThat(drawn("f=name.contains.abc&edit=0.0", SELLER, Locale.ENGLISH)).contains("value=\"abc\"");
        assertThat(drawn("add=salary", SELLER, Locale.ENGLISH)).doesNotContain("/condition");
    }

    @Test
    void html_in_an_address_is_text() {
        assertThat(drawn("q=<script>&f=<script>.is.<b>&view=\"><script>", SELLER, Locale.ENGLISH)).doesNotContain("<script>");
    }

    @Test
    void an_empty_list_says_whether_the_filter_made_it_so() {
        assertThat(drawn("view=all", SELLER, Locale.ENGLISH)).contains("No thing yet");
        assertThat(drawn("f=stage.is.won", SELLER, Locale.ENGLISH)).contains("No row fits these conditions");
    }

    @Test
    void whoever_may_act_on_rows_is_offered_it() {
        add("a", "mql");

        assertThat(drawn("view=all", HEAD, Locale.ENGLISH)).contains("formaction=\"/scratch/bulk/close\"", "data-select-all");
    }

    @Test
    void the_editor_adds_its_condition_to_the_address() {
        var added = "/lists/scratch/condition?match=all&f=hot.is.yes&in=0&add=";

        assertThat(mvc.get().uri(added + "stage&op=any-of&value=mql&value=won").with(asks(SELLER)))
                .hasRedirectedUrl("/scratch?match=all&f=hot.is.yes&f=stage.any-of.mql,won");
        assertThat(mvc.get().uri(added + "due&op=range&from=2026-11-01&to=").with(asks(SELLER)))
                .hasRedirectedUrl("/scratch?match=all&f=hot.is.yes&f=due.at-least.2026-11-01");
        assertThat(mvc.get().uri(added + "score&op=range&from=1&to=5").with(asks(SELLER)))
                .hasRedirectedUrl("/scratch?match=all&f=hot.is.yes&f=score.between.1,5");
        assertThat(mvc.get().uri(added + "due&op=last-days&days=7").with(asks(SELLER)))
                .hasRedirectedUrl("/scratch?match=all&f=hot.is.yes&f=due.last-days.7");
        assertThat(mvc.get().uri("/lists/scratch/condition?f=hot.is.yes&in=2&add=owner&op=any-of&value=me").with(asks(SELLER)))
                .hasRedirectedUrl("/scratch?f=hot.is.yes&g2=owner.any-of.me");
        assertThat(mvc.get().uri("/lists/scratch/condition?add=salary&op=is&value=1").with(asks(SELLER))).hasStatus(404);
    }

    @Test
    void a_list_counts_itself_when_asked() {
        add("a", "mql");
        add("b", "won");

        assertThat(mvc.get().uri("/lists/scratch/count?f=stage.is.won").with(asks(SELLER))).hasStatusOk().bodyText().contains("1 row");
        assertThat(mvc.get().uri("/lists/nowhere/count").with(asks(SELLER))).hasStatus(404);
        assertThat(mvc.get().uri("/lists/scratch/count").with(asks(ScratchList.actor("trade1", Role.TRADE)))).hasStatus(404);
    }

    @Test
    void a_file_holds_what_the_screen_shows_and_is_told_of() {
        add("=cmd()", "mql");
        add("b", "won");
        var before = exportsTold();

        var file = mvc.get().uri("/lists/scratch/export?format=csv&f=stage.is.mql&columns=name,stage,owner,hot,tags,salary").with(asks(HEAD));

        assertThat(file).hasStatusOk().bodyText().isEqualTo(
                "\uFEFFName,Stage,Owner,Hot,Tags,Salary\r\n'=cmd(),MQL,former member,yes,\"x, y\",100\r\n");
        assertThat(exportsTold()).isEqualTo(before + 1);
    }

    private int exportsTold() {
        return sql.fetchCount(org.jooq.impl.DSL.table("platform.audit_entry"), org.jooq.impl.DSL.condition("action = 'list_exported'"));
    }

    @Test
    void a_hidden_column_is_in_no_file() {
        add("a", "mql");

        assertThat(mvc.get().uri("/lists/scratch/export?format=csv&view=all").with(asks(SELLER)))
                .bodyText().doesNotContain("Salary", "100,");
        assertThat(mvc.get().uri("/lists/scratch/export?format=csv&columns=name,salary").with(asks(SELLER))).hasStatus(422);
    }

    @Test
    void windows_31j_asks_before_it_loses_characters() {
        add("𠮷田", "mql");
        var address = "/lists/scratch/export?format=csv-windows-31j&columns=name";

        assertThat(mvc.get().uri(address).with(asks(SELLER))).hasStatusOk().bodyText().contains("𠮷", "replace=true");
        var bytes = mvc.get().uri(address + "&replace=true").with(asks(SELLER)).exchange().getResponse().getContentAsByteArray();
        assertThat(new String(bytes, Windows31J.CHARSET)).isEqualTo("Name\r\n〓田\r\n");
    }

    @Test
    void a_workbook_is_a_workbook() {
        add("a", "mql");

        var bytes = mvc.get().uri("/lists/scratch/export?format=xlsx&view=all").with(asks(SELLER)).exchange().getResponse().getContentAsByteArray();

        assertThat(new String(bytes, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    @Test
    void a_shared_view_is_everybodys_and_a_private_one_only_its_makers() {
        var me = ScratchList.actor("maker" + UUID.randomUUID(), Role.FS);
        var other = ScratchList.actor("other" + UUID.randomUUID(), Role.FS);
        var mine = views.save("scratch", me, "Mine only", false, "f=stage.is.mql");
        var ours = views.save("scratch", me, "Ours", true, "f=stage.is.won");

        assertThat(choices.of("scratch", other).views()).contains(ours).doesNotContain(mine);
        assertThat(choices.of("scratch", me).views()).contains(ours, mine);
        assertThatThrownBy(() -> views.change("scratch", ours.id(), other, "")).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> views.remove("scratch", mine.id(), other)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> views.save("scratch", me, " ", false, "")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> views.save("scratch", me, "x".repeat(61), false, "")).isInstanceOf(Invalid.class);
    }

    @Test
    void the_view_that_somebody_chose_opens_their_list() {
        var me = ScratchList.actor("opener" + UUID.randomUUID(), Role.FS);
        add("a", "mql");
        add("b", "won");
        var won = views.save("scratch", me, "Won", false, "match=all&f=stage.is.won&columns=name");

        views.openWith("scratch", me, won.id().toString());

        var t = languages.text(Locale.ENGLISH);
        var page = lists.page(list, Address.of(""), me, t);
        assertThat(page.lines()).extracting(line -> line.row().name()).containsExactly("b");
        assertThat(page.columns()).hasSize(1);
        assertThat(page.ownView()).isEqualTo(won.id().toString());
        assertThat(page.next()).isNull();
        assertThat(lists.page(list, Address.of("view=all"), me, t).lines()).hasSize(2);

        views.remove("scratch", won.id(), me);
        assertThat(lists.page(list, Address.of(""), me, t).lines()).isEmpty();
    }
}
