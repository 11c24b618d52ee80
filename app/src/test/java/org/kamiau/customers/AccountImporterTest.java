package org.kamiau.customers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.imports.Importer.Context;
import org.kamiau.platform.imports.Importer.Effect;
import org.kamiau.platform.imports.Importer.Result;
import org.kamiau.platform.imports.Importer.Row;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class AccountImporterTest {
    private static final Context FILE = new Context(UUID.randomUUID(), Actor.SYSTEM, "kintone", false, false);

    @Autowired
    AccountImporter importer;

    @Autowired
    Accounts accounts;

    @Autowired
    FindableAccounts findable;

    @Test
    void a_row_becomes_an_account_and_again_is_the_same() {
        var row = row(Map.of("company.name", "株式会社検証", "company.corporateNumber", "8900000000001", "company.nameKana", "けんしょう", "source.externalId", "1"));

        var first = taken(importer.take(List.of(row), FILE).getFirst());
        var second = taken(importer.take(List.of(row), FILE).getFirst());

        assertThat(first.effect()).isEqualTo(Effect.CREATED);
        assertThat(second.effect()).isEqualTo(Effect.UNCHANGED);
        assertThat(second.record()).isEqualTo(first.record());
        assertThat(accounts.get(new Account.Id(requireNonNull(first.record()))).profile().nameKana()).isEqualTo("ケンショウ");
    }

    @Test
    void the_same_source_and_id_is_the_same_account_whatever_its_name() {
        var first = taken(importer.take(List.of(row(Map.of("company.name", "検証甲", "source.externalId", "2"))), FILE).getFirst());

        var again = taken(importer.take(
                        List.of(row(Map.of("company.name", "検証乙", "company.employees", "300", "source.externalId", "2"))), FILE)
                .getFirst());

        assertThat(again.record()).isEqualTo(first.record());
        assertThat(again.effect()).isEqualTo(Effect.UPDATED);
        var account = accounts.get(new Account.Id(requireNonNull(first.record())));
        assertThat(account.profile().name()).isEqualTo("検証甲");
        assertThat(account.profile().employees()).isEqualTo(300);
    }

    @Test
    void two_rows_of_one_source_id_in_one_file_are_one_account() {
        var rows = List.of(row(Map.of("company.name", "検証甲", "source.externalId", "3")), row(Map.of("company.name", "検証乙", "source.externalId", "3")));

        var results = importer.take(rows, FILE);

        assertThat(taken(results.get(1)).record()).isEqualTo(taken(results.get(0)).record());
    }

    @Test
    void a_bad_row_is_refused_by_its_columns_and_the_others_are_taken() {
        var bad = row(Map.of("company.corporateNumber", "9900000000001", "company.prefecture", "江戸"));
        var good = row(Map.of("company.name", "①㈱髙﨑"));

        var results = importer.take(List.of(bad, good), FILE);

        assertThat(((Result.Refused) results.get(0)).faults())
                .extracting(Invalid.Field::field)
                .containsExactlyInAnyOrder("company.name", "company.corporateNumber", "company.prefecture");
        assertThat(taken(results.get(1)).effect()).isEqualTo(Effect.CREATED);
    }

    @Test
    void an_account_is_found_by_any_part_of_its_name_and_by_one_character_at_its_start() {
        importer.take(List.of(row(Map.of("company.name", "株式会社鵺野検証製作所", "company.nameKana", "ヌエノケンショウ"))), FILE);

        for (var words : List.of("鵺野", "検証製", "作所", "鵺", "ぬえの", "ヌ", "㈱鵺野検証")) {
            assertThat(findable.find(words, Actor.SYSTEM, 6)).extracting(found -> found.title()).contains("株式会社鵺野検証製作所");
        }
        assertThat(findable.find("作", Actor.SYSTEM, 6)).extracting(found -> found.title()).doesNotContain("株式会社鵺野検証製作所");
        assertThat(findable.find("株式会社", Actor.SYSTEM, 6)).isEmpty();
    }

    private static Result.Taken taken(Result result) {
        return (Result.Taken) result;
    }

    private static Row row(Map<String, String> values) {
        return new Row() {
            @Override
            public long number() {
                return 2;
            }

            @Override
            public @Nullable String get(String field) {
                return values.get(field);
            }
        };
    }
}
