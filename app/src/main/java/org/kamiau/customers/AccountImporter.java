package org.kamiau.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.imports.Importer;
import org.springframework.stereotype.Component;

/** Takes accounts from a file: {@code ./kamiau import accounts FILE} and its page. */
@Component
class AccountImporter implements Importer {
    private static final int LONGEST_SOURCE = 200;

    private final AccountIntake intake;

    AccountImporter(AccountIntake intake) {
        this.intake = intake;
    }

    @Override
    public String kind() {
        return "accounts";
    }

    @Override
    public String title() {
        return "customers.accounts.title";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.known("company.name").needed(),
                Field.known("company.nameKana"),
                Field.known("company.corporateNumber"),
                Field.known("company.domain"),
                Field.known("company.industry"),
                Field.known("company.employees"),
                Field.known("company.prefecture"),
                Field.known("company.phone"),
                Field.known("company.postalCode"),
                Field.known("company.address"),
                Field.known("company.website"),
                Field.known("source.system"),
                Field.known("source.externalId"),
                Field.known("source.link"));
    }

    @Override
    public List<Result> take(List<Row> rows, Context context) {
        var results = new ArrayList<@Nullable Result>();
        var places = new ArrayList<Integer>();
        var arrivals = new ArrayList<AccountIntake.Arrival>();
        for (var row : rows) {
            var faults = new ArrayList<Invalid.Field>();
            var arrival = arrival(row, context, faults);
            if (arrival == null || !faults.isEmpty()) {
                results.add(new Result.Refused(faults));
            } else {
                places.add(results.size());
                results.add(null);
                arrivals.add(arrival);
            }
        }
        var outcomes = intake.take(arrivals, new Intake(context.by(), null, "file"));
        for (var i = 0; i < outcomes.size(); i++) {
            var outcome = outcomes.get(i);
            results.set(places.get(i), Result.taken(outcome.effect(), outcome.account().value()));
        }
        return results.stream().map(Objects::requireNonNull).toList();
    }

    private static AccountIntake.@Nullable Arrival arrival(Row row, Context context, List<Invalid.Field> faults) {
        var company = new IncomingText.CompanyText(
                        row.get("company.name"),
                        row.get("company.corporateNumber"),
                        row.get("company.domain"),
                        row.get("company.industry"),
                        row.get("company.employees"),
                        row.get("company.prefecture"),
                        row.get("company.phone"),
                        row.get("company.postalCode"),
                        row.get("company.address"),
                        row.get("company.website"))
                .read("company.", faults);
        var kana = IncomingText.kana(row.get("company.nameKana"), "company.nameKana", faults);
        if (company.name() == null && faults.stream().noneMatch(fault -> fault.field().equals("company.name"))) {
            faults.add(Invalid.Field.of("company.name", "customers.account.name-missing"));
        }
        var reading = kana == null ? null : JapaneseText.katakana(kana);
        return company.name() == null ? null : new AccountIntake.Arrival(company, reading, source(row, context, faults));
    }

    private static @Nullable Source source(Row row, Context context, List<Invalid.Field> faults) {
        var id = row.get("source.externalId");
        if (id == null) {
            return null;
        }
        var stated = row.get("source.system");
        var system = stated == null ? context.source() : stated;
        var link = row.get("source.link");
        limit(id, "source.externalId", LONGEST_SOURCE, faults);
        limit(system, "source.system", LONGEST_SOURCE, faults);
        limit(link, "source.link", LONGEST_SOURCE * 5, faults);
        return new Source(system, id, link);
    }

    private static void limit(@Nullable String text, String field, int longest, List<Invalid.Field> faults) {
        if (text != null && text.length() > longest) {
            faults.add(Invalid.Field.of(field, "customers.text.too-long", longest));
        }
    }
}
