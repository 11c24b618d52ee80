package org.kamiau.needs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.customers.Pointing;
import org.kamiau.platform.Invalid;

/** What became of a voice that was brought. */
public sealed interface VoiceOutcome {

    /**
     * It is kept.
     *
     * @param known it was kept before, under the same source
     * @param answerBy when marketing has to have answered, where it wants an answer
     */
    record Taken(Voice.Id id, Account.@Nullable Id account, List<Proposal> proposals, @Nullable Instant answerBy, boolean known)
            implements VoiceOutcome {
        public Taken {
            proposals = List.copyOf(proposals);
        }
    }

    /** Something is wrong with it. */
    record Refused(List<Invalid.Field> faults) implements VoiceOutcome {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** Whose it is was said by a name alone. */
    record Ambiguous(String name, List<Pointing.Candidate> candidates) implements VoiceOutcome {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }
}
