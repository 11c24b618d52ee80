package org.kamiau.leads;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;

/**
 * What a conversation brought to light: the needs, the next meeting, and whatever else field sales would otherwise
 * ask for again.
 *
 * @param needs in the customer's words, or codes of known needs
 * @param meetingAt the confirmed next meeting
 * @param more codes of {@link #FIELDS} with what was heard
 */
public record Qualification(List<String> needs, Instant meetingAt, Map<String, String> more, @Nullable String note) {

    /** What else belongs into the packet, where it is known. */
    static final List<String> FIELDS = List.of("attendees", "promised", "situation", "budget", "timeframe", "rivals");

    private static final int MOST_NEEDS = 20;
    private static final int LONGEST_NEED = 300;

    /** Clocks wait for it: a slip of the keyboard must not send them centuries ahead. */
    private static final Duration LATEST_MEETING = Duration.ofDays(365);

    public Qualification {
        needs = needs.stream().map(String::strip).filter(need -> !need.isEmpty()).distinct().toList();
        more = Map.copyOf(more);
    }

    /** Without a need and a next meeting it is no SQL (422 with every field that is wrong). */
    void check(Instant now) {
        var findings = new Invalid.Findings();
        if (needs.isEmpty()) {
            findings.add("needs", "leads.invalid.needs");
        } else if (needs.size() > MOST_NEEDS) {
            findings.add("needs", "leads.invalid.needs-many", MOST_NEEDS);
        } else if (needs.stream().anyMatch(need -> need.length() > LONGEST_NEED)) {
            findings.add("needs", "leads.invalid.too-long", LONGEST_NEED);
        }
        if (!meetingAt.isAfter(now)) {
            findings.add("meetingAt", "leads.invalid.meeting-past");
        } else if (meetingAt.isAfter(now.plus(LATEST_MEETING))) {
            findings.add("meetingAt", "leads.invalid.meeting-far");
        }
        findings.raise();
    }

    Map<String, Object> packet() {
        var packet = new LinkedHashMap<String, Object>();
        packet.put("needs", needs);
        packet.put("meeting", meetingAt.toString());
        FIELDS.stream().filter(more::containsKey).forEach(field -> packet.put(field, more.getOrDefault(field, "")));
        if (note != null) {
            packet.put("message", note);
        }
        return packet;
    }

    /** The codes of what it holds. */
    Set<String> known() {
        var known = new HashSet<>(more.keySet());
        known.add("needs");
        known.add("meeting");
        return known;
    }
}
