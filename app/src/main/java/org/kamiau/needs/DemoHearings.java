package org.kamiau.needs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessCalendar;
import org.kamiau.needs.DemoCorpus.Sentence;
import org.kamiau.needs.DemoCorpus.Way;
import org.kamiau.needs.DemoParties.Party;
import org.kamiau.needs.DemoParties.Person;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.demo.Story;

/** The demonstration's voices: who said what to whom and when. */
final class DemoHearings {

    private static final int VOICES = 2_050;
    private static final ZoneId ZONE = Story.ZONE;
    private static final String ANYBODY = "cfmlesr";

    /** Days of the two exhibitions. */
    private static final Set<LocalDate> EXHIBITIONS = Set.of(
            LocalDate.of(2026, 2, 17), LocalDate.of(2026, 2, 18), LocalDate.of(2026, 2, 19), LocalDate.of(2026, 10, 14), LocalDate.of(2026, 10, 15),
            LocalDate.of(2026, 10, 16));

    /** Needs of one account on one occasion. */
    private record Occasion(Party party, LocalDate day, List<Sentence> sentences, List<String> denied) {}

    /**
     * A voice.
     *
     * @param spans of each need that it carries, by code
     * @param denied codes of needs that it names only to deny them
     */
    record Heard(
            Party party, @Nullable Person person, String words, Map<String, List<Integer>> spans, List<String> denied, Voice.Channel channel,
            MemberId recorder, Instant heardAt, Instant recordedAt, boolean asks, @Nullable String motive) {
        Heard {
            spans = Map.copyOf(spans);
            denied = List.copyOf(denied);
        }
    }

    private final DemoCorpus corpus;
    private final DemoSpeech speech;
    private final DemoParties parties;
    private final BusinessCalendar calendar;
    private final Story story;
    private final RandomGenerator chance;

    DemoHearings(DemoCorpus corpus, DemoParties parties, BusinessCalendar calendar, Story story) {
        this.corpus = corpus;
        this.parties = parties;
        this.calendar = calendar;
        this.story = story;
        this.chance = story.random("needs/hearings");
        this.speech = new DemoSpeech(corpus, story.random("needs/speech"));
    }

    /** All of the year in the order in which they were heard. */
    List<Heard> all() {
        var occasions = new ArrayList<Occasion>();
        for (var week : DemoWeeks.mentions(corpus.sentences().keySet())) {
            if (!week.isEmpty()) {
                occasions.addAll(week(week));
            }
        }
        int idle = VOICES - occasions.size();
        for (int i = 0; i < idle; i++) {
            occasions.add(idle(i));
        }
        return occasions.stream().sorted(Comparator.comparing(Occasion::day)).map(this::heard).sorted(Comparator.comparing(Heard::heardAt)).toList();
    }

    /** Each mention by an account that has not named the need in this week; now and then two of them at once. */
    private List<Occasion> week(List<DemoWeeks.Mention> mentions) {
        var taken = new HashMap<String, Set<UUID>>();
        var occasions = new ArrayList<Occasion>();
        var days = days(mentions.getFirst().monday());
        for (var mention : mentions) {
            var who = mention.who();
            var party = who == null ? null : parties.part(who);
            var own = taken.computeIfAbsent(mention.need(), _ -> new HashSet<>());
            var sentence = sentence(mention, party, own);
            if (party == null) {
                var beside = chance.nextInt(100) < 11 ? beside(occasions, sentence, mention, own) : null;
                if (beside != null) {
                    own.add(beside.party().id());
                    beside.sentences().add(sentence);
                    continue;
                }
                party = somebody(sentence, mention, own);
            }
            own.add(party.id());
            var day = mention.day() == null ? days.get(chance.nextInt(days.size())) : mention.day();
            occasions.add(new Occasion(party, day, new ArrayList<>(List.of(sentence)), List.of()));
        }
        return occasions;
    }

    private Sentence sentence(DemoWeeks.Mention mention, @Nullable Party party, Set<UUID> own) {
        var all = corpus.about(mention.need());
        return speech.next(all.stream()
                .filter(one -> party == null ? able(one, mention, own) : one.fits(party.letter()) && one.way() != Way.SHOP)
                .toList());
    }

    private boolean able(Sentence sentence, DemoWeeks.Mention mention, Set<UUID> own) {
        return sentence.who().chars().anyMatch(letter -> parties.anybody((char) letter, mention.need(), mention.monday(), own) != null);
    }

