package org.kamiau.needs;

import static org.jooq.impl.DSL.val;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.customers.AccountAmbiguous;
import org.kamiau.customers.CustomerSearch;
import org.kamiau.customers.IncomingText;
import org.kamiau.customers.Intake;
import org.kamiau.customers.Person;
import org.kamiau.customers.Persons;
import org.kamiau.customers.Pointing;
import org.kamiau.customers.Source;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Role;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writing a voice down in thirty seconds, on a phone after the visit or beside it. */
@Controller
@Access.Only({
    Role.ADMIN, Role.REVOPS, Role.EXEC, Role.MKT_HEAD, Role.MKT, Role.SALES_HEAD, Role.IS_LEAD, Role.IS, Role.FS_MGR, Role.FS, Role.CS, Role.TRADE
})
class VoiceCapture {

    private static final int OFFERED = 6;

    /** The system that a page is to itself: a voice that was kept offline and sent twice is kept once. */
    private static final String HERE = "kamiau";

    /** An account to choose. */
    public record Offered(UUID id, String name, @Nullable String place) {}

    /** The accounts that are offered; {@code chosen} is checked. */
    public record Accounts(List<Offered> accounts, @Nullable String chosen, boolean searched) {}

    /** Who may have spoken. */
    public record People(List<Choice> choices, @Nullable String chosen) {}

    /** What is proposed while one types; {@code confirmed} are checked. */
    public record Chips(List<Chip> chips) {}

    /** @param words the words that it rests on */
    public record Chip(String need, String title, List<String> words, boolean sure, boolean checked) {}

    /** What was typed. */
    public record Form(
            @Nullable String account, @Nullable String accountName, @Nullable String person, @Nullable String buyingRole, @Nullable String raw,
            @Nullable String motive, @Nullable String confidence, @Nullable String channel, @Nullable String heard, @Nullable String competitors,
            @Nullable String wantsAnswer, @Nullable List<String> confirmed, @Nullable String key) {

        static Form blank(@Nullable String account, @Nullable String person, @Nullable String channel) {
            return new Form(account, null, person, null, null, null, null, channel == null ? "meeting" : channel, null, null, null, List.of(), null);
        }
    }

    /** The page. */
    public record Page(
            Form form, Map<String, String> errors, Accounts accounts, People people, List<Choice> channels, List<Choice> roles,
            List<Choice> confidences, Chips chips) {}

    private final DSLContext sql;
    private final Voices voices;
    private final Mapper mapper;
    private final Needs needs;
    private final Persons persons;
    private final Languages languages;

    VoiceCapture(DSLContext sql, Voices voices, Mapper mapper, Needs needs, Persons persons, Languages languages) {
        this.sql = sql;
        this.voices = voices;
        this.mapper = mapper;
        this.needs = needs;
        this.persons = persons;
        this.languages = languages;
    }

    @GetMapping("/voices/new")
    ModelAndView blank(
            @RequestParam(required = false) @Nullable String account, @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String channel, @Me Actor me, Locale locale) {
        return page(Form.blank(account == null ? home(person) : account, person, channel), Map.of(), null, me, languages.text(locale));
    }

    /** Whoever comes from a person's page has named the account. */
    private @Nullable String home(@Nullable String person) {
        var id = uuid(person);
        return id == null
                ? null
                : sql.resultQuery("select account_id::text from customers.person_view where id = {0}", val(id)).fetchOne(0, String.class);
    }

    private ModelAndView page(Form form, Map<String, String> errors, @Nullable List<Offered> candidates, Actor me, Text t) {
        return new ModelAndView("needs/voicenew", "page", new Page(
                form, errors,
                candidates == null ? offered(form, me) : new Accounts(candidates, form.account(), true),
                people(form), choices(Voice.Channel.values(), Voice.Channel::code, "needs.channel.", t),
                choices(Voice.BuyingRole.values(), Voice.BuyingRole::code, "needs.buying-role.", t), VoicePages.confidences(t),
                chips(form.raw(), form.confirmed(), t)));
    }

    private static <E> List<Choice> choices(E[] codes, java.util.function.Function<E, String> code, String prefix, Text t) {
        return Arrays.stream(codes).map(one -> new Choice(code.apply(one), t.get(prefix + code.apply(one)))).toList();
    }

    /** For other pages on which a customer is chosen. */
    Accounts offered(@Nullable String account, Actor me) {
        return offered(Form.blank(account, null, null), me);
    }

