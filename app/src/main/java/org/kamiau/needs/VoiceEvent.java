package org.kamiau.needs;

import java.util.List;
import org.kamiau.platform.Actor;

/** What happened to voices, told in the same transaction. */
public sealed interface VoiceEvent {

    /** New ones, with what is proposed for them. */
    record Taken(List<Voice.Id> voices) implements VoiceEvent {
        public Taken {
            voices = List.copyOf(voices);
        }
    }

    /** Somebody said which needs it carries, and which not. */
    record Decided(Voice.Id voice, List<Need.Id> confirmed, List<Need.Id> rejected, Actor by) implements VoiceEvent {
        public Decided {
            confirmed = List.copyOf(confirmed);
            rejected = List.copyOf(rejected);
        }
    }

    /** Its words, customer or day were corrected within 24 hours; what is proposed was proposed anew. */
    record Corrected(Voice.Id voice) implements VoiceEvent {}
}
