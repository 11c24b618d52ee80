package org.kamiau.handoffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamiau.handoffs.AgreementVersion.Draft;
import org.kamiau.handoffs.AgreementVersion.Head;
import org.kamiau.handoffs.AgreementVersion.Signature;
import org.kamiau.handoffs.AgreementVersion.Signed;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Side;

class AgreementVersionTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant NOW = Instant.parse("2026-11-24T00:05:00Z");
    private static final Actor SALES = somebody(Role.SALES_HEAD);
    private static final Actor MARKETING = somebody(Role.MKT_HEAD);
    private static final Actor EXECUTIVE = somebody(Role.EXEC);

    private static Actor somebody(Role... roles) {
        return new Actor(new MemberId(UUID.randomUUID()), roles[0].code(), "", Set.of(roles), Set.of(), Locale.JAPANESE, "auto", null);
    }

    private static Draft draft(@Nullable LocalDate firstDay) {
        var made = new Signature(SALES.id(), NOW);
        return new Draft(
                new Head(new AgreementVersion.Id(UUID.randomUUID()), 2, 3, 1, Agreement.STANDARD.as(2), firstDay, made, made), Map.of());
    }

    @Test
    void it_is_in_force_with_the_second_signature_and_not_before() {
        var half = draft(null).sign(3, SALES, NOW, TOKYO);

        assertThat(half).isInstanceOf(Draft.class);
        assertThat(((Draft) half).sign(3, MARKETING, NOW.plusSeconds(60), TOKYO))
                .isInstanceOfSatisfying(Signed.class, signed -> {
                    assertThat(signed.signatures()).containsOnlyKeys(Side.SALES, Side.MARKETING);
                    assertThat(signed.inForceAt()).isEqualTo(NOW.plusSeconds(60));
                });
    }

    @Test
    void a_chosen_first_day_begins_at_its_midnight_and_never_before_the_signature() {
        var later = ((Draft) draft(LocalDate.of(2026, 12, 1)).sign(3, SALES, NOW, TOKYO)).sign(3, MARKETING, NOW, TOKYO);
        var past = ((Draft) draft(LocalDate.of(2026, 11, 24)).sign(3, SALES, NOW, TOKYO)).sign(3, MARKETING, NOW, TOKYO);

        assertThat(((Signed) later).inForceAt()).isEqualTo(Instant.parse("2026-11-30T15:00:00Z"));
        assertThat(((Signed) past).inForceAt()).isEqualTo(NOW);
    }

    @Test
    void one_head_signs_once_and_nobody_else_signs_for_them() {
        var half = (Draft) draft(null).sign(3, SALES, NOW, TOKYO);

        assertThatThrownBy(() -> half.sign(3, SALES, NOW, TOKYO)).isInstanceOf(AlreadySigned.class);
        assertThatThrownBy(() -> half.sign(3, somebody(Role.REVOPS, Role.MKT), NOW, TOKYO)).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> half.sign(3, EXECUTIVE, NOW, TOKYO)).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void who_heads_both_sides_signs_for_both() {
        assertThat(draft(null).sign(3, somebody(Role.SALES_HEAD, Role.MKT_HEAD), NOW, TOKYO)).isInstanceOf(Signed.class);
    }

    @Test
    void one_signs_only_what_one_has_read() {
        assertThatThrownBy(() -> draft(null).sign(2, SALES, NOW, TOKYO)).isInstanceOf(Refusal.Stale.class);
    }

    @Test
    void a_change_asks_for_both_signatures_again() {
        var half = (Draft) draft(null).sign(3, SALES, NOW, TOKYO);

        var changed = half.edit(Agreement.STANDARD, null, MARKETING, NOW);

        assertThat(changed.signatures()).isEmpty();
        assertThat(changed.head().revision()).isEqualTo(4);
        assertThat(changed.terms().version()).isEqualTo(2);
        assertThatThrownBy(() -> half.edit(Agreement.STANDARD, null, somebody(Role.IS_LEAD), NOW)).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void executives_decide_only_where_one_head_has_signed_and_the_other_has_not() {
        assertThatThrownBy(() -> draft(null).decide("行き詰まり", 3, EXECUTIVE, NOW, TOKYO)).isInstanceOf(NoDeadlock.class);

        var half = (Draft) draft(null).sign(3, SALES, NOW, TOKYO);
        assertThatThrownBy(() -> half.decide("行き詰まり", 3, MARKETING, NOW, TOKYO)).isInstanceOf(Refusal.NotAllowed.class);
        assertThat(half.decide("行き詰まり", 3, EXECUTIVE, NOW, TOKYO).decision()).isNotNull()
                .satisfies(decision -> assertThat(decision.reason()).isEqualTo("行き詰まり"));
    }

    @Test
    void a_version_stands_where_time_and_later_versions_put_it() {
        var signed = (Signed) ((Draft) draft(LocalDate.of(2026, 12, 1)).sign(3, SALES, NOW, TOKYO)).sign(3, MARKETING, NOW, TOKYO);

        assertThat(Standing.of(draft(null), 1, NOW)).isEqualTo(Standing.DRAFT);
        assertThat(Standing.of(signed, 1, NOW)).isEqualTo(Standing.SCHEDULED);
        assertThat(Standing.of(signed, 2, signed.inForceAt())).isEqualTo(Standing.IN_FORCE);
        assertThat(Standing.of(signed, 3, signed.inForceAt())).isEqualTo(Standing.SUPERSEDED);
    }
}
