package org.kamiau.needs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
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

/** One voice over the API, with what was added to it and what became of its question. */
@RestController
@RequestMapping("/api/v1/voices/{id}")
@Access.Members
class VoiceStoryApi {

    /** @param spans places in {@code raw}: start and end in UTF-16 units, end exclusive */
    record NeedAnswer(
            String need, String titleJa, String titleEn, VoiceDetails.Standing standing, @Nullable Double confidence, List<List<Integer>> spans,
            List<String> why, String proposedBy, @Nullable String decidedBy, @Nullable Instant decidedAt) {

        static NeedAnswer of(VoiceDetails.Carried carried) {
            return new NeedAnswer(
                    carried.need().toString(), carried.titleJa(), carried.titleEn(), carried.standing(),
                    carried.confidence() == null ? null : VoiceApi.ProposalAnswer.rounded(carried.confidence()),
                    VoiceApi.ProposalAnswer.spans(carried.spans()), carried.why(), carried.by(),
                    carried.decidedBy() == null ? null : carried.decidedBy().toString(), carried.decidedAt());
        }
    }

    record NoteAnswer(String text, String by, Instant at) {}

    record MotiveAnswer(String text, Voice.Confidence confidence, @Nullable String by) {}

    record WordAnswer(int round, Question.Kind kind, @Nullable String text, String by, Instant at) {}

    /** @param round 1, and one more each time it is asked again */
    record QuestionAnswer(Question.State state, @Nullable String asker, @Nullable String assignee, Instant askedAt, int round, List<WordAnswer> words) {

        static QuestionAnswer of(Question question) {
            return new QuestionAnswer(
                    question.state(), question.asker() == null ? null : question.asker().toString(),
                    question.assignee() == null ? null : question.assignee().toString(), question.askedAt(), question.round(),
                    question.words().stream()
                            .map(word -> new WordAnswer(word.round(), word.kind(), word.text(), word.by().toString(), word.at()))
                            .toList());
        }
    }

    record VoiceAnswer(
            String id, String raw, @Nullable String asked, @Nullable MotiveAnswer motive, Voice.Channel channel, @Nullable String account,
            @Nullable String accountName, @Nullable String person, Voice.@Nullable BuyingRole buyingRole, List<String> competitors,
            @Nullable String recorder, Instant heardAt, Instant recordedAt, @Nullable String document, @Nullable String source, @Nullable String link,
            List<NeedAnswer> needs, List<NoteAnswer> notes, @Nullable QuestionAnswer question, int version) {

        static VoiceAnswer of(VoiceDetails.Detail detail) {
            var voice = detail.voice();
            var motive = voice.motive();
            return new VoiceAnswer(
                    voice.id().toString(), voice.raw(), voice.asked(),
                    motive == null ? null : new MotiveAnswer(motive.text(), motive.confidence(), motive.by() == null ? null : motive.by().toString()),
                    voice.channel(), text(voice.account()), detail.account(), text(voice.person()), voice.buyingRole(), voice.competitors(),
                    text(voice.recorder()), voice.heardAt(), voice.recordedAt(), text(voice.document()), detail.source(), detail.link(),
                    detail.needs().stream().map(NeedAnswer::of).toList(),
                    detail.notes().stream().map(note -> new NoteAnswer(note.text(), note.by().toString(), note.at())).toList(),
                    detail.question() == null ? null : QuestionAnswer.of(detail.question()), voice.version());
        }

        private static @Nullable String text(@Nullable Object id) {
            return id == null ? null : id.toString();
        }
    }

    record WordsBody(
            @Schema(example = "電波が届かない山の現場でも記録できないと困る", description = "1 to 20,000 characters") @NotBlank @Size(max = Voice.LONGEST) @Nullable String raw) {}

    record NoteBody(
            @Schema(example = "帰り際に、来月から2現場で始まると聞いた", description = "At most 4,000 characters") @NotBlank @Size(max = 4000) @Nullable String text) {}