    private Party somebody(Sentence sentence, DemoWeeks.Mention mention, Set<UUID> own) {
        while (true) {
            char letter = sentence.who().charAt(chance.nextInt(sentence.who().length()));
            var party = parties.anybody(letter, mention.need(), mention.monday(), own);
            if (party != null) {
                return party;
            }
        }
    }

    /** Another need that was spoken of on an occasion of this week; not with those who have a part, nor with a rising need. */
    private @Nullable Occasion beside(List<Occasion> occasions, Sentence sentence, DemoWeeks.Mention mention, Set<UUID> own) {
        if (DemoWeeks.RISING.contains(mention.need()) || sentence.way() != Way.SPOKEN || sentence.english() || sentence.asks()) {
            return null;
        }
        return occasions.stream()
                .filter(one -> one.sentences().size() == 1 && sentence.fits(one.party().letter()) && !own.contains(one.party().id()))
                .filter(one -> one.party().letter() != 'k' && !parties.cast(one.party()))
                .filter(one -> one.sentences().getFirst().way() == Way.SPOKEN && !one.sentences().getFirst().english())
                .findAny()
                .orElse(null);
    }

    /** Every third denies a need, the others carry none. */
    private Occasion idle(int number) {
        var weeks = DemoWeeks.ALL.size();
        var days = days(DemoWeeks.FIRST.plusWeeks((long) number * 7 % weeks));
        var sentence = speech.next(number % 3 == 0 ? corpus.denied() : corpus.idle());
        var letters = sentence.fits('*') ? ANYBODY : sentence.who();
        var party = parties.anybody(letters.charAt(chance.nextInt(letters.length())));
        var day = days.isEmpty() ? LocalDate.of(2026, 11, 20) : days.get(chance.nextInt(days.size()));
        return new Occasion(party, day, List.of(sentence), sentence.need().isEmpty() ? List.of() : List.of(sentence.need()));
    }

    private List<LocalDate> days(LocalDate monday) {
        return monday.datesUntil(monday.plusDays(5)).filter(calendar::businessDay).toList();
    }

    private Heard heard(Occasion occasion) {
        var first = occasion.sentences().getFirst();
        var party = occasion.party();
        var channel = channel(first, party, occasion.day());
        var said = speech.said(occasion.sentences(), channel.code());
        var spans = new LinkedHashMap<>(said.spans());
        occasion.denied().forEach(spans::remove);
        var at = occasion.day().atTime(9, 10).plusMinutes(chance.nextInt(480)).atZone(ZONE).toInstant();
        var people = party.people();
        return new Heard(
                party, people.isEmpty() || chance.nextInt(10) < 3 ? null : people.get(chance.nextInt(people.size())), said.words(), spans,
                occasion.denied(), channel, recorder(channel, party), at, at.plusSeconds(60L * (5 + chance.nextInt(50))),
                occasion.sentences().stream().anyMatch(Sentence::asks),
                first.need().isEmpty() || first.way() != Way.SPOKEN || chance.nextInt(100) >= 14 ? null : speech.motive(first.need()));
    }

    private Voice.Channel channel(Sentence sentence, Party party, LocalDate day) {
        return switch (sentence.way()) {
            case WRITTEN -> chance.nextBoolean() ? Voice.Channel.INQUIRY : Voice.Channel.MAIL;
            case SHOP -> Voice.Channel.STORE;
            case SPOKEN -> {
                if (party.letter() == 'r' && chance.nextInt(3) > 0) {
                    yield Voice.Channel.STORE;
                }
                if (EXHIBITIONS.contains(day)) {
                    yield Voice.Channel.EVENT;
                }
                int roll = chance.nextInt(100);
                yield party.cs() != null && roll < 25 ? Voice.Channel.CS : roll < 72 ? Voice.Channel.MEETING : Voice.Channel.CALL;
            }
        };
    }

    private MemberId recorder(Voice.Channel channel, Party party) {
        return switch (channel) {
            case MEETING, SURVEY -> party.fs();
            case CALL -> chance.nextInt(3) == 0 ? party.fs() : party.is();
            case INQUIRY, MAIL, SOCIAL -> party.is();
            case EVENT -> chance.nextBoolean() ? party.fs() : party.is();
            case CS -> party.cs() == null ? party.fs() : party.cs();
            case STORE -> story.get("member/trade" + (1 + party.number() % 3), MemberId.class);
        };
    }
}
