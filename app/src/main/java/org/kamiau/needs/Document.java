package org.kamiau.needs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.platform.MemberId;

/** A text that was cut into voices; the text itself stays where it was. */
public record Document(Id id, Kind kind, String title, Account.@Nullable Id account, @Nullable MemberId addedBy, Instant addedAt) {

    /** Identity of a document. */
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** What kind of text it is, and with it where its voices were heard. */
    public enum Kind {
        MINUTES(Voice.Channel.MEETING),
        TRANSCRIPT(Voice.Channel.CALL),
        MAILS(Voice.Channel.INQUIRY),
        SURVEY(Voice.Channel.SURVEY);

        private final Voice.Channel channel;

        Kind(Voice.Channel channel) {
            this.channel = channel;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        Voice.Channel channel() {
            return channel;
        }
    }
}
