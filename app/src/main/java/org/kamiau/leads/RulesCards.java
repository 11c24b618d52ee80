package org.kamiau.leads;

import java.util.List;
import java.util.Optional;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Card;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Languages;
import org.springframework.stereotype.Component;

/** On Today of those whose approval of a draft is missing. */
@Component
class RulesCards implements Card {

    /** What waits. */
    public record Waiting(RulesDraft.Id draft, List<String> changes) {}

    private final RulesDrafts drafts;
    private final Scoring scoring;
    private final Languages languages;

    RulesCards(RulesDrafts drafts, Scoring scoring, Languages languages) {
        this.drafts = drafts;
        this.scoring = scoring;
        this.languages = languages;
    }

    @Override
    public int order(Actor actor) {
        return 145;
    }

    /** Once somebody has changed something in it. */
    @Override
    public Optional<Fragment> show(Actor actor) {
        if (!actor.is(RulesDrafts.AUTHORS)) {
            return Optional.empty();
        }
        return drafts.open()
                .filter(draft -> draft.awaits(actor, drafts.holders()))
                .map(draft -> new Waiting(
                        draft.terms().id(),
                        RulesDraftPages.changes(scoring.current().rules(), draft.terms().rules(), languages.text(actor.language()))))
                .filter(waiting -> !waiting.changes().isEmpty())
                .map(waiting -> new Fragment("leads/rulescard", waiting));
    }
}
