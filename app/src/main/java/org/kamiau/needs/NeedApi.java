package org.kamiau.needs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.api.Version;
import org.kamiau.platform.lists.ApiPage;
import org.kamiau.platform.lists.ListDefinition;
import org.kamiau.platform.lists.Lists;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The dictionary over HTTP. */
@RestController
@RequestMapping("/api/v1/needs")
@Access.Members
class NeedApi {

    private final Needs needs;
    private final NeedAgreements agreements;
    private final FieldRows field;
    private final Lists lists;
    private final ListDefinition<NeedList.Row> list;
    private final TransactionTemplate transaction;

    NeedApi(
            Needs needs, NeedAgreements agreements, FieldRows field, Lists lists, ListDefinition<NeedList.Row> list, TransactionTemplate transaction) {
        this.needs = needs;
        this.agreements = agreements;
        this.field = field;
        this.lists = lists;
        this.list = list;
        this.transaction = transaction;
    }

    /** A need in a list. */
    record NeedLine(
            String id, String code, String titleJa, String titleEn, String kind, String state, Instant stateSince, @Nullable UUID owner,
            @Nullable UUID parent, @Nullable UUID mergedInto, List<String> segments, long voices, boolean agreed) {

        static NeedLine of(NeedList.Row row) {
            return new NeedLine(
                    row.id().toString(), row.code(), row.titleJa(), row.titleEn(), row.kind(), row.state(), row.since(), row.owner(), row.parent(),
                    row.mergedInto(), row.segments(), row.voices(), row.agreed());
        }
    }

    @Operation(
            summary = "Needs",
            description = "q finds a part of a title or synonym, or a code; state, kind, owner (me or a member id) and segments narrow it. "
                    + "Merged and dropped ones are included: state=raw,sign,burst,verifying,confirmed,responding,answered leaves them out. "
                    + "voices: how many confirmed or near-certain voices carry it; agreed: both heads stand behind its present meaning.")
    @Parameter(name = "q", description = "part of a title", example = "記録")
    @Parameter(name = "limit", description = "1 to 200", example = "50")
    @Parameter(name = "cursor", description = "next of the answer before")
    @Parameter(name = "state", example = "sign,burst")
    @GetMapping
    ApiPage<NeedLine> list(HttpServletRequest request, @Me Actor me) {
        return lists.api(list, request, me, NeedLine::of);
    }

    @Operation(
            summary = "One need",
            description = "Its words, where it stands and since when, who of each side agreed to which version of the meaning, and the steps that "
                    + "people can take from here. A merged one says what it became part of. The ETag is what a change sends back in If-Match.")
    @GetMapping("/{id}")
    ResponseEntity<NeedJson> read(@PathVariable Need.Id id) {
        return answer(needs.find(id), ResponseEntity.ok());
    }

    /** A phrase; unknown codes are refused. */
    record PhraseBody(
            @Schema(example = "ja", description = "ja or en") @NotNull Phrase.@Nullable Language language,
            @Schema(example = "synonym", description = "synonym or example") @NotNull Phrase.@Nullable Kind kind,
            @Schema(example = "作業記録の提出", description = "At most 200 characters") @NotNull @Size(max = 200) @Nullable String text) {

        Phrase phrase() {
            return new Phrase(Objects.requireNonNull(language), Objects.requireNonNull(kind), Objects.requireNonNull(text));
        }
    }

    /** What makes a need. */
    record NeedBody(
            @Schema(example = "実施記録を元請・監査に提出したい", description = "In the customers' words, at most 120 characters; one of the two titles is needed")
                    @Nullable String titleJa,
            @Schema(example = "Hand records to prime contractors and auditors", description = "At most 160 characters") @Nullable String titleEn,
            @Schema(example = "job", description = "job, pain or outcome") @Nullable String kind,
            @Schema(description = "Unique; lower case, at most 60; made from the title when absent") @Nullable String code,
            @Schema(description = "Member id; a marketer who adds a need owns it unless this says otherwise") @Nullable String owner,
            @Schema(description = "Id of the need that it is a part of") @Nullable String parent,
            @Schema(example = "[\"mid_construction\"]") @Nullable List<String> segments,
            @Schema(description = "Product ids") @Nullable List<String> products,
            @Schema(description = "Words by which voices are recognised, at most 100") @Valid @Nullable List<PhraseBody> phrases,
            @Schema(description = "Ids of voices that carry it from now on, at most 1,000") @Nullable List<UUID> voices) {

        NeedText text() {
            return new NeedText(
                    code, titleJa, titleEn, kind, owner, parent, Objects.requireNonNullElse(segments, List.of()),
                    Objects.requireNonNullElse(products, List.of()),
                    Objects.requireNonNullElse(phrases, List.<PhraseBody>of()).stream().map(PhraseBody::phrase).toList());
        }

        List<Voice.Id> heard() {
            return Objects.requireNonNullElse(voices, List.<UUID>of()).stream().map(Voice.Id::new).toList();
        }
    }

