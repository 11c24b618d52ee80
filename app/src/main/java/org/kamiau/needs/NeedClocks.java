package org.kamiau.needs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.Clocks;
import org.kamiau.calendar.NewClock;
import org.kamiau.people.FunctionMap;
import org.kamiau.people.Task;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.springframework.stereotype.Component;

/** What marketing owes a need by when: somebody who looks at a sign, a hypothesis, a decision what to answer. */
@Component
class NeedClocks {

    static final String TRIAGE = "needs.need_triage";
    static final String HYPOTHESIS = "needs.need_hypothesis";
    static final String RESPONSE = "needs.need_response";
    static final String DISPUTE = "needs.need_dispute";

    static final Set<String> PROMISES = Set.of(TRIAGE, HYPOTHESIS, RESPONSE, DISPUTE);

    private static final Map<String, BusinessTime> ALLOWED = Map.of(
            TRIAGE, BusinessTime.days(2), HYPOTHESIS, BusinessTime.days(5), RESPONSE, BusinessTime.days(10), DISPUTE, BusinessTime.days(5));

    private final Clocks clocks;
    private final FunctionMap functions;

    NeedClocks(Clocks clocks, FunctionMap functions) {
        this.clocks = clocks;
        this.functions = functions;
    }

    /** A sign that becomes a burst is still owed its triage; what is confirmed needs neither triage nor hypothesis. */
    void detected(Need need, Instant asOf) {
        switch (need.standing().state()) {
            case SIGN -> start(need, TRIAGE, asOf);
            case BURST -> start(need, HYPOTHESIS, asOf);
            case CONFIRMED -> {
                stopAll(need, asOf);
                start(need, RESPONSE, asOf);
            }
            case RAW, VERIFYING, RESPONDING, ANSWERED, MERGED, DROPPED -> throw new IllegalArgumentException("nothing detects " + need.standing().state());
        }
    }

    /** Whatever people decide answers what was owed; the new state may owe something else. */
    void decided(Need before, Need after, Instant now) {
        stopAll(before, now);
        if (after.standing().state() == Need.State.BURST) {
            start(after, HYPOTHESIS, now);
        } else if (after.standing().state() == Need.State.CONFIRMED) {
            start(after, RESPONSE, now);
        }
    }

    void triaged(Need need, Instant now) {
        clocks.stop(Needs.ref(need.id()), TRIAGE, now);
    }

    private void stopAll(Need need, Instant now) {
        List.of(TRIAGE, HYPOTHESIS, RESPONSE).forEach(promise -> clocks.stop(Needs.ref(need.id()), promise, now));
    }

    void start(Need need, String promise, Instant at) {
        clocks.start(new NewClock(Needs.ref(need.id()), promise, Function.MARKETING, holder(need), at, ALLOWED.getOrDefault(promise, BusinessTime.days(5))));
    }

    void stop(Need.Id id, String promise, Instant at) {
        clocks.stop(Needs.ref(id), promise, at);
    }

    void waive(Need.Id id, Instant now) {
        clocks.waive(Needs.ref(id), now);
    }

    /** Its owner, else the only one who does research here. */
    private @Nullable MemberId holder(Need need) {
        if (need.owner() != null) {
            return need.owner();
        }
        var workers = functions.workers(Task.RESEARCH);
        return workers.size() == 1 ? workers.getFirst().id() : null;
    }
}
