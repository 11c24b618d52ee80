package org.kamiau.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Ids;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;

/** Rows and people for the tests of this module. */
final class Sample {
    static final String ANSWER = "handoffs.answer";

    private Sample() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Tokyo")).toInstant();
    }

    static RecordRef handoff() {
        return new RecordRef("handoff", Ids.next());
    }

    static NewClock promise(RecordRef about, String startedAt, BusinessTime allowed) {
        return new NewClock(about, ANSWER, Function.INSIDE_SALES, null, at(startedAt), allowed);
    }

    static Actor member(Role role, Locale language) {
        return new Actor(
                new MemberId(UUID.randomUUID()),
                role.code(),
                role.code() + "@asanagi.example",
                Set.of(role),
                Set.of(role.function()),
                language,
                "auto",
                null);
    }
}
