package org.kamiau.needs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;

/** What a voice must be: the rules are the same by hand, over the API and in a file. */
final class VoiceCheck {

    static final int LONGEST_MOTIVE = 2000;
    static final int MOST_COMPETITORS = 20;
    static final int LONGEST_COMPETITOR = 100;

    private VoiceCheck() {}

    /** Everything that is wrong with it; whose voice it is is looked up elsewhere. */
    static List<Invalid.Field> faults(VoiceDraft draft, Instant now) {
        var faults = new ArrayList<Invalid.Field>();
        rawFault(draft.raw()).ifPresent(faults::add);
        checkMotive(draft, faults);
        var asked = draft.recording().asked();
        if (asked != null && asked.length() > Voice.LONGEST_ASKED) {
            faults.add(Invalid.Field.of("asked", "needs.voice-too-long", Voice.LONGEST_ASKED));
        }
        var source = draft.source();
        if (source != null && (source.system().length() > 100 || source.externalId().length() > 200)) {
            faults.add(Invalid.Field.of("source", "needs.voice-too-long", source.system().length() > 100 ? 100 : 200));
        }
        if (source != null && source.link() != null && source.link().length() > 1000) {
            faults.add(Invalid.Field.of("source.link", "needs.voice-too-long", 1000));
        }
        if (draft.channel() == null) {
            faults.add(Invalid.Field.of("channel", "platform.invalid.not-null"));
        }
        if (draft.competitors().size() > MOST_COMPETITORS) {
            faults.add(Invalid.Field.of("competitors", "needs.voice-too-many-competitors", MOST_COMPETITORS));
        }
        if (draft.competitors().stream().anyMatch(name -> name.length() > LONGEST_COMPETITOR)) {
            faults.add(Invalid.Field.of("competitors", "needs.voice-too-long", LONGEST_COMPETITOR));
        }
        var recorded = draft.recording().at() == null ? now : draft.recording().at();
        if (recorded.isAfter(now)) {
            faults.add(Invalid.Field.of("recordedAt", "needs.voice-future"));
        } else if (draft.heardAt() != null && draft.heardAt().isAfter(recorded)) {
            faults.add(Invalid.Field.of("at", "needs.voice-future"));
        }
        return faults;
    }

    static Optional<Invalid.Field> rawFault(@Nullable String raw) {
        if (raw == null || silent(raw)) {
            return Optional.of(Invalid.Field.of("raw", "needs.voice-empty"));
        }
        return raw.length() > Voice.LONGEST ? Optional.of(Invalid.Field.of("raw", "needs.voice-too-long", Voice.LONGEST)) : Optional.empty();
    }

    private static void checkMotive(VoiceDraft draft, List<Invalid.Field> faults) {
        var motive = draft.motive();
        if (motive != null && motive.length() > LONGEST_MOTIVE) {
            faults.add(Invalid.Field.of("motive", "needs.voice-too-long", LONGEST_MOTIVE));
        }
    }

    /** The words as they are kept: the same line ends whatever they were typed on. */
    static String words(String raw) {
        return raw.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** Nothing one could read: blanks and marks without width. */
    static boolean silent(String raw) {
        return raw.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.CONTROL || c == 0xFE0F);
    }
}
