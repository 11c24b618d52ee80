package org.kamiau.leads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.ClockView;
import org.kamiau.calendar.Clocks;
import org.kamiau.customers.ContactView;
import org.kamiau.handoffs.Handoffs;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Text;
import org.kamiau.platform.demo.SideView;
import org.kamiau.platform.notices.Notices;
import org.springframework.stereotype.Component;

/** A lead as one reader sees it: the facts and promises of its page, and what this reader may do and was told. */
@Component
class LeadSides implements SideView {

    private final LeadDetails details;
    private final LeadActs acts;
    private final Clocks clocks;
    private final Notices notices;

    LeadSides(LeadDetails details, LeadActs acts, Clocks clocks, Notices notices) {
        this.details = details;
        this.acts = acts;
        this.clocks = clocks;
        this.notices = notices;
    }

    @Override
    public String kind() {
        return Lead.KIND;
    }

    @Override
    public Optional<View> of(UUID id, Actor reader, Text t) {
        return details.find(new Lead.Id(id), reader).map(lead -> view(lead, reader, t));
    }

    private View view(LeadDetail lead, Actor reader, Text t) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(t.get("leads.sides.turn"), turn(lead, t)));
        lines.add(new Line(t.get("leads.sides.stage"), List.of(t.get("leads.stage." + lead.stage().code()))));
        lead.returned().ifPresent(returned -> lines.add(new Line(
                t.get("leads.sides.returned"), List.of(t.get("handoffs.reason." + returned.reason().code()), "「" + returned.advice() + "」"))));
        lines.add(new Line(t.get("leads.why-score"), score(lead, t)));
        lines.add(new Line(t.get("leads.why-owner"), owner(lead, t)));
        lines.add(new Line(t.get("leads.sides.asked"), asked(lead, t)));
        lines.add(new Line(t.get("leads.email"), contact(lead, ContactView::email, t)));
        lines.add(new Line(t.get("leads.phone"), contact(lead, ContactView::phone, t)));
        lines.add(new Line(t.get("leads.sides.may"), may(lead, reader, t)));
        lines.add(new Line(t.get("leads.sides.told"), told(lead, reader, t)));
        var name = lead.accountName() != null ? lead.accountName() : t.get("leads.nameless");
        return new View(name, "/leads/" + lead.id(), lines);
    }

    private List<String> turn(LeadDetail lead, Text t) {
        var refs = new ArrayList<>(List.of(new RecordRef(Lead.KIND, lead.id().value())));
        lead.handoff().ifPresent(handoff -> refs.add(new RecordRef(Handoffs.KIND, handoff.id().value())));
        return refs.stream().flatMap(ref -> clocks.of(ref).stream())
                .filter(ClockView::running)
                .min(Comparator.comparing(ClockView::dueAt))
                .map(clock -> List.of(
                        t.get("calendar.turn", t.get("platform.function." + clock.turn().code())),
                        t.get("handoffs.waiting." + clock.promise().substring(clock.promise().indexOf('.') + 1)),
                        t.get("leads.sides.due", t.dateTime(clock.dueAt()), clock.words(t))))
                .orElse(List.of(t.get("leads.sides.nobody-waits")));
    }

    private static List<String> score(LeadDetail lead, Text t) {
        var lines = new ArrayList<String>();
        lines.add(t.get("leads.sides.score", lead.score().grade(), lead.score().fit(), lead.score().engagement()));
        lead.score().reasons().forEach(reason -> lines.add((reason.points() < 0 ? "−" : "+") + Math.abs(reason.points()) + " " + reason.text(t)));
        return lines;
    }

    private static List<String> owner(LeadDetail lead, Text t) {
        var lines = new ArrayList<String>();
        lines.add(lead.owner() == null ? t.get("leads.nobody") : lead.name(lead.owner()));
        lead.routing().forEach(reason -> lines.add(reason.text(t)));
        return lines;
    }

    private static List<String> asked(LeadDetail lead, Text t) {
        return lead.responses().stream()
                .map(response -> t.dateTime(response.at()) + " " + t.get("leads.kind." + response.kind().code())
                        + (response.message() == null ? "" : " 「" + response.message() + "」"))
                .toList();
    }

    private static List<String> contact(LeadDetail lead, java.util.function.Function<ContactView, @Nullable String> what, Text t) {
        var contact = lead.contact();
        var value = contact == null ? null : what.apply(contact);
        if (contact == null || value == null) {
            return List.of("–");
        }
        return contact.masked() ? List.of(value, t.get("leads.masked")) : List.of(value);
    }

    private List<String> may(LeadDetail lead, Actor reader, Text t) {
        var may = new ArrayList<String>();
        lead.offered().ifPresent(offered -> may.add(t.get(offered.terms().mayAnswer(reader) ? "leads.sides.may-answer" : "leads.sides.may-not-answer")));
        acts.of(lead, reader).forEach(act -> may.add(t.get(act.title())));
        may.add(t.get("leads.sides.may-read"));
        return may;
    }

    private List<String> told(LeadDetail lead, Actor reader, Text t) {
        var told = notices.told(new RecordRef(Lead.KIND, lead.id().value())).stream()
                .filter(one -> reader.is(one.member()))
                .map(one -> t.get("leads.sides.notice", t.dateTime(one.at()), notice(one.key(), t)))
                .toList();
        return told.isEmpty() ? List.of(t.get("leads.sides.told-nothing")) : told;
    }

    private static String notice(String key, Text t) {
        var percent = key.substring(key.lastIndexOf('.') + 1);
        return percent.matches("80|100|200") ? t.get("leads.sides.mark", Long.valueOf(percent)) : t.get("leads.sides.notice-other");
    }
}
