package org.kamiau.handoffs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.api.Version;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Agreements over the API. */
@RestController
@RequestMapping("/api/v1/agreements")
@Access.Members
class AgreementApi {

    private static final String TERMS =
            "What is absent stays as in the version in force (POST) or the draft (PATCH). Times by promise (hand_raise, answer, follow_up, "
                    + "attempts, reply, ruling, confirmation, first_meeting, feedback, rating) as 30m, 4h or 5d of business time, up to 60 business "
                    + "days; fields by boundary (mkt_is, mkt_fs, is_fs, fs_cs); percentages 0-100. ";

    /** What a draft says; whatever is absent stays. */
    record Terms(
            @Schema(example = "{\"reply\": \"2d\"}", description = "Business time by promise: 30m, 4h, 5d") @Nullable Map<String, @Nullable String> times,
            @Schema(example = "6", description = "Attempts before a lead is recycled, 1-20") @Nullable Integer attempts,
            @Schema(example = "60", description = "Calendar days until a recycled lead wakes, 1-365") @Nullable Integer wakeAfterDays,
            @Schema(example = "{\"is_fs\": [\"needs\", \"meeting\", \"attendees\"]}", description = "Agreed fields by boundary, at least one each")
                    @Nullable Map<String, List<String>> fields,
            @Schema(example = "{\"mql\": 190, \"targetShare\": 60, \"sql\": 48, \"acceptance\": 90}", description = "A month's delivery; shares in percent")
                    @Nullable Map<String, @Nullable Integer> delivery,
            @Schema(example = "{\"sql\": {\"ja\": \"次の面談が決まったリード\", \"en\": \"A lead with its next meeting fixed\"}}", description = "By term: mql, sal, sql, return, disqualification; both languages")
                    @Nullable Map<String, Map<String, @Nullable String>> definitions,
            @Schema(description = "Entry criteria by boundary, both languages") @Nullable Map<String, Map<String, @Nullable String>> entry,
            @Schema(description = "First day in force; absent for the moment of the second signature") @Nullable LocalDate firstDay) {

        AgreementText text() {
            return new AgreementText(orNone(times), attempts, wakeAfterDays, orNone(fields), orNone(delivery), orNone(definitions), orNone(entry));
        }

        private static <V extends @Nullable Object> Map<String, V> orNone(@Nullable Map<String, V> map) {
            return Objects.requireNonNullElse(map, Map.<String, V>of());
        }
    }

    /** Which revision one signs. */
    record Signature(@Schema(example = "1", description = "The revision that was read; or send its ETag in If-Match") @Nullable Integer revision) {}

    /** A deadlock decided. */
    record Decision(
            @Schema(example = "期限を過ぎたため、両部門の合意案で決定します", description = "Visible to everybody, at most 1,000 characters") @NotBlank @Size(max = 1000) @Nullable
                    String reason,
            @Schema(example = "1", description = "The revision that was read; or send its ETag in If-Match") @Nullable Integer revision) {}

    /** All versions, the one in force, and the open draft. */
    record Listed(AgreementJson current, @Nullable AgreementJson draft, List<AgreementJson> items) {}

    private final Agreements agreements;
    private final InstantSource clock;

    AgreementApi(Agreements agreements, InstantSource clock) {
        this.agreements = agreements;
        this.clock = clock;
    }

    @Operation(
            summary = "Agreements of both sides",
            description = "current is in force (version 0 is the standard until both heads have signed one), draft is open or null, items are all versions, the newest first.")
    @GetMapping
    Listed all() {
        var items = agreements.all().stream().map(this::json).toList();
        return new Listed(
                items.stream().filter(item -> item.state().equals("in_force")).findFirst().orElseGet(() -> AgreementJson.standard(true)),
                items.stream().filter(item -> item.state().equals("draft")).findFirst().orElse(null),
                items);
    }