    @Operation(
            summary = "Add a need",
            description = "By anybody of the sales or marketing side; it begins raw. 403 for others, 409 needs.need-code-taken, 422 with every wrong field.")
    @PostMapping
    ResponseEntity<NeedJson> add(@Valid @RequestBody NeedBody body, @Me Actor me) {
        var added = needs.create(body.text(), body.heard(), me);
        return answer(added, ResponseEntity.created(URI.create("/api/v1/needs/" + added.id())));
    }

    /** What a change can name: the words, and a step. */
    record NeedChange(
            @Schema(example = "実施記録を元請・監査に提出したい") @Nullable String titleJa, @Nullable String titleEn, @Nullable String kind, @Nullable String code,
            @Nullable String owner, @Nullable String parent, @Nullable List<String> segments, @Nullable List<String> products,
            @Nullable List<PhraseBody> phrases,
            @Schema(description = "A step: verifying (reason = the hypothesis), confirmed (what confirms it), responding (what we answer), "
                    + "answered, dropped (why, and reviewOn), or back (why). See steps of the need") @Nullable String state,
            @Schema(description = "At most 2,000 characters") @Nullable String reason,
            @Schema(description = "Day on which a dropped one is looked at again") @Nullable String reviewOn) {}

    @Operation(
            summary = "Change a need, or move it",
            description = "Fields that are absent stay as they are; null empties one. A change of titles, kind or phrases makes a new version of the "
                    + "meaning, to which both heads are asked to agree again. With state it takes a step: by marketing; 409 needs.need-no-step, 422 without "
                    + "the reason. 428 without If-Match, 409 when somebody changed it since, 409 needs.need-merged.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(schema = @Schema(implementation = NeedChange.class)))
    @PatchMapping("/{id}")
    ResponseEntity<NeedJson> change(
            @PathVariable Need.Id id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch, @RequestBody JsonNode body, @Me Actor me) {
        var read = Version.expected(ifMatch);
        var patch = NeedPatch.of(body);
        var move = patch.move();
        var changed = transaction.execute(status -> {
            var before = needs.find(id);
            var reworded = patch.rewords()
                    ? needs.change(id, read, patch.applied(NeedText.of(before, needs.phrases(List.of(id)).getOrDefault(id, List.of()))), me)
                    : before;
            return move == null ? reworded : needs.move(id, move, patch.rewords() ? Version.of(reworded.version()) : read, me);
        });
        return answer(Objects.requireNonNull(changed), ResponseEntity.ok());
    }

    /** Into what, and why. */
    record MergeBody(
            @Schema(description = "Id of the need that stays") @NotNull @Nullable UUID into,
            @Schema(example = "同じことを別の言葉で言っている", description = "At most 2,000 characters") @Nullable String reason) {}

    @Operation(
            summary = "Merge a need into another",
            description = "Its voices and phrases follow, its title becomes a synonym, and whoever opens it finds the way. Answers the need that stays. By "
                    + "marketing. 422 needs.need-merge-itself or without a reason, 409 needs.need-merge-circle, needs.need-merge-into-merged, "
                    + "needs.need-merged, needs.need-disputed while an objection to it is unanswered.")
    @PostMapping("/{id}/merges")
    ResponseEntity<NeedJson> merge(@PathVariable Need.Id id, @Valid @RequestBody MergeBody body, @Me Actor me) {
        return answer(needs.merge(id, new Need.Id(Objects.requireNonNull(body.into())), body.reason(), me), ResponseEntity.ok());
    }

    private ResponseEntity<NeedJson> answer(Need need, ResponseEntity.BodyBuilder answer) {
        return answer.eTag(Version.of(need.version()).toString())
                .body(NeedJson.of(
                        need, needs.phrases(List.of(need.id())).getOrDefault(need.id(), List.of()), agreements.of(need.id()),
                        field.voices(List.of(need.id())).getOrDefault(need.id(), 0L)));
    }
}
