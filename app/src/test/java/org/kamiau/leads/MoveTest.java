package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kamiau.leads.Lead.Stage.ACCEPTED;
import static org.kamiau.leads.Lead.Stage.ASSIGNED;
import static org.kamiau.leads.Lead.Stage.DISQUALIFIED;
import static org.kamiau.leads.Lead.Stage.MERGED;
import static org.kamiau.leads.Lead.Stage.MQL;
import static org.kamiau.leads.Lead.Stage.NURTURE;
import static org.kamiau.leads.Lead.Stage.RECEIVED;
import static org.kamiau.leads.Lead.Stage.RECYCLED;
import static org.kamiau.leads.Lead.Stage.RETURNED;
import static org.kamiau.leads.Lead.Stage.SQL;
import static org.kamiau.leads.Lead.Stage.SQO;
import static org.kamiau.leads.Lead.Stage.UNSUBSCRIBED;
import static org.kamiau.leads.Lead.Stage.WORKING;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoveTest {

    /** What the domain allows, stage by stage, written down a second time on purpose. */
    private static final Map<Lead.Stage, Set<Lead.Stage>> ALLOWED = new EnumMap<>(Map.ofEntries(
            Map.entry(RECEIVED, EnumSet.of(ASSIGNED, NURTURE, DISQUALIFIED, UNSUBSCRIBED, MERGED)),
            Map.entry(MQL, EnumSet.of(ASSIGNED, NURTURE, DISQUALIFIED, UNSUBSCRIBED, MERGED)),
            Map.entry(ASSIGNED, EnumSet.of(ACCEPTED, RETURNED, UNSUBSCRIBED, MERGED)),
            Map.entry(ACCEPTED, EnumSet.of(WORKING, SQL, NURTURE, RECYCLED, DISQUALIFIED, UNSUBSCRIBED, MERGED)),
            Map.entry(RETURNED, EnumSet.of(ASSIGNED, NURTURE, UNSUBSCRIBED, MERGED)),
            Map.entry(WORKING, EnumSet.of(WORKING, SQL, NURTURE, RECYCLED, DISQUALIFIED, UNSUBSCRIBED, MERGED)),
            Map.entry(SQL, EnumSet.of(SQO, NURTURE, RECYCLED, DISQUALIFIED, UNSUBSCRIBED, MERGED)),
            Map.entry(SQO, EnumSet.noneOf(Lead.Stage.class)),
            Map.entry(NURTURE, EnumSet.of(ASSIGNED, WORKING, RECYCLED, DISQUALIFIED, UNSUBSCRIBED, MERGED)),
            Map.entry(RECYCLED, EnumSet.of(ASSIGNED, WORKING, NURTURE, DISQUALIFIED, UNSUBSCRIBED, MERGED)),
            Map.entry(DISQUALIFIED, EnumSet.noneOf(Lead.Stage.class)),
            Map.entry(MERGED, EnumSet.noneOf(Lead.Stage.class)),
            Map.entry(UNSUBSCRIBED, EnumSet.noneOf(Lead.Stage.class))));

    @ParameterizedTest
    @EnumSource(Lead.Stage.class)
    void from_every_stage_exactly_the_allowed_ones_can_be_reached(Lead.Stage from) {
        var reached = EnumSet.noneOf(Lead.Stage.class);
        Arrays.stream(Move.values()).filter(move -> move.from(from)).map(Move::to).forEach(reached::add);

        assertThat(reached).isEqualTo(ALLOWED.get(from));
    }

    @Test
    void a_refused_move_says_which_move_and_where_the_lead_stands() {
        assertThatThrownBy(() -> Move.ATTEMPT.check(ASSIGNED))
                .isInstanceOf(MoveRefused.class)
                .hasMessage("leads.refused.attempt");
    }

    @Test
    void a_disqualification_is_no_return_and_a_return_no_disqualification() {
        assertThat(Move.DISQUALIFY.from(ASSIGNED)).isFalse();
        assertThat(Move.SEND_BACK.from(ACCEPTED)).isFalse();
        assertThat(Move.SEND_BACK.from(WORKING)).isFalse();
    }
}
