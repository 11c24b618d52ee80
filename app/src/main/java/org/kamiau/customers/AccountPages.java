package org.kamiau.customers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Panel;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.api.Version;
import org.kamiau.platform.lists.ListDefinition;
import org.kamiau.platform.lists.ListPage;
import org.kamiau.platform.lists.Lists;
import org.kamiau.platform.pieces.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of one account: what it is, who is there, what others know of it; adding and changing it. */
@Controller
@Access.Members
class AccountPages {
    private static final Role[] OWNING = {Role.FS, Role.FS_MGR, Role.IS, Role.IS_LEAD, Role.CS, Role.TRADE, Role.SALES_HEAD};

    private final Accounts accounts;
    private final Persons persons;
    private final Customers customers;
    private final SegmentRows segments;
    private final Directory directory;
    private final Languages languages;
    private final Lists lists;
    private final ListDefinition<AccountList.Row> list;
    private final List<Panel> panels;

    AccountPages(
            Accounts accounts,
            Persons persons,
            Customers customers,
            SegmentRows segments,
            Directory directory,
            Languages languages,
            Lists lists,
            ListDefinition<AccountList.Row> list,
            List<Panel> panels) {
        this.accounts = accounts;
        this.persons = persons;
        this.customers = customers;
        this.segments = segments;
        this.directory = directory;
        this.languages = languages;
        this.lists = lists;
        this.list = list;
        this.panels = panels.stream().sorted(Comparator.comparingInt(Panel::order)).toList();
    }

    /** Everything that the account's page shows. */
    public record Page(
            Account account,
            List<String> domains,
            List<Segments.Segment> segments,
            List<PersonLine> people,
            Map<MemberId, Directory.Person> members,
            List<Fragment> panels,
            @Nullable Source source,
            boolean changeable) {

        public Directory.@Nullable Person member(@Nullable MemberId id) {
            return id == null ? null : members.get(id);
        }
    }

    /** Somebody at the account, as this viewer may see them. */
    public record PersonLine(Person person, String name, ContactView contact) {}

    /** The form, with what was typed and what is wrong with it. */
    public record Form(
            Account.@Nullable Id id,
            String title,
            AccountText typed,
            int version,
            Map<String, String> errors,
            @Nullable String trouble,
            List<Directory.Person> owners,
            boolean assigning) {

        public @Nullable String error(String field) {
            return errors.get(field);
        }
    }

    /** The list of accounts, as asked for. */
    public record ListOfAccounts(ListPage<AccountList.Row> list, boolean adding) {}

    @GetMapping("/accounts")
    ModelAndView list(@Me Actor me, HttpServletRequest request) {
        var page = new ListOfAccounts(lists.page(list, request), !me.readsOnly());
        return new ModelAndView("customers/accounts", "page", page);
    }

    @GetMapping("/accounts/{id}")
    ModelAndView show(@PathVariable Account.Id id, @Me Actor me) {
        var account = accounts.get(id);
        var owners = account.owners();
        var page = new Page(
                account,
                accounts.domains(id),
                segments.inForce().rules().stream().filter(rule -> account.segments().contains(rule.code())).toList(),
                people(id, me),
                directory.people(Stream.of(owners.fieldSales(), owners.insideSales(), owners.success())
                        .filter(Objects::nonNull)
                        .toList()),
                panels(id, me),
                accounts.source(id).orElse(null),
                !me.readsOnly());
        return new ModelAndView("customers/account", "page", page);
    }

    private List<PersonLine> people(Account.Id id, Actor me) {
        var people = persons.at(id);
        var contacts = customers.contacts(people.stream().map(Person::id).toList(), me);
        var lines = new ArrayList<PersonLine>();
        for (var person : people) {
            var contact = contacts.get(person.id());
            if (contact != null) {
                lines.add(new PersonLine(person, PersonKind.title(person), contact));
            }
        }
        return lines;
    }

    private List<Fragment> panels(Account.Id id, Actor me) {
        return panels.stream()
                .filter(panel -> panel.on().equals(Customers.ACCOUNT))
                .flatMap(panel -> panel.show(Customers.ref(id), me).stream())
                .toList();
    }