    /** The one that is chosen already, those one spoke with lately, and one's own. */
    private Accounts offered(Form form, Actor me) {
        var offered = new LinkedHashMap<UUID, Offered>();
        var chosen = uuid(form.account());
        if (chosen != null) {
            accounts("select id, name, prefecture from customers.account_view where id = {0}", val(chosen)).forEach(one -> offered.put(one.id(), one));
        }
        accounts(
                        """
                        select a.id, a.name, a.prefecture from (
                            select account_id, max(recorded_at) as at from (
                                select account_id, recorded_at from needs.voice where recorder_id = {0} and account_id is not null
                                order by recorded_at desc limit 50) lately
                            group by account_id) v
                        join customers.account_view a on a.id = v.account_id order by v.at desc limit {1}
                        """,
                        val(me.id().value()), val(OFFERED))
                .forEach(one -> offered.putIfAbsent(one.id(), one));
        if (offered.size() < OFFERED) {
            accounts(
                            """
                            select id, name, prefecture from customers.account_view
                            where fs_owner_id = {0} or is_owner_id = {0} or cs_owner_id = {0} limit {1}
                            """,
                            val(me.id().value()), val(OFFERED))
                    .forEach(one -> offered.putIfAbsent(one.id(), one));
        }
        return new Accounts(offered.values().stream().limit(OFFERED).toList(), chosen == null ? null : chosen.toString(), false);
    }

    private List<Offered> accounts(String query, org.jooq.QueryPart... parts) {
        return sql.resultQuery(query, parts).fetch(row -> new Offered(row.get(0, UUID.class), row.get(1, String.class), place(row.get(2, String.class))));
    }

