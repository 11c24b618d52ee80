package org.kamiau.leads;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.Handoffs;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Me;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.lists.BulkReport;
import org.kamiau.platform.lists.ListDefinition;
import org.kamiau.platform.lists.Lists;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What can be done with many leads of the list at once; each is decided alone, and what is refused is named with its reason. */
@Controller
@Access.Members
class LeadBulk {

    private final Lists lists;
    private final ListDefinition<LeadList.Row> leads;
    private final LeadDetails details;
    private final RecordKinds records;
    private final Handoffs handoffs;
    private final Partings partings;

    LeadBulk(
            Lists lists, ListDefinition<LeadList.Row> leads, LeadDetails details, RecordKinds records, Handoffs handoffs, Partings partings) {
        this.lists = lists;
        this.leads = leads;
        this.details = details;
        this.records = records;
        this.handoffs = handoffs;
        this.partings = partings;
    }

    @PostMapping("/leads/bulk/acceptance")
    ModelAndView accept(HttpServletRequest request, @Me Actor me) {
        return each(request, me, lead -> handoffs.accept(
                lead.offered().map(Handoff.Offered::id).orElseThrow(() -> new MoveRefused(Move.ACCEPT, lead.stage())), me));
    }

    @PostMapping("/leads/bulk/nurture")
    ModelAndView nurture(HttpServletRequest request, @Me Actor me) {
        return each(request, me, lead -> partings.nurture(lead.id(), null, me));
    }

    private ModelAndView each(HttpServletRequest request, Actor me, Consumer<LeadDetail> verb) {
        var chosen = details.find(lists.chosen(leads, request).stream().map(Lead.Id::new).toList(), me);
        var titles = records.titles(chosen.stream().map(lead -> ref(lead.id())).toList(), me);
        var refused = new ArrayList<BulkReport.Refused>();
        for (var lead : chosen) {
            try {
                verb.accept(lead);
            } catch (Refusal refusal) {
                refused.add(BulkReport.Refused.of(titles.getOrDefault(ref(lead.id()), ""), refusal));
            } catch (Invalid invalid) {
                refused.add(BulkReport.Refused.of(titles.getOrDefault(ref(lead.id()), ""), invalid));
            }
        }
        return lists.report(leads, chosen.size() - refused.size(), refused, request);
    }

    private static RecordRef ref(Lead.Id id) {
        return new RecordRef(Lead.KIND, id.value());
    }
}
