package org.kamiau.needs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.needs.language.Classifier;
import org.kamiau.needs.language.Example;
import org.kamiau.needs.language.Memory;
import org.kamiau.needs.language.Phrases;
import org.kamiau.needs.language.Reading;
import org.kamiau.needs.language.Span;
import org.kamiau.needs.language.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what this node knows of needs up to what the database says: before each proposal it asks, in one indexed
 * statement, what came in since, from whichever node. Phrases and decisions count from that moment on; the classifier
 * is trained anew in the background.
 */
@Component
class Learning {

    /** With fewer there is nothing to train on; the memory does that alone. */
    private static final int FEWEST = 40;
    private static final int FEWEST_OF_A_NEED = 5;

    private final LessonRows rows;
    private final TransactionTemplate transaction;
    private final Map<UUID, Memory.Judged<Need.Id>> judged = new LinkedHashMap<>();
    private final Map<UUID, Example<Need.Id>> examples = new LinkedHashMap<>();
    private BigInteger from = BigInteger.ZERO;
    /** Transactions from there on that are learned already; one that is slow to end keeps the mark where it is. */
    private Set<BigInteger> seen = Set.of();
    private @Nullable Knowledge known;
    private long decisions;
    private long trained;

    Learning(LessonRows rows, TransactionTemplate transaction) {
        this.rows = rows;
        this.transaction = transaction;
    }

    /** What is known now; within a transaction that changed needs itself, its own words too. */
    synchronized Knowledge now() {
        var before = known;
        var news = rows.since(from, seen);
        if (news.own()) {
            // Not kept: nobody knows yet whether it will be.
            var vocabulary = rows.vocabulary();
            return new Knowledge(
                    vocabulary.living(), new Phrases<>(vocabulary.phrases()), before == null ? new Memory<>(List.of()) : before.memory(),
                    before == null ? null : before.classifier());
        }
        var now = take(news, before);
        // Only now: what failed half way is to be learned again.
        from = news.from();
        seen = news.transactions();
        return now;
    }

    private Knowledge take(LessonRows.News news, @Nullable Knowledge before) {
        if (before == null) {
            judged.clear();
            examples.clear();
            learn(rows.latest());
            return keep(phrases(), null);
        }
        var voices = news.voices();
        if (voices == null) {
            judged.clear();
            examples.clear();
            learn(rows.latest());
        } else if (!voices.isEmpty()) {
            voices.forEach(voice -> {
                judged.remove(voice);
                examples.remove(voice);
            });
            learn(rows.decided(voices));
        }
        if (!news.words() && voices != null && voices.isEmpty()) {
            return before;
        }
        var vocabulary = news.words() ? phrases() : new Heard(before.living(), before.phrases());
        return keep(vocabulary, before.classifier());
    }

    private record Heard(Set<Need.Id> living, Phrases<Need.Id> phrases) {}

    private Heard phrases() {
        var vocabulary = rows.vocabulary();
        return new Heard(vocabulary.living(), new Phrases<>(vocabulary.phrases()));
    }

    private Knowledge keep(Heard vocabulary, @Nullable Classifier<Need.Id> classifier) {
        var now = new Knowledge(vocabulary.living(), vocabulary.phrases(), new Memory<>(judged.values()), classifier);
        known = now;
        return now;
    }

    private void learn(List<LessonRows.Decided> decided) {
        if (decided.isEmpty()) {
            return;
        }
        // Only now: the dictionary of Japanese takes a while to load.
        var words = new Words();
        for (var one : decided) {
            var reading = Reading.of(words, one.raw(), one.asked());
            var confirmed = new HashSet<Need.Id>();
            var rejected = new HashSet<Need.Id>();
            var wanted = new HashMap<Need.Id, List<Span>>();
            for (var mark : one.marks()) {
                (mark.confirmed() ? confirmed : rejected).add(mark.need());
                if (mark.confirmed()) {
                    wanted.put(mark.need(), mark.spans());
                }
            }
            judged.put(one.voice(), Memory.Judged.of(reading, confirmed, rejected));
            examples.put(one.voice(), new Example<>(reading, wanted, Map.of()));
            decisions++;
        }
        while (judged.size() > LessonRows.MOST) {
            var oldest = judged.keySet().iterator().next();
            judged.remove(oldest);
            examples.remove(oldest);
        }
    }

    /** Trains anew when enough was decided since; whoever proposes meanwhile goes on with what there is. */
    boolean train() {
        List<Example<Need.Id>> lessons;
        long upTo;
        // The connection before the lock, as everybody does: else whoever holds the last one would wait for us.
        transaction.executeWithoutResult(status -> now());
        synchronized (this) {
            if (decisions == trained || examples.size() < FEWEST) {
                return false;
            }
            lessons = frequent(new ArrayList<>(examples.values()));
            upTo = decisions;
        }
        var classifier = Classifier.train(lessons);
        synchronized (this) {
            var before = known;
            if (before != null) {
                known = new Knowledge(before.living(), before.phrases(), before.memory(), classifier);
            }
            trained = upTo;
        }
        rows.forget();
        return true;
    }

    private static List<Example<Need.Id>> frequent(List<Example<Need.Id>> examples) {
        var times = new HashMap<Need.Id, Integer>();
        examples.forEach(example -> example.wanted().keySet().forEach(need -> times.merge(need, 1, Integer::sum)));
        return examples.stream().map(example -> {
            var wanted = new HashMap<>(example.wanted());
            wanted.keySet().removeIf(need -> times.getOrDefault(need, 0) < FEWEST_OF_A_NEED);
            return new Example<>(example.reading(), wanted, example.refused());
        }).toList();
    }
}