    @Operation(summary = "One version of the agreement", description = "0 is the standard. The ETag of a draft is what a change or a signature sends back in If-Match.")
    @GetMapping("/{version}")
    ResponseEntity<AgreementJson> one(@PathVariable int version) {
        return version == 0
                ? ResponseEntity.ok(AgreementJson.standard(agreements.current().version() == 0))
                : answer(agreements.find(version), ResponseEntity.ok());
    }

    @Operation(
            summary = "Open a draft",
            description = TERMS + "Heads of sales and marketing, and sales operations; 409 handoffs.agreement.draft-open while another draft is open.")
    @PostMapping
    ResponseEntity<AgreementJson> draft(@RequestBody Terms body, @Me Actor me) {
        var draft = agreements.draft(body.text(), body.firstDay(), me);
        return answer(draft, ResponseEntity.created(URI.create("/api/v1/agreements/" + draft.version())));
    }

    @Operation(
            summary = "Change a draft",
            description = TERMS + "A signature given before falls, and its giver is told. 409 handoffs.agreement.closed once it is signed, 409 when somebody changed it since.")
    @PatchMapping("/{version}")
    ResponseEntity<AgreementJson> edit(
            @PathVariable int version,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Terms body,
            @Me Actor me) {
        var head = agreements.find(version).head();
        Version.expected(ifMatch).mustBe(Version.of(head.revision()));
        var firstDay = body.firstDay() == null ? head.firstDay() : body.firstDay();
        return answer(agreements.edit(version, head.revision(), body.text(), firstDay, me), ResponseEntity.ok());
    }

    @Operation(
            summary = "Sign a draft",
            description = "For the side that one heads. With both signatures it is in force, at once or on its first day. 403 for others, 409 "
                    + "handoffs.agreement.already-signed, handoffs.agreement.closed, or when the draft was changed since it was read; 428 without revision and If-Match.")
    @PostMapping("/{version}/signature")
    ResponseEntity<AgreementJson> sign(
            @PathVariable int version,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Signature body,
            @Me Actor me) {
        refuse(AgreementVersion.sidesOf(me).isEmpty());
        return answer(agreements.sign(version, seen(version, ifMatch, body == null ? null : body.revision()), me), ResponseEntity.ok());
    }

    @Operation(
            summary = "Decide a deadlock",
            description = "An executive puts a draft into force that one head has signed and the other has not. The reason is visible to everybody. "
                    + "409 handoffs.agreement.no-deadlock while neither has signed.")
    @PostMapping("/{version}/override")
    ResponseEntity<AgreementJson> decide(
            @PathVariable int version,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Decision body,
            @Me Actor me) {
        refuse(!me.is(org.kamiau.platform.Role.EXEC));
        var seen = seen(version, ifMatch, body.revision());
        return answer(agreements.decide(version, seen, Objects.requireNonNull(body.reason()), me), ResponseEntity.ok());
    }

    @Operation(summary = "Withdraw a draft", description = "So that another one can be opened. 409 handoffs.agreement.closed once it is signed.")
    @PostMapping("/{version}/withdrawal")
    ResponseEntity<AgreementJson> withdraw(@PathVariable int version, @Me Actor me) {
        agreements.withdraw(version, me);
        return answer(agreements.find(version), ResponseEntity.ok());
    }

    /** Who may never do it learns that before anything else. */
    private static void refuse(boolean no) {
        if (no) {
            throw new Refusal.NotAllowed();
        }
    }

    private int seen(int version, @Nullable String ifMatch, @Nullable Integer revision) {
        if (revision != null) {
            return revision;
        }
        var read = Version.expected(ifMatch);
        var now = agreements.find(version).head().revision();
        read.mustBe(Version.of(now));
        return now;
    }

    private ResponseEntity<AgreementJson> answer(AgreementVersion version, ResponseEntity.BodyBuilder answer) {
        return answer.eTag(Version.of(version.head().revision()).toString()).body(json(version));
    }

    private AgreementJson json(AgreementVersion version) {
        return AgreementJson.of(version, Standing.of(version, agreements.current().version(), clock.instant()));
    }
}
