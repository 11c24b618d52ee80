package org.kamiau.needs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Intake;
import org.kamiau.customers.Pointing;
import org.kamiau.needs.language.Span;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Text;
import org.kamiau.platform.api.JsonLines;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Taking voices in over the API, and saying which needs they carry. */
@RestController
@Access.Members
class VoiceApi {

    /** One call takes no more. */
    static final int MOST_LINES = 10_000;

    /** More lines than one call takes. */
    static final class TooManyLines extends Refusal {
        TooManyLines() {
            super(HttpStatus.CONTENT_TOO_LARGE, "needs.voice-too-many-lines", MOST_LINES);
        }
    }

    /** @param spans places in {@code raw} as stored: start and end in UTF-16 units, end exclusive */
    record ProposalAnswer(String need, double confidence, List<List<Integer>> spans, List<String> why, Proposal.By proposedBy) {

        static ProposalAnswer of(Proposal proposal) {
            return new ProposalAnswer(
                    proposal.need().toString(), rounded(proposal.confidence()), spans(proposal.spans()), proposal.why(), proposal.by());
        }

        static double rounded(double confidence) {
            return Math.round(confidence * 1000) / 1000.0;
        }

        static List<List<Integer>> spans(List<Span> spans) {
            return spans.stream().map(span -> List.of(span.start(), span.end())).toList();
        }
    }

