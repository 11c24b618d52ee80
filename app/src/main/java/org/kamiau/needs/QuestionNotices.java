package org.kamiau.needs;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessClock;
import org.kamiau.calendar.ClockEvent;
import org.kamiau.calendar.ReachedMark;
import org.kamiau.people.Assignment;
import org.kamiau.people.FunctionMap;
import org.kamiau.people.Member;
import org.kamiau.people.Task;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.notices.Notice;
import org.kamiau.platform.notices.NoticeKind;
import org.kamiau.platform.notices.Notices;
import org.kamiau.platform.notices.Notices.Letter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is told about questions: those who answer, the asker, and the heads when an answer is late. */
@Configuration
class QuestionNotices {

    private static final String KIND = "needs.question";

    private final Notices notices;
    private final FunctionMap functions;
    private final Directory directory;

    QuestionNotices(Notices notices, FunctionMap functions, Directory directory) {
        this.notices = notices;
        this.functions = functions;
        this.directory = directory;
    }

    @Bean
    static NoticeKind voiceQuestion() {
        return new NoticeKind(KIND, "needs.notice-kind.question");
    }

    void asked(List<Voice> voices, Assignment researcher, Map<Voice.Id, Instant> due, Actor by) {
        if (voices.isEmpty()) {
            return;
        }
        var readers = functions.workers(researcher).stream().map(Member::id).toList();
        notices.sendAll(voices.stream()
                .flatMap(voice -> Optional.ofNullable(due.get(voice.id())).stream()
                        .flatMap(moment -> letters(readers, Notice.of(KIND, Voice.ref(voice.id()), by, "needs.notice.asked", moment))))
                .toList());
    }

    private static Stream<Letter> letters(Collection<MemberId> readers, Notice notice) {
        return readers.stream().map(reader -> new Letter(reader, notice));
    }

    void answered(Question question, Actor by) {
        tell(question.asker(), Notice.of(KIND, Voice.ref(question.voice()), by, "needs.notice.answered"));
    }

    void settled(Question question, Actor by) {
        tell(question.assignee(), Notice.of(KIND, Voice.ref(question.voice()), by, "needs.notice.settled"));
    }

    void askedAgain(Question question, Actor by) {
        tell(question.assignee(), Notice.of(KIND, Voice.ref(question.voice()), by, "needs.notice.asked-again"));
    }

    private void tell(@Nullable MemberId reader, Notice notice) {
        if (reader != null) {
            notices.send(List.of(reader), notice);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reached(ClockEvent.Reached reached) {
        notices.sendAll(reached.of(Set.of(Questions.PROMISE)).stream().flatMap(this::letters).toList());
    }

    private Stream<Letter> letters(ReachedMark reached) {
        var clock = reached.clock();
        var notice = Notice.of(KIND, clock.about(), Actor.SYSTEM, "needs.notice.answer-due-" + reached.mark().percent(), clock.moments().dueAt());
        return readers(clock, reached).distinct().map(reader -> new Letter(reader, notice));
    }

    private Stream<MemberId> readers(BusinessClock clock, ReachedMark reached) {
        var holders = clock.holder() == null
                ? functions.workers(Task.RESEARCH).stream().map(Member::id)
                : Stream.of(clock.holder());
        return switch (reached.mark()) {
            case AMBER -> holders;
            case DUE -> Stream.concat(holders, with(Role.MKT_HEAD));
            case DOUBLED -> Stream.concat(holders, with(Role.MKT_HEAD, Role.SALES_HEAD));
        };
    }

    private Stream<MemberId> with(Role... roles) {
        return directory.withRole(roles).stream().map(Directory.Person::id);
    }
}