    private static @Nullable String place(@Nullable String code) {
        return code == null ? null : org.kamiau.customers.Prefecture.ofCode(code).ja();
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private People people(Form form) {
        var account = uuid(form.account());
        var choices = account == null
                ? List.<Choice>of()
                : persons.at(new Account.Id(account)).stream()
                        .map(person -> new Choice(
                                person.id().toString(), person.name().display() + (person.title() == null ? "" : " " + person.title())))
                        .toList();
        return new People(choices, form.person());
    }

    /** Accounts by a part of name or reading, while one types; those one knows when nothing is typed. */
    @GetMapping("/voices/accounts")
    ModelAndView search(
            @RequestParam(required = false) @Nullable String accountName, @RequestParam(required = false) @Nullable String account, @Me Actor me) {
        var found = accountName == null ? offered(Form.blank(account, null, null), me) : new Accounts(named(accountName, me), account, true);
        return new ModelAndView("needs/voiceaccounts", "page", found);
    }

    private List<Offered> named(String words, Actor me) {
        var id = DSL.field(DSL.name("a", "id"), SQLDataType.UUID);
        return sql.select(id, DSL.field(DSL.name("a", "name"), SQLDataType.VARCHAR), DSL.field(DSL.name("a", "prefecture"), SQLDataType.VARCHAR))
                .from(DSL.table(DSL.name("customers", "account_view")).as("a"))
                .where(CustomerSearch.names(id, DSL.val((UUID) null, SQLDataType.UUID), words, me))
                .limit(8)
                .fetch(row -> new Offered(row.value1(), row.value2(), place(row.value3())));
    }

    /** Who may have spoken, once the account is chosen. */
    @GetMapping("/voices/persons")
    ModelAndView persons(@RequestParam(required = false) @Nullable String account) {
        return new ModelAndView("needs/voicepersons", "page", people(Form.blank(account, null, null)));
    }

    /** What the words so far seem to carry. */
    @PostMapping("/voices/proposals")
    ModelAndView propose(Form form, BindingResult binding, Locale locale) {
        return new ModelAndView("needs/voicechips", "page", chips(binding.hasErrors() ? null : form.raw(), form.confirmed(), languages.text(locale)));
    }

    private Chips chips(@Nullable String raw, @Nullable List<String> confirmed, Text t) {
        if (raw == null || raw.length() > Voice.LONGEST) {
            return new Chips(List.of());
        }
        var words = VoiceCheck.words(raw);
        return new Chips(chips(List.of(new Carrying(words, mapper.propose(List.of(words)).getFirst())), confirmed, t).getFirst());
    }

    /** Words and what is proposed for them. */
    record Carrying(String words, List<Proposal> proposals) {}

    /** The chips of each. */
    List<List<Chip>> chips(List<Carrying> texts, Text t) {
        return chips(texts, null, t);
    }

    private List<List<Chip>> chips(List<Carrying> texts, @Nullable List<String> confirmed, Text t) {
        var known = needs.find(texts.stream().flatMap(text -> text.proposals().stream()).map(Proposal::need).distinct().toList());
        return texts.stream()
                .map(text -> text.proposals().stream()
                        .filter(proposal -> known.containsKey(proposal.need()))
                        .map(proposal -> chip(proposal, Objects.requireNonNull(known.get(proposal.need())), text.words(), confirmed, t))
                        .toList())
                .toList();
    }

    private static Chip chip(Proposal proposal, Need need, String words, @Nullable List<String> confirmed, Text t) {
        return new Chip(
                need.id().toString(), need.title().in(t),
                proposal.spans().stream().map(span -> words.substring(span.start(), span.end())).distinct().limit(4).toList(),
                proposal.confidence() >= 0.8, confirmed != null && confirmed.contains(need.id().toString()));
    }

    @PostMapping("/voices")
    ModelAndView take(
            Form form, BindingResult binding, @Me Actor me, Locale locale, HttpServletResponse response,
            @RequestHeader(name = "X-Kept", required = false) @Nullable String kept) {
        var t = languages.text(locale);
        var errors = new TreeMap<String, String>();
        binding.getFieldErrors().forEach(error -> errors.put(error.getField(), String.valueOf(error.getDefaultMessage())));
        List<Offered> candidates = null;
        if (errors.isEmpty()) {
            try {
                return taken(voices.take(draft(form), new Intake(me, null, "hand")), form, me, response, kept);
            } catch (AccountAmbiguous ambiguous) {
                errors.put("account", ambiguous.text(t));
                candidates = ambiguous.candidates().stream().map(one -> new Offered(UUID.fromString(one.id()), one.name(), one.prefecture())).toList();
            } catch (Invalid invalid) {
                invalid.fields().forEach(field -> errors.putIfAbsent(typed(field.field()), t.get(field.code(), field.arguments().toArray())));
            }
        }
        var page = page(form, errors, candidates, me, t);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView taken(VoiceOutcome.Taken taken, Form form, Actor me, HttpServletResponse response, @Nullable String kept) {
        var confirmed = form.confirmed() == null ? List.<String>of() : form.confirmed();
        var named = confirmed.stream().map(VoiceCapture::uuid).filter(Objects::nonNull).map(Need.Id::new).toList();
        if (!named.isEmpty() && !taken.known()) {
            voices.decide(taken.id(), named, List.of(), me);
        }
        if (kept != null) {
            response.setHeader("X-Voice", "/voices/" + taken.id());
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return new ModelAndView((org.springframework.web.servlet.View) (_, _, _) -> {});
        }
        Toast.after(response, "needs.voice-taken", null);
        return new ModelAndView("redirect:/voices/" + taken.id());
    }

    private static VoiceDraft draft(Form form) {
        var account = uuid(form.account());
        var person = uuid(form.person());
        var company = new IncomingText.CompanyText(form.accountName(), null, null, null, null, null, null, null, null, null);
        var nobody = new IncomingText.PersonText(null, null, null, null, null, null, null, null);
        var customer = account == null
                ? Pointing.by(new IncomingText(nobody, company))
                : Pointing.at(new Account.Id(account), person == null ? null : new Person.Id(person));
        var key = uuid(form.key());
        return new VoiceDraft(
                customer, code(form.buyingRole(), "buyingRole", Voice.BuyingRole::of), form.raw(), form.motive(),
                code(form.confidence(), "confidence", Voice.Confidence::of), code(form.channel(), "channel", Voice.Channel::of), names(form.competitors()),
                moment(form.heard()), form.wantsAnswer() != null, key == null ? null : new Source(HERE, key.toString(), null), VoiceDraft.Recording.NOW);
    }

    private static <E> @Nullable E code(@Nullable String code, String field, java.util.function.Function<String, E> read) {
        try {
            return code == null ? null : read.apply(code);
        } catch (IllegalArgumentException unknown) {
            throw new Invalid(field, "platform.invalid.format");
        }
    }

    private static List<String> names(@Nullable String typed) {
        return typed == null ? List.of() : Stream.of(typed.split("[,、,\n]")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /** As the browser's field for day and time writes it, in Japanese time. */
    private static @Nullable Instant moment(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDateTime.parse(typed).atZone(java.time.ZoneId.of("Asia/Tokyo")).toInstant();
        } catch (DateTimeException malformed) {
            throw new Invalid("at", "platform.invalid.moment");
        }
    }

    /** The rules name fields as the API does. */
    private static String typed(String field) {
        return field.startsWith("account") ? "account" : field.startsWith("person") ? "person" : field.equals("at") ? "heard" : field;
    }
}