    /** @param known the same source was taken in before: nothing changed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TakenAnswer(String id, @Nullable String account, List<ProposalAnswer> proposals, @Nullable Instant answerBy, boolean known) {

        static TakenAnswer of(VoiceOutcome.Taken taken) {
            return new TakenAnswer(
                    taken.id().toString(), taken.account() == null ? null : taken.account().toString(),
                    taken.proposals().stream().map(ProposalAnswer::of).toList(), taken.answerBy(), taken.known());
        }
    }

    record DecisionBody(
            @Schema(example = "[]", description = "Needs that the voice carries") @Nullable List<UUID> confirmed,
            @Schema(example = "[]", description = "Needs that it does not carry") @Nullable List<UUID> rejected) {}

    /** A line's answer: 201 with id, proposals and answerBy, or what is wrong with it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineAnswer(
            int line, int status, @Nullable String id, @Nullable String account, @Nullable List<ProposalAnswer> proposals,
            @Nullable Instant answerBy, @Nullable Boolean known, @Nullable String code, @Nullable String title,
            @Nullable List<LineError> errors, @Nullable List<Pointing.Candidate> candidates) {}

    record LineError(String pointer, String code, String message) {}

    private final Voices voices;
    private final JsonLines lines;
    private final Languages languages;

    VoiceApi(Voices voices, JsonLines lines, Languages languages) {
        this.voices = voices;
        this.lines = lines;
        this.languages = languages;
    }

    @Operation(
            summary = "Take a voice in",
            description = "Proposes the needs that it carries, with the words they rest on. An account by its name alone is 422 "
                    + "customers.account-ambiguous with candidates. wantsAnswer starts 5 business days for marketing (answerBy). "
                    + "account may be left out for social, store and survey only.")
    @Access.Only({
        Role.ADMIN, Role.REVOPS, Role.EXEC, Role.MKT_HEAD, Role.MKT, Role.SALES_HEAD, Role.IS_LEAD, Role.IS, Role.FS_MGR, Role.FS, Role.CS, Role.TRADE
    })
    @PostMapping("/api/v1/voices")
    @ResponseStatus(HttpStatus.CREATED)
    TakenAnswer take(@RequestBody VoiceBody body, @Me Actor me) {
        return TakenAnswer.of(voices.take(body.draft(), new Intake(me, null, "api")));
    }

    @Operation(
            summary = "Say which needs a voice carries",
            description = "The later word counts; the mapping learns from it at once. A need that was merged stands for the one it was merged into.")
    @PostMapping("/api/v1/voices/{id}/needs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable Voice.Id id, @RequestBody DecisionBody body, @Me Actor me) {
        voices.decide(id, needs("confirmed", body.confirmed()), needs("rejected", body.rejected()), me);
    }

    private static List<Need.Id> needs(String field, @Nullable List<UUID> ids) {
        var named = ids == null ? List.<UUID>of() : ids;
        if (named.stream().anyMatch(Objects::isNull)) {
            throw new Invalid(field, "platform.invalid.not-null");
        }
        return named.stream().map(Need.Id::new).toList();
    }

    @Operation(
            summary = "Take many voices in",
            description = "JSON lines (application/x-ndjson), at most 10,000 and 32 MB: each line as for one voice. Answers JSON lines in the same "
                    + "order: line, status (201, 200 for one known by its source, 400, 422), id, proposals, answerBy; or code, title, errors, candidates. "
                    + "A line that is wrong spoils no other.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = {
                @Content(
                        mediaType = JsonLines.TYPE,
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(
                                "{\"channel\":\"social\",\"raw\":\"現場で日報が書けたらいいのに\"}\n{\"channel\":\"store\",\"raw\":\"予備の電池がほしい\"}\n")),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = VoiceBody.class),
                        examples = @ExampleObject("{\"channel\":\"social\",\"raw\":\"現場で日報が書けたらいいのに\"}"))
            }))
    @Access.Only({
        Role.ADMIN, Role.REVOPS, Role.EXEC, Role.MKT_HEAD, Role.MKT, Role.SALES_HEAD, Role.IS_LEAD, Role.IS, Role.FS_MGR, Role.FS, Role.CS, Role.TRADE
    })
    @PostMapping("/api/v1/voices/bulk")
    ResponseEntity<String> takeAll(@RequestBody byte[] body, @Me Actor me, Locale locale) {
        var read = lines.read(body, VoiceBody.class);
        if (read.size() > MOST_LINES) {
            throw new TooManyLines();
        }
        var good = read.stream().filter(line -> line.body() != null).toList();
        var outcomes = voices.take(good.stream().map(line -> Objects.requireNonNull(line.body()).draft()).toList(), new Intake(me, null, "api"));
        Map<Integer, VoiceOutcome> byLine = new HashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            byLine.put(good.get(i).number(), outcomes.get(i));
        }
        var t = languages.text(locale);
        var answers = new ArrayList<LineAnswer>(read.size());
        for (var line : read) {
            answers.add(answer(line, byLine.get(line.number()), t));
        }
        return ResponseEntity.ok().contentType(JsonLines.MEDIA_TYPE).body(lines.write(answers));
    }

    private static LineAnswer answer(JsonLines.Line<VoiceBody> line, @Nullable VoiceOutcome outcome, Text t) {
        if (outcome == null) {
            return line.fault() == null
                    ? refused(line.number(), 400, "platform.error.malformed", t, null, null)
                    : refused(line.number(), 422, "platform.error.invalid", t, List.of(error(line.fault(), t)), null);
        }
        return switch (outcome) {
            case VoiceOutcome.Taken taken -> taken(line.number(), taken);
            case VoiceOutcome.Refused(var faults) -> refused(
                    line.number(), 422, "platform.error.invalid", t, faults.stream().map(fault -> error(fault, t)).toList(), null);
            case VoiceOutcome.Ambiguous(var name, var candidates) -> refused(
                    line.number(), 422, "customers.account-ambiguous", t, null, candidates, name, candidates.size());
        };
    }

    private static LineAnswer taken(int line, VoiceOutcome.Taken taken) {
        var answer = TakenAnswer.of(taken);
        return new LineAnswer(
                line, taken.known() ? 200 : 201, answer.id(), answer.account(), answer.proposals(), answer.answerBy(), taken.known() ? true : null,
                null, null, null, null);
    }

    private static LineAnswer refused(
            int line, int status, String code, Text t, @Nullable List<LineError> errors, @Nullable List<Pointing.Candidate> candidates,
            Object... arguments) {
        return new LineAnswer(line, status, null, null, null, null, null, code, t.get(code, arguments), errors, candidates);
    }

    private static LineError error(Invalid.Field fault, Text t) {
        var pointer = fault.field().isEmpty() ? "" : "/" + fault.field().replace("[", "/").replace("]", "").replace(".", "/");
        return new LineError(pointer, fault.code(), t.get(fault.code(), fault.arguments().toArray()));
    }
}
