package org.kamiau.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kamiau.handoffs.Agreements;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Side;
import org.kamiau.platform.Text;
import org.kamiau.platform.demo.Scene;
import org.kamiau.platform.pieces.Choice;
import org.springframework.stereotype.Component;

/** "More leads than promised, fewer meetings than promised": plays on the page that splits the change in two halves. */
@Component
class VolumeScene implements Scene {

    private static final int MONTHS_BETWEEN = 3;

    private final Changes changes;
    private final Speeds speeds;
    private final Agreements agreements;

    VolumeScene(Changes changes, Speeds speeds, Agreements agreements) {
        this.changes = changes;
        this.speeds = speeds;
        this.agreements = agreements;
    }

    @Override
    public String key() {
        return "volume";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Optional<String> address() {
        var last = changes.lastMature();
        return Optional.of("/funnel/decomposition?rate=mql-sql&from=%s&to=%s&by=target".formatted(last.minusMonths(MONTHS_BETWEEN), last));
    }

    private Change change(Actor visitor, Text t) {
        var last = changes.lastMature();
        return changes.between(Step.MQL_SQL, last.minusMonths(MONTHS_BETWEEN), last, Dimension.TARGET, visitor, t);
    }

    @Override
    public Setting setting(Actor visitor, Text t) {
        var change = change(visitor, t);
        var parts = change.parts();
        var promised = agreements.current().delivery();
        return new Setting(
                t.get("reports.scene.title", percent(parts.laterN(), promised.mql()), percent(parts.laterHits(), promised.sql())),
                t.get("reports.scene.situation",
                        Names.month(change.to(), t), parts.laterN(), promised.mql(), parts.laterHits(), promised.sql(),
                        Names.month(change.from(), t), Words.percent(change.before().percent(), t), Words.percent(change.after().percent(), t)),
                t.get("reports.scene.question"),
                List.of(choice("volume", t), choice("speed", t), choice("both", t)));
    }

    private static Choice choice(String value, Text t) {
        return new Choice(value, t.get("reports.scene.choice." + value));
    }

    private static long percent(long of, int promised) {
        return promised == 0 ? 0 : Math.round(100.0 * of / promised);
    }

    @Override
    public Finding finding(String choice, Actor visitor, Text t) {
        var change = change(visitor, t);
        if (!change.enough()) {
            return new Finding(t.get("reports.change.few"), List.of(), List.of(), false);
        }
        var rounded = change.parts().rounded();
        var points = new ArrayList<Point>();
        change.parts().groups().stream().filter(group -> !group.key().equals("target")).findFirst()
                .ifPresent(others -> points.add(marketing(others, change, t)));
        change.parts().groups().stream().filter(group -> group.key().equals("target")).findFirst()
                .ifPresent(target -> points.add(sales(target, change, t)));
        points.add(meanwhile(change, t));
        return new Finding(
                t.get("reports.scene.found",
                        t.get("reports.scene.found." + choice), Words.points(rounded.total(), t), Words.points(rounded.mix(), t), Words.points(change.within(), t)),
                points,
                List.of(new Link(t.get("reports.scene.to-rules"), "/settings/scoring"), new Link(t.get("reports.scene.to-agreement"), "/agreement")),
                false);
    }

    private static Point marketing(Decomposition.Group others, Change change, Text t) {
        var parts = change.parts();
        return new Point(
                Side.MARKETING,
                t.get("reports.scene.marketing",
                        Words.points(parts.rounded().mix(), t), change.name(others.key()), others.n(), others.laterN(),
                        t.number(100.0 * (parts.n() - others.n()) / parts.n(), 0), t.number(100.0 * (parts.laterN() - others.laterN()) / parts.laterN(), 0)),
                LeadLinks.mqls(Period.of(change.to()), change.by(), others.key()));
    }

    private static Point sales(Decomposition.Group target, Change change, Text t) {
        return new Point(
                Side.SALES,
                t.get("reports.scene.sales",
                        Words.points(change.within(), t), change.name(target.key()), target.n(), target.laterN(),
                        Words.percent(100 * target.rate(), t), Words.percent(100 * target.laterRate(), t)),
                LeadLinks.mqls(Period.of(change.to()), change.by(), target.key()));
    }

    private Point meanwhile(Change change, Text t) {
        return new Point(
                Side.SALES,
                t.get("reports.change.meanwhile",
                        Words.duration(speeds.read(Period.of(change.from())).whole().median(), t),
                        Words.duration(speeds.read(Period.of(change.to())).whole().median(), t)),
                "/funnel/speed?from=%s&to=%s".formatted(change.from(), change.to()));
    }
}
