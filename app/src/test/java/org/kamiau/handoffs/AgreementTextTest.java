package org.kamiau.handoffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.platform.Invalid;

class AgreementTextTest {

    private static final AgreementText STANDARD = AgreementText.of(Agreement.STANDARD);

    private static AgreementText times(String promise, String time) {
        return new AgreementText(Map.of(promise, time), null, null, Map.of(), Map.of(), Map.of(), Map.of());
    }

    private static List<String> wrong(AgreementText written) {
        var invalid = catchThrowableOfType(Invalid.class, () -> STANDARD.with(written).checked(1));
        return invalid.fields().stream().map(Invalid.Field::field).toList();
    }

    @Test
    void what_is_written_down_comes_back_the_same() {
        assertThat(STANDARD.checked(0)).isEqualTo(Agreement.STANDARD);
    }

    @Test
    void what_is_not_named_stays() {
        var changed = STANDARD.with(times("reply", "1d")).checked(4);

        assertThat(changed.time(Promise.REPLY)).isEqualTo(BusinessTime.days(1));
        assertThat(changed.time(Promise.RULING)).isEqualTo(Promise.RULING.standard());
        assertThat(changed.version()).isEqualTo(4);
    }

    @Test
    void times_are_one_minute_to_sixty_business_days() {
        assertThat(wrong(times("reply", "0m"))).containsExactly("times.reply");
        assertThat(wrong(times("reply", "-5d"))).containsExactly("times.reply");
        assertThat(wrong(times("reply", "61d"))).containsExactly("times.reply");
        assertThat(wrong(times("reply", "soon"))).containsExactly("times.reply");
        assertThat(wrong(times("lunch", "1h"))).containsExactly("times.lunch");
        assertThat(STANDARD.with(times("reply", "60d")).checked(1).time(Promise.REPLY)).isEqualTo(BusinessTime.days(60));
    }

    @Test
    void a_raised_hand_is_answered_sooner_than_the_rest() {
        assertThat(wrong(times("hand_raise", "4h"))).containsExactly("times.hand_raise");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var written = new AgreementText(
                Map.of("reply", "0m"), 0, 400, Map.of("is_fs", List.of(), "mkt_is", List.of("shoe_size"), "fs_mkt", List.of("needs")),
                Map.of("targetShare", 101, "sql", 500, "acceptance", -1), Map.of("sql", Map.of("ja", " ")), Map.of("is_fs", Map.of("fr", "non")));

        assertThat(wrong(written)).containsExactlyInAnyOrder(
                "times.reply", "attempts", "wakeAfterDays", "fields.is_fs", "fields.mkt_is", "fields.fs_mkt", "delivery.targetShare",
                "delivery.sql", "delivery.acceptance", "definitions.sql.ja", "entry.is_fs.fr");
    }
}
