package org.kamiau.needs;

import static org.jooq.impl.DSL.val;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.needs.language.Phrases;
import org.kamiau.needs.language.Span;
import org.springframework.stereotype.Component;

/** The SQL of what there is to learn. */
@Component
class LessonRows {

    /** Decisions further back are forgotten: language changes, and memory ends. */
    static final int MOST = 5_000;

    private final DSLContext sql;

    LessonRows(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What came in since.
     *
     * @param from where to begin next time
     * @param transactions those that taught something, as far as they have to be told from later ones
     * @param own the transaction that asks has changed something itself, which others do not see yet
     * @param voices whose decisions are new; null for too many to name
     */
    record News(BigInteger from, Set<BigInteger> transactions, boolean own, boolean words, @Nullable Set<UUID> voices) {}

    /** A voice that somebody decided about. */
    record Decided(UUID voice, String raw, @Nullable String asked, List<Mark> marks) {}

    /** What was decided about a need, with the words that carry it. */
    record Mark(Need.Id need, boolean confirmed, List<Span> spans) {}

    /** Needs that may be proposed, with their words. */
    record Vocabulary(Set<Need.Id> living, List<Phrases.Phrase<Need.Id>> phrases) {}

    News since(BigInteger from, Set<BigInteger> seen) {
        var rows = sql.fetch(
                """
                select pg_snapshot_xmin(pg_current_snapshot())::text, lesson.about, lesson.voices,
                    coalesce(lesson.transaction = pg_current_xact_id_if_assigned(), false), lesson.transaction::text
                from (select 1) as one left join needs.lesson on lesson.transaction >= {0}::text::xid8
                """,
                val(from.toString()));
        boolean own = false;
        boolean words = false;
        boolean many = false;
        var voices = new HashSet<UUID>();
        var transactions = new HashSet<BigInteger>();
        for (var row : rows) {
            var name = row.get(4, String.class);
            if (name == null) {
                continue;
            }
            var transaction = new BigInteger(name);
            transactions.add(transaction);
            if (seen.contains(transaction)) {
                continue;
            }
            var about = row.get(1, String.class);
            var named = row.get(2, UUID[].class);
            own |= row.get(3, Boolean.class);
            words |= "words".equals(about);
            many |= "decisions".equals(about) && named == null;
            if (named != null) {
                voices.addAll(Arrays.asList(named));
            }
        }
        return new News(new BigInteger(rows.getFirst().get(0, String.class)), transactions, own, words, many ? null : voices);
    }

    Vocabulary vocabulary() {
        var living = new HashSet<Need.Id>();
        var phrases = new ArrayList<Phrases.Phrase<Need.Id>>();
        sql.resultQuery(
                        """
                        select need.id, phrase.text from needs.need
                        cross join lateral (
                            select title_ja union select title_en
                            union select text from needs.need_phrase where need_phrase.need_id = need.id) as phrase (text)
                        where need.state not in ('merged', 'dropped')
                        order by need.id, phrase.text
                        """)
                .forEach(row -> {
                    var need = new Need.Id(row.get(0, UUID.class));
                    living.add(need);
                    phrases.add(new Phrases.Phrase<>(need, row.get(1, String.class)));
                });
        return new Vocabulary(living, phrases);
    }

    List<Decided> latest() {
        return decided("select voice_id from needs.mapping where state <> 'proposed' group by voice_id order by max(decided_at) desc, voice_id limit "
                + MOST, new UUID[0]);
    }

    List<Decided> decided(Collection<UUID> voices) {
        return decided("select unnest({0}::uuid[])", voices.toArray(UUID[]::new));
    }

    private List<Decided> decided(String which, UUID[] voices) {
        var found = new LinkedHashMap<UUID, Decided>();
        sql.resultQuery(
                        "select voice.id, voice.raw, voice.asked, mapping.need_id, mapping.state, mapping.spans from needs.mapping "
                                + "join needs.voice on voice.id = mapping.voice_id "
                                + "where mapping.state <> 'proposed' and voice.id in (" + which + ") order by voice.id, mapping.need_id",
                        val(voices))
                .forEach(row -> found.computeIfAbsent(
                                row.get(0, UUID.class),
                                id -> new Decided(id, row.get(1, String.class), row.get(2, String.class), new ArrayList<>()))
                        .marks()
                        .add(new Mark(new Need.Id(row.get(3, UUID.class)), row.get(4, String.class).equals("confirmed"), spans(row.get(5, Integer[].class)))));
        return List.copyOf(found.values());
    }

    private static List<Span> spans(Integer[] pairs) {
        var spans = new ArrayList<Span>();
        for (int at = 0; at + 1 < pairs.length; at += 2) {
            spans.add(new Span(pairs[at], pairs[at + 1]));
        }
        return spans;
    }

    /** What every node has long seen. */
    void forget() {
        sql.execute("delete from needs.lesson where taught_at < now() - interval '1 day'");
    }
}
