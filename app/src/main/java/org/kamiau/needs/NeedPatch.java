package org.kamiau.needs;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;
import tools.jackson.databind.JsonNode;

/** The fields that a PATCH names: one that is absent stays, one that is null is emptied; a state is a step. */
record NeedPatch(JsonNode body) {

    private static final Set<String> WORDS = Set.of("code", "titleJa", "titleEn", "kind", "owner", "parent", "segments", "products", "phrases");
    private static final Set<String> STEP = Set.of("state", "reason", "reviewOn");

    static NeedPatch of(JsonNode body) {
        if (!body.isObject()) {
            throw new Invalid("", "needs.need-patch-object");
        }
        var findings = new Invalid.Findings();
        body.propertyNames().stream()
                .filter(name -> !WORDS.contains(name) && !STEP.contains(name))
                .forEach(name -> findings.add(name, "needs.need-patch-unknown"));
        findings.raise();
        return new NeedPatch(body);
    }

    boolean rewords() {
        return WORDS.stream().anyMatch(body::has);
    }

    /** Null where it names no state. */
    Need.@Nullable Move move() {
        var state = text("state", null);
        if (state == null) {
            return null;
        }
        try {
            var review = text("reviewOn", null);
            return new Need.Move(Need.State.of(state), text("reason", null), review == null ? null : LocalDate.parse(review));
        } catch (DateTimeParseException noDate) {
            throw new Invalid("reviewOn", "platform.invalid.format");
        } catch (IllegalArgumentException unknown) {
            throw new Invalid("state", "platform.invalid.format");
        }
    }

    NeedText applied(NeedText before) {
        return new NeedText(
                text("code", before.code()), text("titleJa", before.titleJa()), text("titleEn", before.titleEn()), text("kind", before.kind()),
                text("owner", before.owner()), text("parent", before.parent()), texts("segments", before.segments()), texts("products", before.products()),
                phrases(before.phrases()));
    }

    private @Nullable String text(String field, @Nullable String before) {
        var value = body.get(field);
        if (value == null) {
            return before;
        }
        if (!value.isNull() && !value.isString()) {
            throw new Invalid(field, "platform.invalid.format");
        }
        return value.isNull() ? null : value.asString();
    }

    private List<String> texts(String field, List<String> before) {
        var value = body.get(field);
        if (value == null || value.isNull()) {
            return value == null ? before : List.of();
        }
        var texts = new ArrayList<String>();
        for (var element : array(field, value)) {
            if (!element.isString()) {
                throw new Invalid(field, "platform.invalid.format");
            }
            texts.add(element.asString());
        }
        return texts;
    }

    private List<Phrase> phrases(List<Phrase> before) {
        var value = body.get("phrases");
        if (value == null || value.isNull()) {
            return value == null ? before : List.of();
        }
        var phrases = new ArrayList<Phrase>();
        for (var element : array("phrases", value)) {
            phrases.add(phrase(element));
        }
        return phrases;
    }

    private static Phrase phrase(JsonNode element) {
        try {
            return new Phrase(
                    Phrase.Language.of(element.path("language").asString()), Phrase.Kind.of(element.path("kind").asString()),
                    element.path("text").asString());
        } catch (RuntimeException unreadable) {
            throw new Invalid("phrases", "needs.need-phrase-invalid");
        }
    }

    private static JsonNode array(String field, JsonNode value) {
        if (!value.isArray()) {
            throw new Invalid(field, "platform.invalid.format");
        }
        return value;
    }
}
