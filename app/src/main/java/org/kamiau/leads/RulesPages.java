package org.kamiau.leads;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Customers;
import org.kamiau.customers.Prefecture;
import org.kamiau.people.Member;
import org.kamiau.people.Members;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.Role;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Progress;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How leads are scored, qualified and routed, and how that came to be, for everybody to read; territories are changed here. */
@Controller
@Access.Members
class RulesPages {

    /** A line of the points' table: what counts, how much, and for how many days half of it. */
    public record Points(String what, int points, @Nullable Integer halfLife) {}

    /** Whose region or segment. */
    public record Line(UUID id, String where, String member) {}

    /** The draft that is open, and whether this reader's approval is asked for. */
    public record OpenDraft(RulesDraft.Id id, boolean awaitsMe) {}

    /** The page. */
    public record Page(
            Version version, ScoreRules rules, @Nullable OpenDraft draft, boolean author, List<Points> fit, List<Points> interest,
            List<Line> territories, boolean mayChange, List<Choice> prefectures, List<Choice> segments, List<Choice> sellers,
            Map<String, String> errors) {}

    /** A version: who decided it, when and why, and what it changed. */
    public record Version(int number, @Nullable Instant at, String by, @Nullable String why, RulesDraft.@Nullable Id draft, List<String> changes) {}

    /** All versions, the newest first. */
    public record VersionsPage(List<Version> versions) {}

    /** How far scoring all leads again has come; null when nothing was ever scored again. */
    public record RescoringPage(@Nullable Progress progress, boolean running) {}

    /** That all leads are scored again is no news any more after a day. */
    private static final Duration NEWS = Duration.ofDays(1);

    private final Scoring scoring;
    private final RulesDrafts drafts;
    private final Rescoring rescoring;
    private final Territories territories;
    private final Customers customers;
    private final Members members;
    private final Languages languages;
    private final InstantSource clock;

    RulesPages(
            Scoring scoring, RulesDrafts drafts, Rescoring rescoring, Territories territories, Customers customers, Members members,
            Languages languages, InstantSource clock) {
        this.scoring = scoring;
        this.drafts = drafts;
        this.rescoring = rescoring;
        this.territories = territories;
        this.customers = customers;
        this.members = members;
        this.languages = languages;
        this.clock = clock;
    }

    @Bean
    static NavItem rulesInNavigation() {
        return new NavItem(1030, "leads.rules.title", "/settings/scoring", "scale", Set.of());
    }

    @GetMapping("/settings/scoring")
    ModelAndView show(@Me Actor me, java.util.Locale locale) {
        return page(me, languages.text(locale), Map.of());
    }

    @GetMapping("/settings/scoring/versions")
    ModelAndView versions(java.util.Locale locale) {
        return new ModelAndView("leads/rulesversions", "page", new VersionsPage(versions(languages.text(locale))));
    }

    /** The newest first; the defaults, which nobody released, last. */
    private List<Version> versions(Text t) {
        var released = scoring.versions();
        var names = members.names(released.stream().map(Scoring.Version::by).filter(Objects::nonNull).toList());
        var versions = new ArrayList<Version>();
        for (int i = 0; i < released.size(); i++) {
            var one = released.get(i);
            var before = i + 1 < released.size() ? released.get(i + 1).rules() : ScoreRules.DEFAULT;
            versions.add(new Version(
                    one.version(), one.at(), one.by() == null ? "" : names.getOrDefault(one.by(), ""), one.why(), one.draft(),
                    RulesDraftPages.changes(before, one.rules(), t)));
        }
        versions.add(new Version(0, null, "", null, null, List.of()));
        return versions;
    }

    /** The part that is drawn again while all leads are scored. */
    @GetMapping("/settings/scoring/rescoring")
    ModelAndView progress(java.util.Locale locale) {
        var t = languages.text(locale);
        var state = rescoring.state().filter(one -> one.endedAt() == null || one.endedAt().isAfter(clock.instant().minus(NEWS)));
        var progress = state.map(one -> new Progress(
                t.get("leads.rescoring.title", one.version()), one.done(), one.total(), one.perSecond(),
                one.endedAt() == null ? Progress.State.RUNNING : Progress.State.DONE));
        return new ModelAndView("leads/rescoring", "page", new RescoringPage(
                progress.orElse(null), progress.filter(one -> one.state() == Progress.State.RUNNING).isPresent()));
    }