    record MotiveBody(
            @Schema(example = "監督が帰社してから清書する時間をなくしたい", description = "At most 2,000 characters")
                    @NotBlank @Size(max = VoiceCheck.LONGEST_MOTIVE) @Nullable String text,
            @Schema(example = "medium", description = "low, medium (when left out) or high") Voice.@Nullable Confidence confidence) {}

    record VerdictBody(
            @Schema(example = "true", description = "true: content; false: asked again, with the text saying what is missing") @NotNull @Nullable Boolean satisfied,
            @Schema(example = "顧客に話せました", description = "At most 4,000 characters; needed when asked again") @Size(max = 4000) @Nullable String text) {}

    private final Voices voices;
    private final VoiceDetails details;
    private final Questions questions;

    VoiceStoryApi(Voices voices, VoiceDetails details, Questions questions) {
        this.voices = voices;
        this.details = details;
        this.questions = questions;
    }

    @Operation(
            summary = "One voice",
            description = "The words, what our side had asked right before, the interpretation beside them, its needs with the places they rest on "
                    + "(UTF-16 units of raw, end exclusive), notes, and its question to marketing. The ETag is what a correction sends back in If-Match.")
    @GetMapping
    ResponseEntity<VoiceAnswer> read(@PathVariable Voice.Id id, @Me Actor me) {
        var answer = found(id, me);
        return ResponseEntity.ok().eTag(Version.of(answer.version()).toString()).body(answer);
    }

    private VoiceAnswer found(Voice.Id id, Actor me) {
        return VoiceAnswer.of(details.find(id, me).orElseThrow(Refusal.NotFound::new));
    }

    @Operation(
            summary = "Correct a voice's words",
            description = "Within 24 hours of writing it down, by the recorder or a head of their side, with If-Match; proposals are made anew. "
                    + "403 for others, 409 needs.voice-fixed afterwards: add a note then.")
    @PatchMapping
    ResponseEntity<VoiceAnswer> correct(
            @PathVariable Voice.Id id, @Valid @RequestBody WordsBody body, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Me Actor me) {
        voices.correct(id, Version.expected(ifMatch), Objects.requireNonNull(body.raw()), me);
        return read(id, me);
    }

    @Operation(summary = "Add a note to a voice", description = "At any time, by whoever writes here; the words themselves stand.")
    @PostMapping("/notes")
    VoiceAnswer note(@PathVariable Voice.Id id, @Valid @RequestBody NoteBody body, @Me Actor me) {
        voices.note(id, Objects.requireNonNull(body.text()), me);
        return found(id, me);
    }

    @Operation(summary = "Say what may lie behind a voice", description = "The last interpretation stands; earlier ones are in the history.")
    @PostMapping("/motive")
    VoiceAnswer interpret(@PathVariable Voice.Id id, @Valid @RequestBody MotiveBody body, @Me Actor me) {
        var confidence = body.confidence() == null ? Voice.Confidence.MEDIUM : body.confidence();
        voices.interpret(id, Objects.requireNonNull(body.text()), confidence, me);
        return found(id, me);
    }

    @Operation(
            summary = "Answer a voice's question",
            description = "By whoever does research here. 403 for others, 404 where nothing is asked, 409 needs.question-closed when there is an answer already.")
    @PostMapping("/answer")
    VoiceAnswer answer(@PathVariable Voice.Id id, @Valid @RequestBody NoteBody body, @Me Actor me) {
        questions.answer(id, Objects.requireNonNull(body.text()), me);
        return found(id, me);
    }

    @Operation(
            summary = "Judge an answer",
            description = "By the asker alone: content, or asked again, which starts another 5 business days. 403 for others, "
                    + "409 needs.question-unanswered or needs.question-settled.")
    @PostMapping("/verdict")
    VoiceAnswer judge(@PathVariable Voice.Id id, @Valid @RequestBody VerdictBody body, @Me Actor me) {
        if (Boolean.TRUE.equals(body.satisfied())) {
            questions.settle(id, body.text(), me);
        } else if (body.text() == null || body.text().isEmpty()) {
            throw new Invalid("text", "needs.question-what");
        } else {
            questions.askAgain(id, body.text(), me);
        }
        return found(id, me);
    }
}
