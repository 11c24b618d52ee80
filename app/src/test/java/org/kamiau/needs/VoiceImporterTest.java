package org.kamiau.needs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Role;
import org.kamiau.platform.imports.Importer.Context;
import org.kamiau.platform.imports.Importer.Effect;
import org.kamiau.platform.imports.Importer.Result;
import org.kamiau.platform.imports.Importer.Row;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class VoiceImporterTest {

    @Autowired
    VoiceImporter importer;

    @Autowired
    Questions questions;

    @Autowired
    SampleVoices sample;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationClock clock;

    private Context file;

    @BeforeEach
    void file() {
        clock.set(FixedClock.STORY_MORNING);
        file = new Context(UUID.randomUUID(), people.as(Role.MKT).actor(), "voc", false, false);
    }

    private static Row row(Map<String, String> fields) {
        return new Row() {
            @Override
            public long number() {
                return 2;
            }

            @Override
            public @Nullable String get(String field) {
                return fields.get(field);
            }
        };
    }

    private List<Result> take(Row... rows) {
        return importer.take(List.of(rows), file);
    }

    private static Result.Taken taken(Result result) {
        return (Result.Taken) result;
    }

    @Test
    void a_row_becomes_a_voice_of_the_customer_that_it_proves() {
        var row = row(Map.of(
                "raw", "冬は電池が半日ももたない", "channel", "訪問(商談)", "occurredAt", "2026年11月20日", "company.name", "検証取込株式会社",
                "company.domain", "torikomi-kensho.example", "person.familyName", "森本", "wantsAnswer", "要", "motive", "作業を止めたくない"));

        var first = taken(take(row).getFirst());
        var again = taken(take(row).getFirst());

        assertThat(first.effect()).isEqualTo(Effect.CREATED);
        assertThat(again.effect()).isEqualTo(Effect.UNCHANGED);
        assertThat(again.record()).isEqualTo(first.record());
        var voice = sample.find(requireNonNull(first.record()).toString());
        assertThat(voice.channel()).isEqualTo(Voice.Channel.MEETING);
        assertThat(voice.account()).isNotNull();
        assertThat(voice.person()).isNotNull();
        assertThat(voice.heardAt()).isEqualTo("2026-11-19T15:00:00Z");
        assertThat(requireNonNull(voice.motive()).text()).isEqualTo("作業を止めたくない");
        assertThat(questions.find(voice.id()).orElseThrow().state()).isEqualTo(Question.State.OPEN);
    }

    @Test
    void what_is_wrong_is_said_by_column_and_spoils_no_other_row() {
        var results = take(
                row(Map.of("raw", "場が分からない", "channel", "テレパシー", "company.domain", "a.example")),
                row(Map.of("raw", "名前だけの顧客", "channel", "電話", "company.name", "名前だけ")),
                row(Map.of("channel", "電話", "company.domain", "torikomi-kensho.example")),
                row(Map.of("raw", "未来の声", "channel", "電話", "company.domain", "torikomi-kensho.example", "occurredAt", "2027-01-01")),
                row(Map.of("raw", "日付でない", "channel", "電話", "company.domain", "torikomi-kensho.example", "occurredAt", "きのう")),
                row(Map.of("raw", "店で聞いた声", "channel", "店頭")));

        assertThat(results.subList(0, 5)).allSatisfy(result -> assertThat(result).isInstanceOf(Result.Refused.class))
                .extracting(result -> ((Result.Refused) result).faults().getFirst()).extracting(Invalid.Field::field)
                .containsExactly("channel", "company.name", "raw", "occurredAt", "occurredAt");
        assertThat(taken(results.get(5)).effect()).isEqualTo(Effect.CREATED);
    }
}
