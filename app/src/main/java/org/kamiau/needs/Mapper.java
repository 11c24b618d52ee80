package org.kamiau.needs;

import static db.needs.Tables.NEED;
import static db.needs.Tables.NEED_PHRASE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.kamiau.needs.language.Phrases;
import org.kamiau.needs.language.Span;
import org.kamiau.needs.language.Words;
import org.springframework.stereotype.Component;

/** Proposes which needs voices carry; decides nothing. */
@Component
public class Mapper {

    private static final double TIGHT = 0.85;
    private static final double LOOSE = 0.65;

    private final DSLContext sql;

    Mapper(DSLContext sql) {
        this.sql = sql;
    }

    /** For each text its needs, the surest first; same size and order. */
    public List<List<Proposal>> propose(List<String> raws) {
        return proposeFor(raws.stream().map(raw -> new Utterance(raw, null)).toList());
    }

    /** The same for utterances of a conversation. */
    public List<List<Proposal>> proposeFor(List<Utterance> utterances) {
        var phrases = phrases();
        var words = new Words();
        return utterances.stream().map(utterance -> named(phrases.in(words.of(utterance.raw())))).toList();
    }

    private Phrases<Need.Id> phrases() {
        return new Phrases<>(sql.select(NEED.ID, NEED_PHRASE.TEXT)
                .from(NEED)
                .join(NEED_PHRASE)
                .on(NEED_PHRASE.NEED_ID.eq(NEED.ID))
                .where(NEED.STATE.notIn(Need.State.MERGED.code(), Need.State.DROPPED.code()))
                .fetch(row -> new Phrases.Phrase<>(new Need.Id(row.value1()), row.value2())));
    }

    private static List<Proposal> named(List<Phrases.Found<Need.Id>> found) {
        var needs = new LinkedHashMap<Need.Id, List<Phrases.Found<Need.Id>>>();
        found.stream().filter(phrase -> !phrase.negated()).forEach(phrase ->
                needs.computeIfAbsent(phrase.of(), need -> new ArrayList<>()).add(phrase));
        return needs.entrySet().stream().map(entry -> named(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Proposal::confidence).reversed())
                .toList();
    }

    private static Proposal named(Need.Id need, List<Phrases.Found<Need.Id>> phrases) {
        var spans = Span.joined(phrases.stream().flatMap(phrase -> phrase.spans().stream()).toList());
        double confidence = phrases.stream().anyMatch(Phrases.Found::tight) ? TIGHT : LOOSE;
        return new Proposal(need, confidence, spans, Proposal.By.PHRASES, phrases.stream().map(Phrases.Found::phrase).distinct().toList());
    }
}
