package org.kamiau.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.imports.Importer;

class MappingTest {

    private final Importer importer = new LedgerImporter();

    @Test
    void headings_of_eight_are_known() {
        assertThat(guess("会社名,部署名,役職,氏名,e-mail,郵便番号,住所,TEL会社,TEL部門,TEL直通,FAX,携帯電話,URL,名刺交換日,Eightでつながっている人"))
                .containsExactly(
                        "company.name", "person.department", "person.title", "person.name", "person.email", "company.postalCode",
                        "company.address", "company.phone", null, "person.phone", null, "person.phone", "company.website", "occurredAt", null);
    }

    @Test
    void headings_of_hubspot_and_salesforce_are_known() {
        assertThat(guess("Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Contact owner"))
                .containsExactly("source.externalId", "person.givenName", "person.familyName", "person.email", "person.phone", "person.title", "company.name", null);
        assertThat(guess("property_email,id,property_company,property_firstname,property_lastname,property_jobtitle"))
                .containsExactly("person.email", "source.externalId", "company.name", "person.givenName", "person.familyName", "person.title");
        assertThat(guess("lead_source,id,state,phone,industry,title,street,company,first_name,email,website,last_name,number_of_employees,postal_code,mobile_phone"))
                .doesNotContainNull();
    }

    @Test
    void headings_of_open_data_and_of_olist_are_known() {
        assertThat(guess("mql_id,first_contact_date,landing_page_id,origin"))
                .containsExactly("source.externalId", "occurredAt", "campaign", "origin");
        assertThat(guess("法人番号,商号又は名称,国内所在地(都道府県),国内所在地(市区町村),国内所在地(丁目番地等)"))
                .containsExactly("company.corporateNumber", "company.name", "company.prefecture", "company.address", "company.address");
    }

    @Test
    void a_column_may_say_what_it_is_by_its_values() {
        var layout = layout("a,b", List.of("x@example.jp", "1000013050196"));

        assertThat(Mapping.guess(importer, layout).targets()).containsExactly("person.email", "company.corporateNumber");
    }

    @Test
    void a_mapping_names_headings_or_numbers_and_refuses_what_is_not_there() {
        var layout = layout("甲,会社名", List.of());
        var guessed = Mapping.guess(importer, layout);

        assertThat(guessed.with(Map.of("甲", "person.name", "2", ""), layout, importer).targets()).containsExactly("person.name", null);
        assertThatThrownBy(() -> guessed.with(Map.of("乙", "person.name", "甲", "person.shoe"), layout, importer))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.fields()).hasSize(2));
    }

    @Test
    void names_in_one_column_are_taken_apart_in_their_own_order() {
        assertThat(Composite.name("髙﨑　一郎 様")).isEqualTo(new Composite.Parts("髙﨑", "一郎"));
        assertThat(Composite.name("髙﨑一郎")).isEqualTo(new Composite.Parts("髙﨑一郎", null));
        assertThat(Composite.name("Ichiro Takasaki")).isEqualTo(new Composite.Parts("Takasaki", "Ichiro"));
        assertThat(Composite.name("TAKASAKI Ichiro")).isEqualTo(new Composite.Parts("TAKASAKI", "Ichiro"));
        assertThat(Composite.name("Takasaki, Ichiro")).isEqualTo(new Composite.Parts("Takasaki", "Ichiro"));
        assertThat(Composite.companyAndDepartment("株式会社 検証建設 工事部 第一課"))
                .isEqualTo(new Composite.Parts("株式会社検証建設", "工事部 第一課"));
        assertThat(Composite.companyAndDepartment("検証建設株式会社　工事部")).isEqualTo(new Composite.Parts("検証建設株式会社", "工事部"));
    }

    @Test
    void values_reach_their_fields() {
        var layout = layout("会社名部署名,氏名,カナ氏名,都道府県,市区町村,番地,携帯電話,電話番号,備考", List.of());
        var reader = new RowReader(Mapping.guess(importer, layout), importer);

        var row = reader.read(new TableRow.Cells(2, List.of("㈱検証　工事部", "森本 和也", "モリモト カズヤ", "愛知県", "名古屋市中区", "1-2", "", "'+81-52-000-0000", "=1+1"))).row();

        assertThat(row).isNotNull();
        assertThat(List.of("company.name", "person.department", "person.familyName", "person.givenKana", "company.address", "person.phone"))
                .extracting(field -> Objects.requireNonNull(row).get(field))
                .containsExactly("㈱検証", "工事部", "森本", "カズヤ", "愛知県名古屋市中区1-2", "+81-52-000-0000");
    }

    @Test
    void what_a_spreadsheet_would_run_is_guarded_and_comes_back_as_it_was() {
        for (var cell : List.of("=cmd|'/c calc'!A0", "+81", "-1", "@SUM(A1)")) {
            assertThat(Formulas.guard(cell)).isEqualTo("'" + cell);
            assertThat(Formulas.unguard(Formulas.guard(cell))).isEqualTo(cell);
        }
        assertThat(Formulas.guard("株式会社")).isEqualTo("株式会社");
        assertThat(Formulas.unguard("'s-Hertogenbosch")).isEqualTo("'s-Hertogenbosch");
    }

    private List<@Nullable String> guess(String headings) {
        return Mapping.guess(importer, layout(headings, List.of())).targets();
    }

    private static Layout layout(String headings, List<String> sample) {
        return new Layout(Layout.Format.TEXT, null, ',', 1, List.of(headings.split(",")), List.of(sample));
    }
}
