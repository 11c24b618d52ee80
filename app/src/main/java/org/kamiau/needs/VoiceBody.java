package org.kamiau.needs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.customers.IncomingText;
import org.kamiau.customers.Person;
import org.kamiau.customers.Pointing;
import org.kamiau.customers.Source;

/** A voice as the API takes it, one or a line of many. */
record VoiceBody(
        @Schema(description = "id; or source and externalId of another system; or name and one of corporateNumber, domain, phone, address")
                @Nullable AccountBody account,
        @Nullable PersonBody person,
        @Schema(example = "現場に電波が届かなくても記録できないと困る", description = "What was said, in the customer's words: 1 to 20,000 characters")
                @Nullable String raw,
        @Schema(example = "監督が帰社してから清書する時間をなくしたい", description = "What may lie behind it, as you see it; at most 2,000 characters")
                @Nullable String motive,
        @Schema(example = "medium", description = "How sure that is: low, medium (when left out), high") Voice.@Nullable Confidence motiveConfidence,
        @Schema(example = "meeting", description = "meeting, call, inquiry, cs, event, social, store, mail or survey") Voice.@Nullable Channel channel,
        @Schema(example = "2026-11-20T10:30:00+09:00", description = "When it was said, not later than now; now when left out") @Nullable Instant at,
        @Schema(example = "[\"株式会社ライバル\"]", description = "Rivals that were named, at most 20") @Nullable List<@Nullable String> competitors,
        @Schema(example = "true", description = "Marketing then answers within 5 business days") @Nullable Boolean wantsAnswer,
        @Schema(example = "日報はどこで書いていますか", description = "What our side said right before; at most 2,000 characters") @Nullable String asked,
        @Schema(description = "Where it is kept elsewhere; the same one again changes nothing") @Nullable SourceBody source) {

    /** The organisation. */
    record AccountBody(
            Account.@Nullable Id id,
            @Nullable String source,
            @Nullable String externalId,
            @Schema(example = "検証建設株式会社") @Nullable String name,
            @Schema(example = "8900000000001") @Nullable String corporateNumber,
            @Nullable String domain,
            @Nullable String phone,
            @Nullable String address) {}

    /** Who spoke: by id, or by what is known of them. */
    record PersonBody(
            Person.@Nullable Id id,
            @Schema(example = "森本") @Nullable String familyName,
            @Schema(example = "和也") @Nullable String givenName,
            @Nullable String email,
            @Nullable String phone,
            @Schema(example = "工事部長") @Nullable String title,
            @Nullable String department,
            @Schema(example = "decides", description = "decides, influences, uses, buys, guards or champions")
                    Voice.@Nullable BuyingRole buyingRole) {}

    /** Where it is kept elsewhere. */
    record SourceBody(@Nullable String system, @Nullable String externalId, @Nullable String link) {}

    VoiceDraft draft() {
        return new VoiceDraft(
                customer(), person == null ? null : person.buyingRole(), raw, text(motive), motiveConfidence, channel,
                competitors == null ? List.of() : competitors.stream().filter(Objects::nonNull).filter(name -> !name.isEmpty()).toList(), at,
                Boolean.TRUE.equals(wantsAnswer), origin(), new VoiceDraft.Recording(null, null, null, text(asked), true));
    }

    private Pointing customer() {
        var who = person == null ? null : person.id();
        if (account == null) {
            return new Pointing(null, null, who, new IncomingText(known(), nothing()));
        }
        var elsewhere = account.source() == null || account.externalId() == null
                ? null
                : new Source(account.source(), account.externalId(), null);
        return new Pointing(account.id(), elsewhere, who, new IncomingText(known(), company(account)));
    }

    private IncomingText.PersonText known() {
        return person == null
                ? new IncomingText.PersonText(null, null, null, null, null, null, null, null)
                : new IncomingText.PersonText(
                        person.familyName(), person.givenName(), null, null, person.email(), person.phone(), person.title(), person.department());
    }

    private static IncomingText.CompanyText company(AccountBody account) {
        return new IncomingText.CompanyText(
                account.name(), account.corporateNumber(), account.domain(), null, null, null, account.phone(), null, account.address(), null);
    }

    private static IncomingText.CompanyText nothing() {
        return new IncomingText.CompanyText(null, null, null, null, null, null, null, null, null, null);
    }

    private @Nullable Source origin() {
        return source == null || source.system() == null || source.externalId() == null
                ? null
                : new Source(source.system(), source.externalId(), source.link());
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isEmpty() ? null : typed;
    }
}
