package org.kamiau.needs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Pointing;
import org.kamiau.customers.Source;
import org.kamiau.platform.MemberId;

/**
 * A voice as somebody brings it, not yet checked; every part may be missing.
 *
 * @param heardAt when it was said; now when left out
 * @param source where else it is kept; the same one again changes nothing
 */
public record VoiceDraft(
        Pointing customer, Voice.@Nullable BuyingRole buyingRole, @Nullable String raw, @Nullable String motive,
        Voice.@Nullable Confidence motiveConfidence, Voice.@Nullable Channel channel, List<String> competitors, @Nullable Instant heardAt,
        boolean wantsAnswer, @Nullable Source source, Recording recording) {

    public VoiceDraft {
        competitors = List.copyOf(competitors);
    }

    /**
     * How it came to be written down.
     *
     * @param by who heard it; whoever takes it in when left out
     * @param at when it was written down; now when left out
     * @param document what it was cut out of
     * @param asked what our side said right before, where a conversation gives it
     * @param startClocks false for questions that a file brings from the past
     */
    public record Recording(@Nullable MemberId by, @Nullable Instant at, @Nullable UUID document, @Nullable String asked, boolean startClocks) {
        public static final Recording NOW = new Recording(null, null, null, null, true);
    }

    /** The usual case: heard at an account just now. */
    public static VoiceDraft heard(Pointing customer, String raw, Voice.Channel channel) {
        return new VoiceDraft(customer, null, raw, null, null, channel, List.of(), null, false, null, Recording.NOW);
    }

    /** The same, and it wants an answer. */
    public VoiceDraft asking() {
        return new VoiceDraft(
                customer, buyingRole, raw, motive, motiveConfidence, channel, competitors, heardAt, true, source, recording);
    }

    /** The same, written down in this way. */
    public VoiceDraft recorded(Recording how) {
        return new VoiceDraft(
                customer, buyingRole, raw, motive, motiveConfidence, channel, competitors, heardAt, wantsAnswer, source, how);
    }

    /** The same, kept elsewhere under this id. */
    public VoiceDraft from(Source origin) {
        return new VoiceDraft(
                customer, buyingRole, raw, motive, motiveConfidence, channel, competitors, heardAt, wantsAnswer, origin, recording);
    }

    /** The same, heard at this moment. */
    public VoiceDraft at(Instant moment) {
        return new VoiceDraft(
                customer, buyingRole, raw, motive, motiveConfidence, channel, competitors, moment, wantsAnswer, source, recording);
    }
}