    @PostMapping("/settings/territories")
    @Access.Only({Role.ADMIN, Role.REVOPS, Role.SALES_HEAD, Role.IS_LEAD, Role.FS_MGR})
    ModelAndView add(
            @RequestParam(required = false) @Nullable String prefecture,
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(required = false) @Nullable String member,
            @Me Actor me,
            java.util.Locale locale) {
        var t = languages.text(locale);
        var seller = sellers().filter(one -> one.id().toString().equals(member)).findFirst();
        var errors = new TreeMap<String, String>();
        if (seller.isEmpty()) {
            errors.put("member", t.get("platform.invalid.not-null"));
        } else {
            try {
                territories.add(known(prefecture, prefectures(t)), known(segment, segments(t)), seller.get().id(), me);
                return new ModelAndView("redirect:/settings/scoring");
            } catch (Invalid invalid) {
                invalid.fields().forEach(field -> errors.put(field.field(), t.get(field.code())));
            }
        }
        var page = page(me, t, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static @Nullable String known(@Nullable String value, List<Choice> choices) {
        return choices.stream().map(Choice::value).filter(one -> one.equals(value)).findFirst().orElse(null);
    }

    @PostMapping("/settings/territories/{id}/removal")
    @Access.Only({Role.ADMIN, Role.REVOPS, Role.SALES_HEAD, Role.IS_LEAD, Role.FS_MGR})
    String remove(@PathVariable UUID id, @Me Actor me) {
        territories.remove(id, me);
        return "redirect:/settings/scoring";
    }

    private ModelAndView page(Actor me, Text t, Map<String, String> errors) {
        var current = scoring.current();
        var rules = current.rules();
        var owners = members.names(territories.all().stream().map(Territories.Territory::member).toList());
        var draft = drafts.open().map(one -> new OpenDraft(one.terms().id(), one.awaits(me, drafts.holders()))).orElse(null);
        return new ModelAndView("leads/rules", "page", new Page(
                versions(t).getFirst(), rules, draft, me.is(RulesDrafts.AUTHORS), fit(rules, t), interest(rules, t),
                territories.all().stream().map(one -> line(one, owners, t)).toList(),
                me.is(Role.ADMIN, Role.REVOPS, Role.SALES_HEAD, Role.IS_LEAD, Role.FS_MGR),
                prefectures(t), segments(t),
                sellers().map(one -> new Choice(one.id().toString(), one.name())).toList(),
                errors));
    }

    private static List<Points> fit(ScoreRules rules, Text t) {
        var points = new ArrayList<Points>();
        points.add(new Points(t.get("leads.rules.segment"), rules.segment(), null));
        rules.size().forEach(band -> points.add(new Points(RulesChange.What.of(band).text(t), band.points(), null)));
        RulesForm.LEVELS.forEach(level -> points.add(new Points(t.get("leads.level." + level.code()), rules.role().getOrDefault(level, 0), null)));
        points.addAll(List.of(
                new Points(region(rules, t), rules.region(), null),
                new Points(t.get("leads.rules.customer"), rules.customer(), null),
                new Points(t.get("leads.rules.trigger", String.join(t.japanese() ? "、" : ", ", rules.triggers())), rules.trigger(), null),
                new Points(t.get("leads.rules.free-mail"), rules.freeMail(), null)));
        return points;
    }

    private static String region(ScoreRules rules, Text t) {
        var names = rules.prefectures().stream().map(code -> name(Prefecture.ofCode(code), t)).toList();
        return names.isEmpty() ? t.get("leads.rules.region") : t.get("leads.rules.region-of", String.join(t.japanese() ? "、" : ", ", names));
    }

    private static List<Points> interest(ScoreRules rules, Text t) {
        return Arrays.stream(ResponseKind.values())
                .filter(rules.interest()::containsKey)
                .map(kind -> new Points(
                        t.get("leads.kind." + kind.code()),
                        rules.interest().getOrDefault(kind, new ScoreRules.Interest(0, 1)).points(),
                        rules.interest().getOrDefault(kind, new ScoreRules.Interest(0, 1)).halfLifeDays()))
                .toList();
    }

    private Line line(Territories.Territory territory, Map<MemberId, String> owners, Text t) {
        var names = segments(t);
        var where = Stream.concat(
                        territory.prefectures().stream().map(code -> name(Prefecture.ofCode(code), t)),
                        territory.segments().stream().map(code -> names.stream().filter(one -> one.value().equals(code)).map(Choice::label).findFirst().orElse(code)))
                .toList();
        return new Line(territory.id(), String.join(" × ", where), owners.getOrDefault(territory.member(), ""));
    }

    private static String name(Prefecture prefecture, Text t) {
        return t.japanese() ? prefecture.ja() : prefecture.en();
    }

    static List<Choice> prefectures(Text t) {
        return Arrays.stream(Prefecture.values()).map(one -> new Choice(one.code(), name(one, t))).toList();
    }

    private List<Choice> segments(Text t) {
        return customers.segmentNames().entrySet().stream()
                .map(entry -> new Choice(entry.getKey(), t.japanese() ? entry.getValue().ja() : entry.getValue().en()))
                .sorted(java.util.Comparator.comparing(Choice::value))
                .toList();
    }

    private Stream<Member> sellers() {
        return Stream.concat(members.withFunction(Function.INSIDE_SALES).stream(), members.withFunction(Function.FIELD_SALES).stream()).distinct();
    }
}
