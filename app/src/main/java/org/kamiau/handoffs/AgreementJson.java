package org.kamiau.handoffs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Side;

/**
 * A version of the agreement as the API shows it.
 *
 * @param state standard, draft, scheduled, in_force, superseded or withdrawn
 * @param revision counts the changes of a draft; a signature names it
 * @param waitingFor whose signature is missing: sales, marketing; null once it is signed
 * @param times by promise, as {@code 30m}, {@code 4h} or {@code 5d} of business time
 */
record AgreementJson(
        int version,
        String state,
        int revision,
        int base,
        @Nullable LocalDate firstDay,
        @Nullable Instant signedAt,
        @Nullable Instant inForceAt,
        List<String> waitingFor,
        Map<String, Signed> signatures,
        @Nullable Decided decision,
        Map<String, @Nullable String> times,
        @Nullable Integer attempts,
        @Nullable Integer wakeAfterDays,
        Map<String, List<String>> fields,
        Map<String, @Nullable Integer> delivery,
        Map<String, Map<String, @Nullable String>> definitions,
        Map<String, Map<String, @Nullable String>> entry) {

    /** A signature. */
    record Signed(MemberId by, Instant at) {}

    /** The executives' decision of a deadlock. */
    record Decided(MemberId by, Instant at, String reason) {}

    static AgreementJson standard(boolean inForce) {
        return of(Agreement.STANDARD, inForce ? "in_force" : "standard", 0, 0, null, null, null, List.of(), Map.of(), null);
    }

    static AgreementJson of(AgreementVersion version, Standing standing) {
        var head = version.head();
        var signatures = new java.util.TreeMap<String, Signed>();
        version.signatures().forEach((side, signature) -> signatures.put(side.code(), new Signed(signature.by(), signature.at())));
        return switch (version) {
            case AgreementVersion.Draft _ -> of(
                    head.terms(), standing.code(), head.revision(), head.base(), head.firstDay(), null, null,
                    List.of(Side.SALES, Side.MARKETING).stream().map(Side::code).filter(side -> !signatures.containsKey(side)).toList(), signatures, null);
            case AgreementVersion.Signed signed -> of(
                    head.terms(), standing.code(), head.revision(), head.base(), head.firstDay(), signed.signedAt(), signed.inForceAt(), List.of(),
                    signatures, decided(signed));
            case AgreementVersion.Withdrawn _ -> of(
                    head.terms(), standing.code(), head.revision(), head.base(), head.firstDay(), null, null, List.of(), signatures, null);
        };
    }

    private static @Nullable Decided decided(AgreementVersion.Signed signed) {
        var decision = signed.decision();
        return decision == null ? null : new Decided(decision.signature().by(), decision.signature().at(), decision.reason());
    }

    private static AgreementJson of(
            Agreement terms, String state, int revision, int base, @Nullable LocalDate firstDay, @Nullable Instant signedAt,
            @Nullable Instant inForceAt, List<String> waitingFor, Map<String, Signed> signatures, @Nullable Decided decision) {
        var text = AgreementText.of(terms);
        return new AgreementJson(
                terms.version(), state, revision, base, firstDay, signedAt, inForceAt, waitingFor, signatures, decision, text.times(),
                text.attempts(), text.wakeAfterDays(), text.fields(), text.delivery(), text.definitions(), text.entry());
    }
}
