package org.kamiau.needs;

import static db.needs.Tables.NEED;
import static db.needs.Tables.NEED_PHRASE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Customers;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.lists.Column;
import org.kamiau.platform.lists.ListDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The dictionary as a list. */
@Configuration
class NeedList {

    static final String PATH = "/needs";

    /**
     * A line.
     *
     * @param voices how many confirmed or near-certain voices carry it
     * @param accounts of how many customers
     * @param agreed both sides stand behind what it means now
     * @param called the names of its segments
     */
    public record Row(
            UUID id, String titleJa, String titleEn, String code, String kind, String state, Instant since, @Nullable LocalDate review, @Nullable UUID owner,
            @Nullable UUID parent, @Nullable UUID mergedInto, List<String> segments, int meaning, long voices, boolean agreed, String title, List<String> called) {

        Row with(long heard, boolean both, String said, List<String> names) {
            return new Row(
                    id, titleJa, titleEn, code, kind, state, since, review, owner, parent, mergedInto, segments, meaning, heard, both, said, names);
        }
    }

    @Bean
    static NavItem needsInNavigation() {
        return new NavItem(32, "needs.need-nav", PATH, "bulb", Set.of());
    }

    @Bean
    ListDefinition<Row> listedNeeds(FieldRows field, NeedAgreements agreements, Customers customers) {
        return ListDefinition.of("needs", PATH, NEED.ID, Row.class)
                .from(NEED)
                .select(NEED.TITLE_JA, NEED.TITLE_EN, NEED.PARENT_ID, NEED.MERGED_INTO, NEED.MEANING)
                .row(row -> new Row(
                        row.get(NEED.ID), row.get(NEED.TITLE_JA), row.get(NEED.TITLE_EN), row.get(NEED.CODE), row.get(NEED.KIND), row.get(NEED.STATE),
                        row.get(NEED.STATE_SINCE), row.get(NEED.REVIEW_ON), row.get(NEED.OWNER_ID), row.get(NEED.PARENT_ID), row.get(NEED.MERGED_INTO),
                        List.of(row.get(NEED.SEGMENTS)), row.get(NEED.MEANING), 0, false, "", List.of()))
                .column(Column.<Row>text("title", null, Row::title).main())
                .column(Column.code("state", NEED.STATE, Row::state, "needs.state", codes()))
                .column(Column.code("kind", NEED.KIND, Row::kind, "needs.kind", List.of("job", "pain", "outcome")))
                .column(Column.<Row>number("voices", null, Row::voices))
                .column(Column.<Row>flag("agreed", null, Row::agreed))
                .column(Column.member("owner", NEED.OWNER_ID, Row::owner))
                .column(Column.moment("since", NEED.STATE_SINCE, Row::since).sortable())
                .column(Column.tags("segments", NEED.SEGMENTS, Row::called).optional())
                .column(Column.date("review", NEED.REVIEW_ON, Row::review).optional())
                .column(Column.text("code", NEED.CODE, Row::code).optional())
                .sort("-since")
                .search((words, actor) -> NEED.TITLE_JA.containsIgnoreCase(words)
                        .or(NEED.TITLE_EN.containsIgnoreCase(words))
                        .or(NEED.CODE.eq(words))
                        .or(exists(selectOne()
                                .from(NEED_PHRASE)
                                .where(NEED_PHRASE.NEED_ID.eq(NEED.ID), NEED_PHRASE.KIND.eq("synonym"), NEED_PHRASE.TEXT.containsIgnoreCase(words)))))
                .enrich((rows, actor) -> {
                    var ids = rows.stream().map(row -> new Need.Id(row.id())).toList();
                    var heard = field.voices(ids);
                    var agreed = agreements.byBoth(ids);
                    var english = actor.language().getLanguage().equals("en");
                    var names = customers.segmentNames();
                    return rows.stream()
                            .map(row -> row.with(
                                    heard.getOrDefault(new Need.Id(row.id()), 0L), agreed.contains(new Need.Id(row.id())), english ? row.titleEn() : row.titleJa(),
                                    SegmentNames.called(row.segments(), names, english)))
                            .toList();
                })
                .preset("living", "f=state.none-of.merged,dropped")
                .preset("rising", "f=state.any-of.sign,burst,verifying")
                .preset("mine", "f=owner.is.me")
                .preset("raw", "f=state.is.raw")
                .preset("all", "")
                .build();
    }

    private static List<String> codes() {
        return Arrays.stream(Need.State.values()).map(Need.State::code).toList();
    }
}
