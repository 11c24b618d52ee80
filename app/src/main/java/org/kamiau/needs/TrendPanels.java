package org.kamiau.needs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Calendars;
import org.kamiau.customers.Account;
import org.kamiau.customers.Customers;
import org.kamiau.needs.trend.ChangeLead;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Panel;
import org.kamiau.platform.RecordRef;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the radar shows on a need's page (weeks, who speaks first, who should hear it, hearings) and on a customer's. */
@Configuration
public class TrendPanels {

    private static final int LEADING = 8;
    private static final int APPROACHES = 200;
    private static final int AT_ONCE = 5;

    /** Who speaks first. */
    public record Speaking(List<Trends.Leading> leading) {}

    /** Whom to approach. */
    public record Next(Need need, List<Approach> approaches, Approaches.Tally tally, Map<MemberId, Directory.Person> people, boolean maySuggest, Actor me) {

        public String owner(Approach approach) {
            var person = people.get(approach.owner());
            return person == null ? "" : person.name();
        }

        /** What is seen at once: the reader's own that wait, then a handful of the others. */
        public List<Approach> first() {
            var own = approaches.stream().filter(this::mine).toList();
            var others = approaches.stream().filter(one -> !mine(one)).limit(Math.max(0, AT_ONCE - own.size())).toList();
            return Stream.concat(own.stream(), others.stream()).toList();
        }

        public List<Approach> rest() {
            var first = first();
            return approaches.stream().filter(one -> !first.contains(one)).toList();
        }

        public boolean mine(Approach approach) {
            return approach.owner().equals(me.member()) && (approach.outcome() == null || approach.outcome() == Approach.Outcome.PROPOSED);
        }
    }

    /** A hearing with names. */
    public record Asked(Hearing hearing, String company, String seller) {}

    /** The hearings of a need. */
    public record Verification(List<Asked> hearings) {}

    /** A customer's change-lead index, and whether its seller named it. */
    public record Leads(
            Account.Id account, @Nullable ChangeLead lead, ChangeLeads.@Nullable Nomination nomination, String by, boolean cold, boolean mayNominate) {}

    private final Trends trends;
    private final SurveyEvidence surveys;
    private final Calendars calendars;
    private final Needs needs;
    private final Approaches approaches;
    private final Hearings hearings;
    private final ChangeLeads leads;
    private final Customers customers;
    private final Directory directory;

    TrendPanels(
            Trends trends, SurveyEvidence surveys, Calendars calendars, Needs needs, Approaches approaches, Hearings hearings, ChangeLeads leads, Customers customers, Directory directory) {
        this.trends = trends;
        this.surveys = surveys;
        this.calendars = calendars;
        this.needs = needs;
        this.approaches = approaches;
        this.hearings = hearings;
        this.leads = leads;
        this.customers = customers;
        this.directory = directory;
    }

    /** The picture of a need; its template is {@code needs/trendchart}. */
    TrendChart chart(Need.Id need) {
        var waves = surveys.of(need).stream()
                .map(dot -> new TrendChart.Wave(
                        calendars.current().toLocal(dot.publishedAt()).toLocalDate(), dot.code(), 100 * dot.estimate().share(), dot.rose()))
                .toList();
        return TrendChart.of(trends.picture(need), waves);
    }

    private static Panel panel(String on, int order, BiFunction<RecordRef, Actor, Optional<Fragment>> show) {
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
                return show.apply(record, actor);
            }
        };
    }

    @Bean
    Panel weeksOfNeed() {
        return panel(Needs.KIND, 10, (record, _) -> Optional.of(new Fragment("needs/trendchart", chart(new Need.Id(record.id())))));
    }

    @Bean
    Panel nextToHear() {
        return panel(Needs.KIND, 20, (record, actor) -> next(needs.find(new Need.Id(record.id())), actor));
    }

    private Optional<Fragment> next(Need need, Actor actor) {
        var found = approaches.of(need.id(), APPROACHES);
        var may = Approaches.maySuggest(need, actor);
        return found.isEmpty() && !may
                ? Optional.empty()
                : Optional.of(new Fragment("needs/approaches", new Next(
                        need, found, approaches.tally(need.id()), directory.people(found.stream().map(Approach::owner).distinct().toList()), may, actor)));
    }

    @Bean
    Panel hearingsOfNeed() {
        return panel(Needs.KIND, 30, (record, _) -> {
            var found = hearings.of(new Need.Id(record.id()));
            return found.isEmpty() ? Optional.empty() : Optional.of(new Fragment("needs/hearings", new Verification(asked(found))));
        });
    }

    List<Asked> asked(List<Hearing> some) {
        var companies = customers.accounts(some.stream().map(Hearing::account).distinct().toList());
        var people = directory.people(some.stream().map(Hearing::seller).distinct().toList());
        return some.stream()
                .map(hearing -> {
                    var company = companies.get(hearing.account());
                    var seller = people.get(hearing.seller());
                    return new Asked(hearing, company == null ? "" : company.name(), seller == null ? "" : seller.name());
                })
                .toList();
    }

    @Bean
    Panel firstToSpeak() {
        return panel(Needs.KIND, 120, (record, _) -> {
            var first = trends.leading(new Need.Id(record.id()), LEADING);
            return first.isEmpty() ? Optional.empty() : Optional.of(new Fragment("needs/leading", new Speaking(first)));
        });
    }

    @Bean
    Panel leadOfAccount() {
        return panel(Customers.ACCOUNT, 60, (record, actor) -> {
            var account = new Account.Id(record.id());
            var lead = leads.of(account).orElse(null);
            var nomination = leads.nominations().stream().filter(one -> one.account().equals(account)).findFirst().orElse(null);
            var may = ChangeLeads.mayNominate(actor);
            if (lead == null && nomination == null && !may) {
                return Optional.empty();
            }
            var by = nomination == null ? null : directory.people(List.of(nomination.by())).get(nomination.by());
            return Optional.of(new Fragment("needs/nomination", new Leads(
                    account, lead, nomination, by == null ? "" : by.name(), leads.confirmed(trends.today()) < ChangeLead.ENOUGH_NEEDS, may)));
        });
    }

    /** What a template calls a stance. */
    public static String stance(ChangeLead lead) {
        return Objects.requireNonNull(lead).stance().code();
    }
}
