package org.kamiau.calendar;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.RecordKind;
import org.kamiau.platform.Role;
import org.springframework.stereotype.Component;

/** The calendar's settings as a record, so that their history can be read. */
@Component
class CalendarRecord implements RecordKind {
    private final Calendars calendars;
    private final Languages languages;

    CalendarRecord(Calendars calendars, Languages languages) {
        this.calendars = calendars;
        this.languages = languages;
    }

    @Override
    public String kind() {
        return "calendar";
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        var id = calendars.id();
        if (!ids.contains(id) || !actor.is(Role.ADMIN, Role.REVOPS, Role.AUDIT)) {
            return Map.of();
        }
        return Map.of(id, languages.text(actor.language()).get("calendar.title"));
    }

    @Override
    public String path(UUID id) {
        return "/settings/calendar";
    }

    @Override
    public String fieldKey(String field) {
        return "calendar.field." + field;
    }
}
