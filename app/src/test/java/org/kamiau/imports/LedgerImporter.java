package org.kamiau.imports;

import java.util.List;
import java.util.stream.Stream;
import org.kamiau.platform.imports.Importer;

/** An importer with the fields of a lead that only remembers what it was given. */
class LedgerImporter implements Importer {

    @Override
    public String kind() {
        return "ledger";
    }

    @Override
    public String title() {
        return "imports.title";
    }

    @Override
    public List<Field> fields() {
        return Stream.of(
                        "person.familyName", "person.givenName", "person.familyKana", "person.givenKana", "person.email", "person.phone",
                        "person.title", "person.department", "company.name", "company.corporateNumber", "company.domain",
                        "company.industry", "company.employees", "company.prefecture", "company.phone", "company.postalCode",
                        "company.address", "company.website", "kind", "product", "campaign", "channel", "origin", "message",
                        "occurredAt", "source.system", "source.externalId", "source.link", "consent.given")
                .map(Field::known)
                .toList();
    }

    @Override
    public List<Result> take(List<Row> rows, Context context) {
        return rows.stream().map(row -> Result.taken(Effect.CREATED, null)).toList();
    }
}
