package org.kamiau.campaigns;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Stands in a form while it is filled in, signed, in place of a cookie: which form was shown when, in which
 * words. Sent twice, it is still one answer.
 *
 * @param id names the answer
 * @param shownAt real time
 * @param consent version of the words of consent on the screen
 */
record FormToken(InquiryForm.Id form, UUID id, Instant shownAt, int consent, boolean japanese) {

    static final Duration VALID = Duration.ofHours(12);

    /** Nobody fills in a form faster than this; programs do. */
    static final Duration LEAST = Duration.ofSeconds(2);

    static FormToken fresh(InquiryForm.Id form, int consent, boolean japanese, Instant now) {
        return new FormToken(form, UUID.randomUUID(), now, consent, japanese);
    }

    /** What is signed. */
    String content() {
        return String.join(
                ".", form.toString(), id.toString(), String.valueOf(shownAt.toEpochMilli()), String.valueOf(consent), japanese ? "ja" : "en");
    }

    /** Reads what was signed, and only that. */
    static FormToken of(String content) {
        var parts = content.split("\\.", -1);
        return new FormToken(
                InquiryForm.Id.of(parts[0]), UUID.fromString(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[2])),
                Integer.parseInt(parts[3]), parts[4].equals("ja"));
    }

    boolean expiredAt(Instant now) {
        return now.isAfter(shownAt.plus(VALID));
    }

    boolean hastyAt(Instant now) {
        return now.isBefore(shownAt.plus(LEAST));
    }

    /** Whoever agreed to the other's words agreed to these. */
    boolean sameWords(FormToken other) {
        return consent == other.consent && japanese == other.japanese;
    }

    /** Names the words of consent that were shown, wherever the consent is kept. */
    String consentName(String code) {
        return code + " v" + consent + " " + (japanese ? "ja" : "en");
    }
}