    @GetMapping("/accounts/new")
    ModelAndView blank(@Me Actor me, HttpServletRequest request) {
        return form(null, AccountText.EMPTY, 0, Map.of(), null, me, request);
    }

    @PostMapping("/accounts")
    ModelAndView add(AccountText typed, @Me Actor me, HttpServletRequest request, HttpServletResponse response) {
        try {
            var added = accounts.add(typed, me);
            Toast.after(response, "customers.account.added", null, added.profile().name());
            return to(added.id());
        } catch (Invalid invalid) {
            return redrawn(null, typed, 0, invalid, me, request);
        } catch (NumberTaken | DomainTaken taken) {
            return redrawn(null, typed, 0, taken, me, request);
        }
    }

    @GetMapping("/accounts/{id}/edit")
    ModelAndView edit(@PathVariable Account.Id id, @Me Actor me, HttpServletRequest request) {
        var account = accounts.get(id);
        return form(account.id(), AccountText.of(account), account.version(), Map.of(), null, me, request);
    }

    @PostMapping("/accounts/{id}")
    ModelAndView change(
            @PathVariable Account.Id id,
            AccountText typed,
            @RequestParam int version,
            @Me Actor me,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var mayAssign = Accounts.mayAssign(me);
            var changed = accounts.change(id, Version.of(version), mayAssign ? typed : assignedAsBefore(id, typed), me);
            Toast.after(response, "customers.account.changed", null, changed.profile().name());
            return to(id);
        } catch (Invalid invalid) {
            return redrawn(id, typed, version, invalid, me, request);
        } catch (NumberTaken | DomainTaken taken) {
            return redrawn(id, typed, version, taken, me, request);
        } catch (Refusal.Stale stale) {
            return redrawn(id, typed, accounts.get(id).version(), stale, me, request);
        }
    }

    /** The form of those who may not assign has no such fields; they are not to be emptied by that. */
    private AccountText assignedAsBefore(Account.Id id, AccountText typed) {
        var before = AccountText.of(accounts.get(id));
        return new AccountText(
                typed.name(), typed.nameKana(), typed.corporateNumber(), typed.domain(), typed.industry(), typed.employees(),
                typed.prefecture(), typed.phone(), typed.postalCode(), typed.address(), typed.website(), before.abmTier(),
                before.lifecycle(), before.fsOwner(), before.isOwner(), before.csOwner());
    }

    private ModelAndView redrawn(
            Account.@Nullable Id id, AccountText typed, int version, Invalid invalid, Actor me, HttpServletRequest request) {
        var t = languages.text(request);
        var errors = new HashMap<String, String>();
        invalid.fields().forEach(field -> errors.putIfAbsent(field.field(), t.get(field.code(), field.arguments().toArray())));
        var view = form(id, typed, version, errors, t.get("platform.error.invalid"), me, request);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView redrawn(
            Account.@Nullable Id id, AccountText typed, int version, Refusal refusal, Actor me, HttpServletRequest request) {
        var trouble = languages.text(request).get(refusal.code(), refusal.arguments());
        var view = form(id, typed, version, Map.of(), trouble, me, request);
        view.setStatus(HttpStatusCode.valueOf(refusal.status().value()));
        return view;
    }

    private ModelAndView form(
            Account.@Nullable Id id,
            AccountText typed,
            int version,
            Map<String, String> errors,
            @Nullable String trouble,
            Actor me,
            HttpServletRequest request) {
        var title = id == null
                ? languages.text(request).get("customers.account.new")
                : accounts.get(id).profile().name();
        var assigning = Accounts.mayAssign(me);
        var owners = assigning ? owners() : List.<Directory.Person>of();
        return new ModelAndView(
                "customers/form", "page", new Form(id, title, typed, version, errors, trouble, owners, assigning));
    }

    private List<Directory.Person> owners() {
        return directory.withRole(OWNING).stream().sorted(Comparator.comparing(Directory.Person::name)).toList();
    }

    private static ModelAndView to(Account.Id id) {
        return new ModelAndView("redirect:/accounts/" + id);
    }
}
