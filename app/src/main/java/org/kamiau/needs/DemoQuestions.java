package org.kamiau.needs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessCalendar;
import org.kamiau.calendar.Calendars;
import org.kamiau.calendar.DemoPromises;
import org.kamiau.calendar.NewClock;
import org.kamiau.needs.DemoNeedRows.Told;
import org.kamiau.people.FunctionMap;
import org.kamiau.people.Task;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.demo.Story;
import org.springframework.stereotype.Component;

/** What marketing answered to the demonstration's voices, and what still waits for an answer today. */
@Component
class DemoQuestions {

    private static final Instant OPEN_SINCE = LocalDate.of(2026, 11, 17).atStartOfDay(Story.ZONE).toInstant();
    private static final Instant UNJUDGED_SINCE = LocalDate.of(2026, 11, 2).atStartOfDay(Story.ZONE).toInstant();

    /** One in so many is asked again. */
    private static final int AGAIN = 9;

    /** A voice that asks: answered and settled, or not yet. */
    private record Asked(
            Told told, int round, @Nullable Instant firstAt, @Nullable Instant answeredAt, @Nullable Instant settledAt, List<Word> words) {
        String state() {
            return answeredAt == null ? "open" : settledAt == null ? "answered" : "settled";
        }
    }

    private record Word(UUID id, UUID voice, int round, String kind, @Nullable String text, MemberId by, Instant at) {}

    private final DSLContext sql;
    private final DemoPromises promises;
    private final FunctionMap functions;
    private final Calendars calendars;

    DemoQuestions(DSLContext sql, DemoPromises promises, FunctionMap functions, Calendars calendars) {
        this.sql = sql;
        this.promises = promises;
        this.functions = functions;
        this.calendars = calendars;
    }

    void tell(Story story, List<Told> voices) {
        var answers = answers();
        var chance = story.random("needs/questions");
        var research = story.get("member/research", MemberId.class);
        var asked = new ArrayList<Asked>();
        for (var told : voices) {
            if (told.heard().asks() && !told.heard().spans().isEmpty()) {
                var known = answers.getOrDefault(told.heard().spans().keySet().stream().sorted().findFirst().orElseThrow(), List.of());
                asked.add(asked(story, told, known, research, calendars.current(), chance));
            }
        }
        write(asked, research);
        promises(asked, research);
    }

    private static Map<String, List<String>> answers() {
        var answers = new HashMap<String, List<String>>();
        DemoCorpus.lines("demo-answers.txt").forEach(line -> answers
                .computeIfAbsent(line.substring(0, line.indexOf(": ")), _ -> new ArrayList<>())
                .add(line.substring(line.indexOf(": ") + 2)));
        return answers;
    }

    private static Asked asked(
            Story story, Told told, List<String> answers, MemberId research, BusinessCalendar calendar, RandomGenerator chance) {
        var at = told.heard().recordedAt();
        if (!at.isBefore(OPEN_SINCE) || answers.isEmpty()) {
            return new Asked(told, 1, null, null, null, List.of());
        }
        var words = new ArrayList<Word>();
        boolean lately = !at.isBefore(UNJUDGED_SINCE);
        var answered = later(calendar, at, 1 + chance.nextInt(lately ? 3 : chance.nextInt(7) == 0 ? 8 : 5), chance);
        words.add(word(story, told, 1, "answer", answers.get(chance.nextInt(answers.size())), research, answered));
        if (lately) {
            return new Asked(told, 1, answered, answered, null, words);
        }
        boolean again = chance.nextInt(AGAIN) == 0 && answers.size() > 1;
        var judged = later(calendar, answered, 1 + chance.nextInt(3), chance);
        var recorder = told.heard().recorder();
        if (!again) {
            var thanks = List.of("助かりました。そのまま伝えます。", "納得いただけました。", "先方から礼のメールが来ました。", "これで足ります。", "");
            var remark = thanks.get(chance.nextInt(thanks.size()));
            words.add(word(story, told, 1, "satisfied", remark.isEmpty() ? null : remark, recorder, judged));
            return new Asked(told, 1, answered, answered, judged, words);
        }
        words.add(word(story, told, 1, "again", "先方の聞きたいことと少し違います。もう少し具体的な例はありますか。", recorder, judged));
        var second = later(calendar, judged, 2, chance);
        words.add(word(story, told, 2, "answer", answers.getLast(), research, second));
        var settled = later(calendar, second, 1, chance);
        words.add(word(story, told, 2, "satisfied", "これなら話せます。", recorder, settled));
        return new Asked(told, 2, answered, second, settled, words);
    }

    private static Word word(Story story, Told told, int round, String kind, @Nullable String text, MemberId by, Instant at) {
        return new Word(story.id("voice/" + told.id() + "/" + round + kind, at), told.id().value(), round, kind, text, by, at);
    }

    private static Instant later(BusinessCalendar calendar, Instant from, int days, RandomGenerator chance) {
        return calendar.plusBusinessDays(calendar.toLocal(from).toLocalDate(), days).atTime(9, 20).plusMinutes(chance.nextInt(480))
                .atZone(Story.ZONE).toInstant();
    }

    private void write(List<Asked> asked, MemberId research) {
        var rows = new Bulk<>(asked);
        sql.execute(
                """
                insert into needs.question (voice_id, state, asker_id, assignee_id, asked_at, round, answered_at, settled_at)
                select * from unnest({0}::uuid[], {1}::text[], {2}::uuid[], {3}::uuid[], {4}::timestamptz[], {5}::int[], {6}::timestamptz[],
                    {7}::timestamptz[])
                """,
                rows.uuids(one -> one.told().id().value()), rows.texts(Asked::state), rows.members(one -> one.told().heard().recorder()),
                rows.members(_ -> research), rows.moments(one -> one.told().heard().recordedAt()), rows.integers(Asked::round),
                rows.moments(Asked::answeredAt), rows.moments(Asked::settledAt));
        var words = new Bulk<>(asked.stream().flatMap(one -> one.words().stream()).toList());
        sql.execute(
                """
                insert into needs.question_word (id, voice_id, round, kind, text, member_id, said_at)
                select * from unnest({0}::uuid[], {1}::uuid[], {2}::int[], {3}::text[], {4}::text[], {5}::uuid[], {6}::timestamptz[])
                """,
                words.uuids(Word::id), words.uuids(Word::voice), words.integers(Word::round), words.texts(Word::kind), words.texts(Word::text),
                words.members(Word::by), words.moments(Word::at));
    }

    private void promises(List<Asked> asked, MemberId research) {
        var assigned = functions.assignment(Task.RESEARCH).function();
        var turn = assigned == null ? Function.MARKETING : assigned;
        promises.tell(asked.stream()
                .map(one -> new DemoPromises.Past(
                        new NewClock(
                                Voice.ref(one.told().id()), Questions.PROMISE, turn, research, one.told().heard().recordedAt(),
                                Questions.TIME_TO_ANSWER),
                        one.firstAt(), null))
                .toList());
    }
}
