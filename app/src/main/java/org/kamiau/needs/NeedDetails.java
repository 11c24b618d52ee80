package org.kamiau.needs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.ClockView;
import org.kamiau.calendar.Clocks;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Panel;
import org.kamiau.platform.Side;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.products.Product;
import org.kamiau.products.Products;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a need's page shows; what other modules know of it comes as panels. */
@Component
@Transactional(readOnly = true)
class NeedDetails {

    /** Panels from here on stand in the side column. */
    static final int SIDE = 600;

    private final Needs needs;
    private final NeedEvidence evidence;
    private final NeedAgreements agreements;
    private final Disputes disputes;
    private final Clocks clocks;
    private final Products products;
    private final SegmentNames segments;
    private final Directory directory;
    private final List<Panel> panels;

    NeedDetails(
            Needs needs, NeedEvidence evidence, NeedAgreements agreements, Disputes disputes, Clocks clocks, Products products, SegmentNames segments,
            Directory directory, List<Panel> panels) {
        this.needs = needs;
        this.evidence = evidence;
        this.agreements = agreements;
        this.disputes = disputes;
        this.clocks = clocks;
        this.products = products;
        this.segments = segments;
        this.directory = directory;
        this.panels = panels.stream().filter(panel -> panel.on().equals(Needs.KIND)).sorted(Comparator.comparingInt(Panel::order)).toList();
    }

    /**
     * A need as its page shows it.
     *
     * @param clock of what is owed first
     * @param into what a merged one became part of
     * @param main and {@code side} what others know of it
     */
    public record Sheet(
            Need need, List<Phrase> phrases, NeedEvidence.Evidence evidence, @Nullable ClockView clock, @Nullable Need into, @Nullable Need parent,
            List<Need> children, List<Need> merged, List<String> products, List<String> segments, Map<Side, NeedAgreements.Word> agreed, List<Disputes.Dispute> disputes,
            Map<MemberId, Directory.Person> members, List<Fragment> main, List<Fragment> side, Rights rights) {

        public String name(@Nullable MemberId member) {
            var person = member == null ? null : members.get(member);
            return person == null ? "" : person.name();
        }

        public NeedAgreements.@Nullable Word word(Side of) {
            return agreed.get(of);
        }

        public List<Phrase> phrases(Phrase.Kind kind) {
            return phrases.stream().filter(phrase -> phrase.kind() == kind).toList();
        }

        /** "きざしの確認": what is waited for. */
        public @Nullable String owed() {
            return clock == null ? null : clock.promise().substring(clock.promise().indexOf('_') + 1);
        }
    }

    /** What this reader may do with it now; {@code targets} are the needs that it can be merged into. */
    public record Rights(boolean change, boolean decide, boolean takeUp, boolean agree, boolean dispute, List<Choice> steps, List<Choice> targets) {}

    Sheet of(Need.Id id, Actor me, Text t) {
        var need = needs.find(id);
        var agreed = agreements.of(id);
        var disputed = disputes.of(id);
        var owed = clocks.of(Needs.ref(id)).stream().filter(ClockView::running).min(Comparator.comparing(ClockView::dueAt)).orElse(null);
        var names = directory.people(people(need, agreed, disputed));
        var near = related(need);
        return new Sheet(
                need, needs.phrases(List.of(id)).getOrDefault(id, List.of()), evidence.of(id), owed,
                near.get(need.standing().into()), near.get(need.parent()), needs.children(id), needs.mergedInto(id), products(need, t), segments.of(need.segments(), t), agreed, disputed,
                names, shown(id, me, panel -> panel.order() < SIDE), shown(id, me, panel -> panel.order() >= SIDE), rights(need, agreed, disputed, me, t));
    }

    private static List<MemberId> people(Need need, Map<Side, NeedAgreements.Word> agreed, List<Disputes.Dispute> disputed) {
        var all = new HashSet<MemberId>();
        Stream.of(need.owner(), need.createdBy()).filter(Objects::nonNull).forEach(all::add);
        agreed.values().forEach(word -> all.add(word.member()));
        disputed.forEach(dispute -> Stream.of(dispute.by(), dispute.answeredBy()).filter(Objects::nonNull).forEach(all::add));
        return List.copyOf(all);
    }

    private Map<Need.Id, Need> related(Need need) {
        return needs.find(Stream.of(need.standing().into(), need.parent()).filter(Objects::nonNull).toList());
    }

    private List<String> products(Need need, Text t) {
        return need.products().isEmpty()
                ? List.of()
                : products.all().stream().filter(product -> need.products().contains(product.id())).map((Product product) -> product.name(t)).toList();
    }

    private List<Fragment> shown(Need.Id id, Actor me, java.util.function.Predicate<Panel> where) {
        return panels.stream().filter(where).flatMap(panel -> panel.show(Needs.ref(id), me).stream()).toList();
    }

    private Rights rights(Need need, Map<Side, NeedAgreements.Word> agreed, List<Disputes.Dispute> disputed, Actor me, Text t) {
        var state = need.standing().state();
        var decide = Need.mayDecide(me);
        var mine = NeedAgreements.sideOf(me).map(agreed::get).orElse(null);
        return new Rights(
                state.living() && need.mayChange(me),
                decide && state != Need.State.MERGED,
                decide && (state == Need.State.SIGN || state == Need.State.BURST) && !me.id().equals(need.owner()),
                state.living() && NeedAgreements.sideOf(me).isPresent() && (mine == null || !mine.standsFor(need)),
                state.living() && Need.mayDispute(me) && disputed.stream().noneMatch(dispute -> dispute.open() && dispute.by().equals(me.id())),
                decide ? steps(need, t) : List.of(),
                decide && state != Need.State.MERGED ? targets(need, t) : List.of());
    }

    private static List<Choice> steps(Need need, Text t) {
        var from = need.standing().state();
        return need.steps().stream()
                .map(to -> new Choice(to.code(), t.get("needs.state." + to.code()), t.get("needs.need-step." + to.code() + (back(from, to) ? "-back" : ""))))
                .toList();
    }

    private static boolean back(Need.State from, Need.State to) {
        return to.ordinal() < from.ordinal();
    }

    private List<Choice> targets(Need need, Text t) {
        var targets = new ArrayList<Choice>();
        needs.living().stream()
                .filter(other -> !other.id().equals(need.id()))
                .sorted(Comparator.comparing(other -> other.title().in(t)))
                .forEach(other -> targets.add(new Choice(other.id().toString(), other.title().in(t), null)));
        return targets;
    }
}
