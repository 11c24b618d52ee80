package org.kamiau.needs;

import java.util.List;
import java.util.Optional;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Panel;
import org.kamiau.platform.RecordRef;
import org.springframework.stereotype.Component;

/** On a need's page the waves that are going to say something about it; whoever writes surveys can have it asked next. */
@Component
public class SurveyPanel implements Panel {

    /**
     * What is under way.
     *
     * @param coming waves that ask about the need and are not published yet, the next one first
     * @param rising a sign or a burst that no wave on its way tests
     * @param mayAsk it can be asked in the next wave
     */
    public record Page(Need need, List<Wave> coming, boolean rising, boolean mayAsk) {}

    private final Needs needs;
    private final Waves waves;

    SurveyPanel(Needs needs, Waves waves) {
        this.needs = needs;
        this.waves = waves;
    }

    @Override
    public String on() {
        return Needs.KIND;
    }

    @Override
    public int order() {
        return 130;
    }

    @Override
    public Optional<Fragment> show(RecordRef record, Actor actor) {
        var need = needs.find(new Need.Id(record.id()));
        var page = page(need, waves.coming(need.id()), actor);
        return page.coming().isEmpty() && !page.mayAsk() && !page.rising() ? Optional.empty() : Optional.of(new Fragment("needs/surveypanel", page));
    }

    private static Page page(Need need, List<Wave> coming, Actor actor) {
        var state = need.standing().state();
        var rising = coming.isEmpty() && (state == Need.State.SIGN || state == Need.State.BURST);
        return new Page(need, coming, rising, coming.isEmpty() && state.living() && Survey.mayWrite(actor));
    }
}
