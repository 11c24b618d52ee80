package org.kamiau.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.api.Version;
import org.kamiau.platform.lists.ApiPage;
import org.kamiau.platform.lists.ListDefinition;
import org.kamiau.platform.lists.Lists;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Persons over HTTP. */
@RestController
@RequestMapping("/api/v1/persons")
@Access.Members
class PersonApi {
    private final Persons persons;
    private final Customers customers;
    private final Lists lists;
    private final ListDefinition<PersonList.Row> list;

    PersonApi(Persons persons, Customers customers, Lists lists, ListDefinition<PersonList.Row> list) {
        this.persons = persons;
        this.customers = customers;
        this.lists = lists;
        this.list = list;
    }

    @Operation(
            summary = "Persons by name",
            description = "q finds any part of a name or its reading, and a whole e-mail address or phone number where the caller may "
                    + "read it; the same holds for the filters email and phone.")
    @Parameter(name = "q", description = "part of a name", example = "佐藤")
    @Parameter(name = "limit", description = "1 to 200", example = "50")
    @Parameter(name = "cursor", description = "next of the answer before")
    @GetMapping
    ApiPage<PersonJson> list(HttpServletRequest request, @Me Actor me) {
        return lists.api(list, request, me, row -> PersonJson.of(row.person(), seen(row)));
    }

    /** Every row of the list was seen through the reader's eyes; what was not is masked. */
    private static ContactView seen(PersonList.Row row) {
        var contact = row.contact();
        return contact == null ? ContactView.of(row.person().facts(), false) : contact;
    }

    @Operation(
            summary = "One person",
            description = "E-mail and phone are masked (t•••@example.com, ••-••••-••78) unless the caller owns the account or is in "
                    + "inside sales or customer success; masked says which.")
    @GetMapping("/{id}")
    ResponseEntity<PersonJson> read(@PathVariable Person.Id id, @Me Actor me) {
        var person = persons.get(id);
        var contact = customers.contacts(List.of(id), me).get(id);
        if (contact == null) {
            throw new Refusal.NotFound();
        }
        return ResponseEntity.ok().eTag(Version.of(person.version()).toString()).body(PersonJson.of(person, contact));
    }
}
