package org.kamiau.needs;

import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.demo.Story;

/** Who speaks in the demonstration: the accounts that are somebody's, and those with a part in the story. */
final class DemoParties {

    private static final Map<String, Character> LETTERS = Map.of(
            "construction", 'c', "food_manufacturing", 'f', "metal_manufacturing", 'm', "cold_storage", 'k', "logistics", 'l', "events", 'e',
            "security", 's', "retail", 'r');

    /** The kinds of those who lead and of those who say a thing again and again before others do. */
    private static final Map<String, Character> PARTS = Map.ofEntries(
            Map.entry("lead1", 'c'), Map.entry("lead2", 'c'), Map.entry("lead3", 'l'), Map.entry("lead4", 'm'), Map.entry("lead5", 'f'),
            Map.entry("lead6", 'c'), Map.entry(DemoWeeks.AUDIT + "/0", 'c'), Map.entry(DemoWeeks.AUDIT + "/1", 'l'),
            Map.entry(DemoWeeks.ACCLIMATISE + "/0", 'c'), Map.entry(DemoWeeks.LANGUAGES + "/0", 'f'), Map.entry(DemoWeeks.PARTNERS + "/0", 'c'), Map.entry(DemoWeeks.PARTNERS + "/1", 'l'));

    /** FS-6 hears eleven cold stores; eight of them speak of the cold side. */
    private static final int COLD_STORES = 11;
    private static final LocalDate JUNE_WAVE = LocalDate.of(2026, 6, 29);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 1);
    private static final int FEW = 8;
    private static final int COLD_SIDE = 8;

    /** An account that speaks. */
    record Party(int number, UUID id, char letter, MemberId fs, MemberId is, @Nullable MemberId cs, List<Person> people) {
        Party {
            people = List.copyOf(people);
        }
    }

    /** Those who speak before others. */
    record Leading(List<Party> parties) {
        Leading {
            parties = List.copyOf(parties);
        }
    }

    /** Somebody there. */
    record Person(UUID id, String title) {
        String buyingRole() {
            return title.contains("取締役") || title.endsWith("部長") || title.equals("工場長") ? "decides"
                    : title.startsWith("購買") ? "buys" : title.startsWith("現場") ? "uses" : title.startsWith("総務") ? "guards" : "influences";
        }
    }

    private final Map<Character, List<Party>> byLetter = new HashMap<>();
    private final Map<String, Party> parts = new HashMap<>();
    private final Set<UUID> cast = new HashSet<>();
    private final RandomGenerator chance;

    DemoParties(DSLContext sql, Story story, RandomGenerator chance) {
        this.chance = chance;
        var people = sql.resultQuery(
                        """
                        select account_id, id, title from customers.person_view where account_id is not null and title is not null
                        order by sort_key, title, id
                        """)
                .fetchGroups(row -> row.get("account_id", UUID.class), row -> new Person(row.get("id", UUID.class), row.get("title", String.class)));
        sql.resultQuery(
                        """
                        select id, industry, fs_owner_id, is_owner_id, cs_owner_id from customers.account_view
                        where fs_owner_id is not null and industry = any ({0}::text[])
                        order by sort_key, name
                        """,
                        val(LETTERS.keySet().toArray(String[]::new)))
                .forEach(row -> {
                    var id = row.get("id", UUID.class);
                    char letter = Objects.requireNonNull(LETTERS.get(row.get("industry", String.class)));
                    var same = byLetter.computeIfAbsent(letter, _ -> new ArrayList<>());
                    if (letter != 'k' || same.size() < COLD_STORES) {
                        same.add(new Party(
                                same.size(), id, letter, owner(row, "fs_owner_id"), owner(row, "is_owner_id"),
                                row.get("cs_owner_id") == null ? null : owner(row, "cs_owner_id"), people.getOrDefault(id, List.of())));
                    }
                });
        new TreeMap<>(PARTS).forEach((part, letter) -> parts.put(part, theirs(part, letter)));
        story.keep("needs/leading", leading());
    }

    private static MemberId owner(Record row, String column) {
        return new MemberId(row.get(column, UUID.class));
    }

    private Party theirs(String part, char letter) {
        var party = of(letter).stream()
                .filter(one -> !cast.contains(one.id()) && one.cs() != null && !one.people().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody for " + part));
        cast.add(party.id());
        return party;
    }

    Party part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    private Leading leading() {
        return new Leading(List.of("lead1", "lead2", "lead3", "lead4", "lead5", "lead6").stream().map(this::part).toList());
    }

    boolean cast(Party party) {
        return cast.contains(party.id());
    }

    private List<Party> of(char letter) {
        return byLetter.getOrDefault(letter, List.of());
    }

    /** Anybody of this kind who may name the need in this week; those with a part keep to it. */
    @Nullable Party anybody(char letter, String need, LocalDate monday, Set<UUID> taken) {
        var able = of(letter).stream()
                .filter(one -> !cast.contains(one.id()) && !taken.contains(one.id()))
                .filter(one -> !DemoWeeks.RISING.contains(need) || !monday.isBefore(AUTUMN) || early(one, need, monday))
                .filter(one -> letter != 'k' || !need.equals("condensation") || one.number() < COLD_SIDE)
                .toList();
        return able.isEmpty() ? null : able.get(chance.nextInt(able.size()));
    }

    /**
     * No account is early with two of the rising needs, so that only those who lead in the story lead; and until the
     * June wave it is mostly builders who speak, so that a survey confirms before the spread does.
     */
    private static boolean early(Party party, String need, LocalDate monday) {
        var share = party.number() % 4 == 3 ? DemoWeeks.AUDIT : DemoWeeks.RISING.get(party.number() % 4);
        return need.equals(share)
                && (party.letter() == 'c' || need.equals(DemoWeeks.LANGUAGES) || !monday.isBefore(JUNE_WAVE) || party.number() < FEW);
    }

    /** One of all. */
    Party anybody(char letter) {
        var able = of(letter);
        return able.get(chance.nextInt(able.size()));
    }
}
