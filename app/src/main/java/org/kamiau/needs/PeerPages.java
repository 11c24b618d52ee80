package org.kamiau.needs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.customers.Customers;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Panel;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Requests;
import org.kamiau.platform.pieces.Toast;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "What other customers do": on an account, before a visit, and where its facts are written. */
@Controller
@Access.Members
class PeerPages {

    private static final int SPEAKERS = 60;

    /** What accounts like this one need. */
    public record Page(UUID account, String name, Peers.Comparable peers) {}

    /** The account's panel, which loads itself: counting may take a moment at many accounts. */
    public record Panelled(UUID account) {}

    /** The facts of a need. */
    public record Facts(
            Need.Id need, List<PeerFacts.PeerFact> facts, Map<MemberId, Directory.Person> members, boolean writing, boolean approving) {

        public String name(@Nullable MemberId id) {
            var person = id == null ? null : members.get(id);
            return person == null ? "" : person.name();
        }
    }

    /** Another fact, as it was typed. */
    public record Form(
            Need need, List<Peers.Speaker> speakers, @Nullable String textJa, @Nullable String textEn, List<String> chosen, Map<String, String> errors) {

        public boolean enough() {
            return speakers.size() >= PeerFacts.FEWEST;
        }
    }

    private final Peers peers;
    private final PeerFacts facts;
    private final Needs needs;
    private final Customers customers;
    private final Languages languages;

    PeerPages(Peers peers, PeerFacts facts, Needs needs, Customers customers, Languages languages) {
        this.peers = peers;
        this.facts = facts;
        this.needs = needs;
        this.customers = customers;
        this.languages = languages;
    }

    /** Where other modules' pages show them. */
    @Configuration
    static class Panels {

        @Bean
        Panel peersOfAccount() {
            return panel("account", 120, (record, actor) -> Optional.of(new Fragment("needs/peerpanel", new Panelled(record.id()))));
        }

        @Bean
        Panel factsOfNeed(PeerFacts facts, Needs needs, Directory directory) {
            return panel(Needs.KIND, 400, (record, actor) -> {
                var need = needs.find(new Need.Id(record.id()));
                var all = facts.of(List.of(need.id()));
                var writing = need.standing().state().living() && Need.mayPropose(actor);
                var writers = directory.people(all.stream().map(PeerFacts.PeerFact::by).filter(Objects::nonNull).distinct().toList());
                return all.isEmpty() && !writing
                        ? Optional.empty()
                        : Optional.of(new Fragment("needs/peerfacts", new Facts(need.id(), all, writers, writing, PeerFacts.mayApprove(actor))));
            });
        }

        private interface Shown {
            Optional<Fragment> to(RecordRef record, Actor actor);
        }

        private static Panel panel(String on, int order, Shown shown) {
            return new Panel() {
                @Override
                public String on() {
                    return on;
                }

                @Override
                public int order() {
                    return order;
                }

                @Override
                public Optional<Fragment> show(RecordRef record, Actor actor) {
                    return shown.to(record, actor);
                }
            };
        }
    }

    @GetMapping("/accounts/{id}/peers")
    ModelAndView peers(@PathVariable Account.Id id, HttpServletRequest request) {
        var account = Optional.ofNullable(customers.accounts(List.of(id)).get(id)).orElseThrow(Refusal.NotFound::new);
        return new ModelAndView(Requests.isFragment(request) ? "needs/peers" : "needs/peerpage", "page", new Page(id.value(), account.name(), peers.of(id)));
    }

    @GetMapping("/needs/{id}/peer-facts/new")
    ModelAndView blank(@PathVariable Need.Id id, @Me Actor me) {
        var need = needs.find(id);
        need.mustBeLiving();
        if (!Need.mayPropose(me)) {
            throw new Refusal.NotAllowed();
        }
        return form(need, null, null, List.of(), Map.of());
    }

    private ModelAndView form(Need need, @Nullable String ja, @Nullable String en, List<String> chosen, Map<String, String> errors) {
        return new ModelAndView("needs/peerform", "page", new Form(need, peers.speakers(need.id(), SPEAKERS), ja, en, chosen, errors));
    }

    @PostMapping("/needs/{id}/peer-facts")
    ModelAndView write(
            @PathVariable Need.Id id, @RequestParam(required = false) @Nullable String textJa, @RequestParam(required = false) @Nullable String textEn,
            @RequestParam(required = false) @Nullable List<String> account, @Me Actor me, Locale locale, HttpServletResponse response) {
        var chosen = account == null ? List.<String>of() : account.stream().filter(Objects::nonNull).toList();
        try {
            facts.write(id, textJa, textEn, chosen.stream().map(PeerPages::id).toList(), me);
            Toast.after(response, "needs.peer-written", null);
            return new ModelAndView("redirect:/needs/" + id);
        } catch (Invalid invalid) {
            var t = languages.text(locale);
            var errors = new TreeMap<String, String>();
            invalid.fields().forEach(field -> errors.putIfAbsent(field.field(), t.get(field.code(), field.arguments().toArray())));
            var page = form(needs.find(id), textJa, textEn, chosen, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new Invalid("accounts", "needs.peer-foreign");
        }
    }

    @PostMapping("/needs/peer-facts/{id}/approval")
    String approve(@PathVariable UUID id, @Me Actor me, HttpServletResponse response) {
        var fact = facts.approve(id, me);
        Toast.after(response, "needs.peer-approved-done", null);
        return "redirect:/needs/" + fact.need();
    }

    @PostMapping("/needs/peer-facts/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, @Me Actor me, HttpServletResponse response) {
        var need = facts.withdraw(id, me);
        Toast.after(response, "needs.peer-withdrawn-done", null);
        return "redirect:/needs/" + need;
    }
}
