package org.kamiau.customers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Me;
import org.kamiau.platform.Panel;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.lists.ListDefinition;
import org.kamiau.platform.lists.ListPage;
import org.kamiau.platform.lists.Lists;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of one person: who they are, what they agreed to, what others know of them. */
@Controller
@Access.Members
class PersonPages {
    private final Persons persons;
    private final Accounts accounts;
    private final Customers customers;
    private final Lists lists;
    private final ListDefinition<PersonList.Row> list;
    private final List<Panel> panels;

    PersonPages(
            Persons persons,
            Accounts accounts,
            Customers customers,
            Lists lists,
            ListDefinition<PersonList.Row> list,
            List<Panel> panels) {
        this.persons = persons;
        this.accounts = accounts;
        this.customers = customers;
        this.lists = lists;
        this.list = list;
        this.panels = panels.stream().sorted(Comparator.comparingInt(Panel::order)).toList();
    }

    /** Everything that the person's page shows. */
    public record Page(
            Person person,
            String name,
            ContactView contact,
            @Nullable Account account,
            List<Persons.Consent> consents,
            List<Fragment> panels) {}

    /** The list of persons, as asked for and as this reader may see them. */
    public record ListOfPersons(ListPage<PersonList.Row> list) {}

    @GetMapping("/persons")
    ModelAndView list(HttpServletRequest request) {
        return new ModelAndView("customers/persons", "page", new ListOfPersons(lists.page(list, request)));
    }

    @GetMapping("/persons/{id}")
    ModelAndView show(@PathVariable Person.Id id, @Me Actor me) {
        var person = persons.get(id);
        var contact = customers.contacts(List.of(id), me).get(id);
        if (contact == null) {
            throw new Refusal.NotFound();
        }
        var account = person.accountId() == null ? null : accounts.find(person.accountId()).orElse(null);
        var page = new Page(person, PersonKind.title(person), contact, account, persons.consents(id), panels(id, me));
        return new ModelAndView("customers/person", "page", page);
    }

    private List<Fragment> panels(Person.Id id, Actor me) {
        return panels.stream()
                .filter(panel -> panel.on().equals(Customers.PERSON))
                .flatMap(panel -> panel.show(Customers.ref(id), me).stream())
                .toList();
    }
}
