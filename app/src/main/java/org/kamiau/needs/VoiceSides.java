package org.kamiau.needs;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Customers;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Card;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Panel;
import org.kamiau.platform.RecordRef;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Voices where one meets the customer: beside an account, its leads and a person, and on Today when an answer has arrived. */
@Configuration
class VoiceSides {

    private static final int SHOWN = 5;

    /** The newest voices of a customer. */
    public record Heard(List<VoiceDetails.Line> lines, String captureAt, boolean mayTake) {}

    /** A question of the reader that has an answer. */
    public record Answered(Voice.Id id, String said, @Nullable String account, String answer, Instant at) {}

    /** What the reader has to judge. */
    public record Answers(List<Answered> lines, boolean more) {}

    /** A voice of the reader with needs that nobody has looked at. */
    public record Undecided(List<VoiceDetails.Line> lines, boolean more) {}

    private final VoiceDetails details;

    VoiceSides(VoiceDetails details) {
        this.details = details;
    }

    @Bean
    Panel voicesOfAccount() {
        return panel(Customers.ACCOUNT, "account_id", "account");
    }

    @Bean
    Panel voicesOfPerson() {
        return panel(Customers.PERSON, "person_id", "person");
    }

    private Panel panel(String kind, String column, String parameter) {
        return new Panel() {
            @Override
            public String on() {
                return kind;
            }

            @Override
            public int order() {
                return 5;
            }

            @Override
            public boolean travels() {
                return kind.equals(Customers.ACCOUNT);
            }

            @Override
            public Optional<Fragment> show(RecordRef record, Actor actor) {
                return Optional.of(new Fragment("needs/voicepanel", new Heard(
                        details.newest(column, record.id(), SHOWN), "/voices/new?" + parameter + "=" + record.id(), !actor.readsOnly())));
            }
        };
    }

    @Bean
    Card answersToJudge() {
        return card(16, this::answers);
    }

    @Bean
    Card voicesToConfirm() {
        return card(40, this::undecided);
    }

    private static Card card(int order, java.util.function.Function<Actor, Optional<Fragment>> show) {
        return new Card() {
            @Override
            public int order(Actor actor) {
                return order;
            }

            @Override
            public Optional<Fragment> show(Actor actor) {
                return show.apply(actor);
            }
        };
    }

    private Optional<Fragment> answers(Actor actor) {
        var found = details.answered(actor, SHOWN + 1);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fragment("needs/voiceanswers", new Answers(found.stream().limit(SHOWN).toList(), found.size() > SHOWN)));
    }

    private Optional<Fragment> undecided(Actor actor) {
        var found = actor.readsOnly() ? List.<VoiceDetails.Line>of() : details.lines(
                """
                select v.id, v.raw, v.channel, v.heard_at, v.account_id, a.name, v.wants_answer from (
                    select * from needs.voice where recorder_id = {0} order by recorded_at desc limit 50) v
                left join customers.account_view a on a.id = v.account_id
                where exists (select from needs.mapping m where m.voice_id = v.id and m.state = 'proposed')
                    and not exists (select from needs.mapping m where m.voice_id = v.id and m.state <> 'proposed')
                order by v.recorded_at desc limit {1}
                """,
                val(actor.id().value(), UUID.class), val(SHOWN + 1));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fragment("needs/voicestoconfirm", new Undecided(found.stream().limit(SHOWN).toList(), found.size() > SHOWN)));
    }
}
