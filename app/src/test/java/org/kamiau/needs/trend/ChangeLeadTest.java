package org.kamiau.needs.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kamiau.needs.trend.ChangeLead.Place;
import org.kamiau.needs.trend.ChangeLead.Stance;

class ChangeLeadTest {

    @Test
    void the_first_of_ten_twice_leads() {
        var lead = ChangeLead.of(List.of(new Place(1, 10), new Place(1, 10)));

        assertThat(lead.index()).isEqualTo(2 * 0.9 / 5, within(1e-9));
        assertThat(lead.stance()).isEqualTo(Stance.LEADING);
        assertThat(lead.weight()).isEqualTo(Math.exp(0.36), within(1e-9));
    }

    @Test
    void one_need_alone_makes_no_leader() {
        assertThat(ChangeLead.of(List.of(new Place(1, 100))).stance()).isEqualTo(Stance.BETWEEN);
        assertThat(ChangeLead.of(List.of()).index()).isZero();
    }

    @Test
    void always_last_follows() {
        var last = new Place(10, 10);

        assertThat(ChangeLead.of(List.of(last, last)).stance()).isEqualTo(Stance.FOLLOWING);
    }

    @Test
    void three_that_speak_anew_with_two_that_lead_are_a_sign() {
        assertThat(new Speakers(3, 2, 3.5, 2.5).sign()).isTrue();
        assertThat(new Speakers(2, 2, 2.5, 2.5).sign()).isFalse();
        assertThat(new Speakers(4, 1, 5, 1.3).sign()).isFalse();
        assertThat(new Speakers(3, 1, 5, 2.6).sign()).isTrue();
        assertThat(new Speakers(9, 0, 9, 0).sign()).isFalse();
    }

    @Test
    void eight_accounts_in_each_of_two_segments_confirm() {
        assertThat(Spread.confirms(List.of(8, 3, 9))).isTrue();
        assertThat(Spread.confirms(List.of(40, 7))).isFalse();
    }
}
