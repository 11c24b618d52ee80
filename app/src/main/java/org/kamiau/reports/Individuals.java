package org.kamiau.reports;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Role;

/**
 * Who sees whose rate: everybody their own, the heads of sales and whoever answers for the whole each person's. The
 * others see the rest as one group, if it is large enough that nobody can be made out in it.
 */
final class Individuals {

    static final String OTHERS = "others";
    static final int FEWEST = 5;

    private Individuals() {}

    static boolean seesAll(Actor actor) {
        return actor.is(Role.SALES_HEAD, Role.FS_MGR, Role.IS_LEAD, Role.REVOPS, Role.EXEC);
    }

    static Funnel as(Actor actor, Funnel funnel) {
        if (funnel.by() != Dimension.OWNER || seesAll(actor)) {
            return funnel;
        }
        var own = actor.member() == null ? "" : actor.id().toString();
        var colleagues = funnel.cells().stream()
                .filter(cell -> isColleague(cell.key(), own) && cell.counts().mqls() > 0)
                .map(Funnel.Cell::key)
                .collect(Collectors.toSet());
        boolean shown = colleagues.size() >= FEWEST;
        var cells = shown ? grouped(funnel.cells(), own) : funnel.cells().stream().filter(cell -> !isColleague(cell.key(), own)).toList();
        return new Funnel(funnel.period(), funnel.by(), funnel.today(), cells, !shown && !colleagues.isEmpty());
    }

    private static boolean isColleague(String key, String own) {
        return !key.isEmpty() && !key.equals(own);
    }

    private static List<Funnel.Cell> grouped(List<Funnel.Cell> cells, String own) {
        record Place(LocalDate day, String key) {}
        Map<Place, Funnel.Cell> places = new LinkedHashMap<>();
        for (var cell : cells) {
            var key = isColleague(cell.key(), own) ? OTHERS : cell.key();
            places.merge(
                    new Place(cell.stretch().from(), key),
                    new Funnel.Cell(cell.stretch(), key, cell.counts()),
                    (one, other) -> new Funnel.Cell(one.stretch(), key, one.counts().plus(other.counts())));
        }
        return List.copyOf(places.values());
    }
}
