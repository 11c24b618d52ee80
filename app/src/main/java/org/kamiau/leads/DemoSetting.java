package org.kamiau.leads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.kamiau.calendar.BusinessCalendar;
import org.kamiau.handoffs.Agreement;
import org.kamiau.handoffs.Agreements;
import org.kamiau.handoffs.Promise;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.demo.Story;

/** What every part of the leads' story needs: people, chance, business time, the agreement of the day. */
final class DemoSetting {

    private static final int FULL = 100;

    final Story story;
    final DemoDays days;
    final RandomGenerator chance;
    private final Agreements agreements;
    private final Map<LocalDate, Agreement> known = new HashMap<>();
    private final Map<String, Integer> shares = new HashMap<>();

    DemoSetting(Story story, BusinessCalendar calendar, Agreements agreements) {
        this.story = story;
        this.chance = story.random("relay");
        this.days = new DemoDays(calendar, chance);
        this.agreements = agreements;
    }

    /** The agreement in force on that day. */
    Agreement agreement(Instant at) {
        return known.computeIfAbsent(days.calendar().toLocal(at).toLocalDate(), _ -> {
            var then = new Agreement[1];
            story.at(at, () -> then[0] = agreements.current());
            return then[0];
        });
    }

    /** When a promise that begins then is due. */
    Instant due(Instant from, Promise promise) {
        return days.due(from, agreement(from).time(promise));
    }

    MemberId member(String code) {
        return story.get("member/" + code, MemberId.class);
    }

    MemberId otherInsideSeller(MemberId than) {
        return Stream.of("is1", "is2", "is3", "is4").map(this::member).filter(member -> !member.equals(than)).findFirst().orElseThrow();
    }

    UUID id(String what, DemoLead lead, Instant at) {
        return story.id(what + "/" + lead.number, at);
    }

    <T> T pick(T[] all) {
        return all[chance.nextInt(all.length)];
    }

    boolean hit(int percent) {
        return days.hit(percent);
    }

    /** So many of a hundred, spread evenly over all that ask: what is measured shall not depend on luck. */
    boolean share(String of, int percent) {
        int sum = shares.merge(of, percent, Integer::sum);
        if (sum < FULL) {
            return false;
        }
        shares.put(of, sum - FULL);
        return true;
    }
}
