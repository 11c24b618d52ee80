package org.kamiau.customers;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.api.Version;
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

    PersonApi(Persons persons, Customers customers) {
        this.persons = persons;
        this.customers = customers;
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
