package org.kamiau.platform.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

    private static final Reading READING =
            new Reading(ScratchList.SELLER, Instant.parse("2026-11-24T00:05:00Z"), ZoneId.of("Asia/Tokyo"));
    private static final ListDefinition<ScratchList.Thing> LIST = ScratchList.definition();

    private static Term term(String text) {
        return Conditions.term(LIST, Term.Written.of(text), READING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stage.is.mql", "stage.any-of.mql,won", "name.contains.a.b,c", "tags.any-of.x\\,y,z", "due.empty",
                "due.last-days.7", "due.between.2026-11-01,2026-11-30", "score.at-least.70", "owner.is.me", "hot.is.yes"
            })
    void a_condition_is_written_as_it_was_read(String text) {
        assertThat(term(text)).hasToString(text);
    }

    @Test
    void a_comma_within_a_tag_does_not_separate() {
        assertThat(term("tags.any-of.x\\,y,z").values()).containsExactly("x,y", "z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nonsense                       | condition
                    nothing.is.x                   | column
                    salary.at-least.1              | column
                    stage.contains.m               | operator
                    stage.shouts.m                 | operator
                    stage.is.lost                  | value
                    stage.is                       | no-value
                    name.contains.                 | no-value
                    score.is.12x                   | number
                    score.is.1e9999999             | number
                    score.between.1                | two-values
                    due.is.2026-13-01              | date
                    due.before.9999-01-01          | date
                    due.last-days.0                | days
                    due.last-days.99999999999      | days
                    owner.is.somebody              | member
                    hot.is.perhaps                 | value
                    """)
    void a_condition_that_makes_no_sense_is_refused_with_its_reason(String text, String reason) {
        assertThatThrownBy(() -> term(text)).isInstanceOf(Unusable.class).hasMessage("lists.unusable." + reason);
    }

    @Test
    void nul_and_endless_values_are_refused() {
        assertThatThrownBy(() -> term("name.is.a\0b")).isInstanceOf(Unusable.class);
        assertThatThrownBy(() -> term("name.is." + "x".repeat(201))).hasMessage("lists.unusable.too-long");
    }

    @Test
    void a_hidden_column_is_answered_like_one_that_does_not_exist() {
        assertThatThrownBy(() -> term("salary.is.1")).hasMessage("lists.unusable.column");
        assertThatThrownBy(() -> term("wage.is.1")).hasMessage("lists.unusable.column");
    }

    @Test
    void numbers_may_be_written_as_people_write_them() {
        assertThat(term("score.is.１，２００").condition().toString()).contains("1200");
    }

    @Test
    void seven_days_are_today_and_the_six_before_it() {
        assertThat(term("due.last-days.7").condition().toString())
                .contains("2026-11-17 15:00:00")
                .contains("2026-11-24 15:00:00");
    }

    @Test
    void wildcards_of_sql_are_letters_like_others() {
        assertThat(term("name.contains.100%_").condition().toString()).contains("%100\\%\\_%");
    }

    @Test
    void conditions_on_contact_details_match_only_rows_that_may_be_read() {
        assertThat(term("mail.contains.tanaka").condition().toString())
                .contains(ScratchList.SELLER.id().toString())
                .contains("tanaka");
    }
}
