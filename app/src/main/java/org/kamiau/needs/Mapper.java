package org.kamiau.needs;

import java.util.List;
import java.util.stream.IntStream;
import org.kamiau.needs.language.Reading;
import org.kamiau.needs.language.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes which needs voices carry; decides nothing. */
@Component
public class Mapper {

    /** From so many on, all processors read. */
    private static final int MANY = 64;

    private final Learning learning;

    Mapper(Learning learning) {
        this.learning = learning;
    }

    /** For each text its needs, the surest first, at most five; same size and order. */
    @Transactional
    public List<List<Proposal>> propose(List<String> raws) {
        return proposeFor(raws.stream().map(raw -> new Utterance(raw, null)).toList());
    }

    /** The same for utterances of a conversation. In a transaction: whoever waits for what is being learned holds a connection already. */
    @Transactional
    public List<List<Proposal>> proposeFor(List<Utterance> utterances) {
        if (utterances.isEmpty()) {
            return List.of();
        }
        var knowledge = learning.now();
        if (utterances.size() < MANY) {
            return read(knowledge, utterances);
        }
        int parts = Runtime.getRuntime().availableProcessors() * 2;
        int size = Math.ceilDiv(utterances.size(), parts);
        return IntStream.range(0, parts).parallel()
                .mapToObj(part -> utterances.subList(Math.min(utterances.size(), part * size), Math.min(utterances.size(), (part + 1) * size)))
                .flatMap(part -> read(knowledge, part).stream())
                .toList();
    }

    /** The analyzer of words belongs to one thread. */
    private static List<List<Proposal>> read(Knowledge knowledge, List<Utterance> utterances) {
        var words = new Words();
        return utterances.stream().map(utterance -> knowledge.of(Reading.of(words, utterance.raw(), utterance.asked()))).toList();
    }
}
