package org.kamiau.needs;

import static db.needs.Tables.MAPPING;
import static db.needs.Tables.QUESTION;
import static db.needs.Tables.VOICE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.CustomerSearch;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.lists.ApiPage;
import org.kamiau.platform.lists.BulkAction;
import org.kamiau.platform.lists.Column;
import org.kamiau.platform.lists.ListDefinition;
import org.kamiau.platform.lists.ListPage;
import org.kamiau.platform.lists.Lists;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Voices as a list, on their page and over the API. */
@Configuration
class VoiceList {

    static final String PATH = "/voices";

    private static final Field<String> ACCOUNT = field(name("a", "name"), SQLDataType.VARCHAR);
    private static final Field<String> PERSON = field(name("p", "display_name"), SQLDataType.VARCHAR);

    /** Null where nothing is asked. */
    private static final Field<String> QUESTION_STATE = field(name("q", "state"), SQLDataType.VARCHAR);

    private static final Field<Boolean> UNDECIDED = field(exists(selectOne()
            .from(MAPPING)
            .where(MAPPING.VOICE_ID.eq(VOICE.ID), MAPPING.STATE.eq("proposed"))));

    /** A line; its needs are those that nobody rejected. */
    public record Row(
            UUID id, String raw, @Nullable UUID accountId, @Nullable String account, @Nullable String person, String channel, @Nullable UUID recorder,
            Instant heard, Instant recorded, @Nullable String question, boolean undecided, List<String> competitors, List<VoiceDetails.Carried> needs) {

        Row carrying(List<VoiceDetails.Carried> carried) {
            return new Row(
                    id, raw, accountId, account, person, channel, recorder, heard, recorded, question, undecided, competitors, carried);
        }
    }

    @Bean
    static NavItem voicesInNavigation() {
        return new NavItem(30, "needs.voice-nav", PATH, "message-circle", Set.of());
    }

    @Bean
    ListDefinition<Row> listedVoices(VoiceDetails details) {
        return ListDefinition.of("voices", PATH, VOICE.ID, Row.class)
                .from(VOICE.leftJoin(table(name("customers", "account_view")).as("a"))
                        .on(field(name("a", "id"), SQLDataType.UUID).eq(VOICE.ACCOUNT_ID))
                        .leftJoin(table(name("customers", "person_view")).as("p"))
                        .on(field(name("p", "id"), SQLDataType.UUID).eq(VOICE.PERSON_ID))
                        .leftJoin(QUESTION.as("q"))
                        .on(field(name("q", "voice_id"), SQLDataType.UUID).eq(VOICE.ID)))
                .select(VOICE.ACCOUNT_ID)
                .row(row -> new Row(
                        row.get(VOICE.ID), row.get(VOICE.RAW), row.get(VOICE.ACCOUNT_ID), row.get(ACCOUNT), row.get(PERSON), row.get(VOICE.CHANNEL),
                        row.get(VOICE.RECORDER_ID), row.get(VOICE.HEARD_AT), row.get(VOICE.RECORDED_AT), row.get(QUESTION_STATE), row.get(UNDECIDED),
                        List.of(row.get(VOICE.COMPETITORS)), List.of()))
                .column(Column.text("raw", VOICE.RAW, Row::raw).main())
                .column(Column.text("account", ACCOUNT, Row::account))
                .column(Column.<Row>text("needs", null, row -> String.join(" / ", row.needs().stream().map(VoiceDetails.Carried::titleJa).toList())))
                .column(Column.code("channel", VOICE.CHANNEL, Row::channel, "needs.channel", channels()))
                .column(Column.member("recorder", VOICE.RECORDER_ID, Row::recorder).optional())
                .column(Column.moment("heard", VOICE.HEARD_AT, Row::heard).sortable())
                .column(Column.code("question", QUESTION_STATE, Row::question, "needs.question-state", List.of("open", "answered", "settled")))
                .column(Column.flag("undecided", UNDECIDED, Row::undecided).optional())
                .column(Column.text("person", PERSON, Row::person).optional())
                .column(Column.tags("competitors", VOICE.COMPETITORS, Row::competitors).optional())
                .column(Column.moment("recorded", VOICE.RECORDED_AT, Row::recorded).optional())
                .sort("-heard")
                .search((words, actor) -> CustomerSearch.names(VOICE.ACCOUNT_ID, VOICE.PERSON_ID, words, actor).or(VOICE.RAW.containsIgnoreCase(words)))
                .enrich((rows, actor) -> {
                    var carried = details.carried(rows.stream().map(row -> new Voice.Id(row.id())).toList());
                    return rows.stream()
                            .map(row -> row.carrying(carried.getOrDefault(new Voice.Id(row.id()), List.of()).stream()
                                    .filter(one -> one.standing() != VoiceDetails.Standing.REJECTED)
                                    .toList()))
                            .toList();
                })
                .preset("all", "")
                .preset("mine", "f=recorder.is.me")
                .preset("undecided", "f=recorder.is.me&f=undecided.is.true")
                .preset("questions", "f=question.is.open")
                .preset("answered", "f=recorder.is.me&f=question.is.answered")
                .bulk(new BulkAction("need", "/needs/drafts", Need::mayPropose))
                .build();
    }

    private static List<String> channels() {
        return Arrays.stream(Voice.Channel.values()).map(Voice.Channel::code).toList();
    }

    /** Page and API over the list. */
    @Controller
    @Access.Members
    static class Pages {

        /** The list page. */
        public record Page(ListPage<Row> list, boolean mayTake) {}

        record Listed(
                UUID id, String raw, @Nullable UUID account, @Nullable String accountName, Voice.Channel channel, @Nullable UUID recorder,
                Instant heardAt, @Nullable String question, List<NeedOfVoice> needs) {}

        record NeedOfVoice(String need, String title, String state, @Nullable Double confidence) {

            static NeedOfVoice of(VoiceDetails.Carried carried) {
                return new NeedOfVoice(
                        carried.need().toString(), carried.titleJa(), carried.standing().code(),
                        carried.confidence() == null ? null : VoiceApi.ProposalAnswer.rounded(carried.confidence()));
            }
        }

        private final Lists lists;
        private final ListDefinition<Row> voices;

        Pages(Lists lists, ListDefinition<Row> voices) {
            this.lists = lists;
            this.voices = voices;
        }

        @GetMapping(PATH)
        ModelAndView list(HttpServletRequest request, @Me Actor me) {
            return new ModelAndView("needs/voicelist", "page", new Page(lists.page(voices, request), !me.readsOnly()));
        }

        @Operation(
                summary = "List voices",
                description = "Newest first. Filters: account.contains, channel, recorder (id or me), heard.between, question (open, answered, settled), "
                        + "undecided; q finds customers and words. limit 1-200, cursor from next.")
        @GetMapping("/api/v1/voices")
        @ResponseBody
        ApiPage<Listed> all(HttpServletRequest request, @Me Actor me) {
            return lists.api(voices, request, me, row -> new Listed(
                    row.id(), row.raw(), row.accountId(), row.account(), Voice.Channel.of(row.channel()), row.recorder(), row.heard(), row.question(),
                    row.needs().stream().map(NeedOfVoice::of).toList()));
        }
    }
}
