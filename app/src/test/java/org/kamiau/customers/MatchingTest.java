package org.kamiau.customers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamiau.customers.IncomingText.CompanyText;
import org.kamiau.customers.IncomingText.PersonText;

/** Rows of one batch see each other, so the first row of each test is the record that is known. */
class MatchingTest {
    private static final String NUMBER = "8900000000001";
    private static final String OTHER_NUMBER = "7123456789012";

    private final Arrivals arrivals = new Arrivals(new Known(), Segments.NONE, UUID::randomUUID);

    @Test
    void the_corporate_number_finds_the_account_whatever_the_name() {
        var known = take(company("朝凪建設").number(NUMBER), person("佐藤"));

        var found = take(company("アサナギ").number(NUMBER), person("鈴木"));

        assertThat(account(found).by()).isEqualTo(MatchedBy.CORPORATE_NUMBER);
        assertThat(account(found).id()).isEqualTo(account(known).id());
    }

    @Test
    void the_domain_of_the_mailbox_finds_the_account() {
        var known = take(company("朝凪建設"), person("佐藤").email("sato@asanagi.example"));

        var found = take(company("アサナギ"), person("鈴木").email("suzuki@asanagi.example"));

        assertThat(account(found)).isEqualTo(new Found(account(known).id(), MatchedBy.DOMAIN));
        assertThat(person(found).by()).isEqualTo(MatchedBy.NEW);
    }

    @Test
    void a_branchs_mailbox_below_the_domain_finds_the_account() {
        var known = take(company("朝凪建設").domain("asanagi.co.jp"), person("佐藤"));

        var found = take(company("朝凪"), person("鈴木").email("suzuki@osaka.asanagi.co.jp"));

        assertThat(account(found)).isEqualTo(new Found(account(known).id(), MatchedBy.DOMAIN));
    }

    @Test
    void a_providers_domain_finds_nobody() {
        take(company("朝凪建設").domain("gmail.com"), person("佐藤").email("sato@gmail.com"));

        var other = take(company("夕凪建設"), person("鈴木").email("suzuki@gmail.com"));

        assertThat(account(other).by()).isEqualTo(MatchedBy.NEW);
    }

    @Test
    void the_name_alone_finds_nobody() {
        take(company("朝凪建設株式会社"), person("佐藤"));

        assertThat(account(take(company("㈱朝凪建設"), person("鈴木"))).by()).isEqualTo(MatchedBy.NEW);
    }

    @Test
    void name_and_phone_find_the_account_in_any_spelling() {
        var known = take(company("朝凪建設株式会社").phone("03-1234-5678"), person("佐藤"));

        var found = take(company("㈱朝凪建設").phone("+81 3 1234 5678"), person("鈴木"));

        assertThat(account(found)).isEqualTo(new Found(account(known).id(), MatchedBy.NAME_AND_PHONE));
    }

    @Test
    void the_phone_of_a_colleague_counts_as_the_companys() {
        var known = take(company("朝凪建設"), person("佐藤").phone("03-1234-5678"));

        var found = take(company("(株)朝凪建設"), person("鈴木").phone("0312345678"));

        assertThat(account(found)).isEqualTo(new Found(account(known).id(), MatchedBy.NAME_AND_PHONE));
        assertThat(person(found).by()).isEqualTo(MatchedBy.NEW);
    }

    @Test
    void name_and_address_find_the_account() {
        var known = take(company("朝凪建設").address("東京都文京区湯島二丁目6番2号"), person("佐藤"));

        var found = take(company("㈱朝凪建設").address("文京区湯島2-6-2 ABCビル"), person("鈴木"));

        assertThat(account(found)).isEqualTo(new Found(account(known).id(), MatchedBy.NAME_AND_ADDRESS));
    }

    @Test
    void another_name_at_the_same_phone_and_address_is_another_company() {
        take(company("朝凪建設").phone("03-1234-5678").address("文京区湯島2-6-2"), person("佐藤"));

        var neighbour = take(company("夕凪建設").phone("03-1234-5678").address("文京区湯島2-6-2"), person("鈴木"));

        assertThat(account(neighbour).by()).isEqualTo(MatchedBy.NEW);
    }

    @Test
    void where_domain_and_corporate_number_disagree_the_number_wins() {
        take(company("親会社").number(NUMBER), person("佐藤").email("sato@group.example"));
        var daughter = take(company("子会社").number(OTHER_NUMBER), person("鈴木").email("suzuki@group.example"));

        var found = take(company("子会社").number(OTHER_NUMBER), person("田中").email("tanaka@group.example"));

        assertThat(account(daughter).by()).isEqualTo(MatchedBy.NEW);
        assertThat(account(found)).isEqualTo(new Found(account(daughter).id(), MatchedBy.CORPORATE_NUMBER));
    }

    @Test
    void a_number_nobody_had_is_learned_on_a_weaker_proof() {
        var known = take(company("朝凪建設"), person("佐藤").email("sato@asanagi.example"));
        take(company("朝凪建設").number(NUMBER), person("鈴木").email("suzuki@asanagi.example"));

        var found = take(company("別名").number(NUMBER), person("田中"));

        assertThat(account(found)).isEqualTo(new Found(account(known).id(), MatchedBy.CORPORATE_NUMBER));
    }

    @Test
    void a_known_person_leads_to_their_account_when_no_company_is_named() {
        var known = take(company("朝凪建設"), person("佐藤").email("sato@gmail.com"));

        var found = take(company(null), person("佐藤").email("SATO@gmail.com"));

        assertThat(account(found)).isEqualTo(new Found(account(known).id(), MatchedBy.EMAIL));
        assertThat(person(found)).isEqualTo(new Found(person(known).id(), MatchedBy.EMAIL));
    }

    @Test
    void a_private_mailbox_may_change_its_company_and_the_person_stays_where_they_are_filed() {
        var before = take(company("朝凪建設"), person("佐藤").email("sato@gmail.com"));

        var after = take(company("夕凪建設"), person("佐藤").email("sato@gmail.com"));

        assertThat(account(after).by()).isEqualTo(MatchedBy.NEW);
        assertThat(person(after)).isEqualTo(new Found(person(before).id(), MatchedBy.EMAIL));
        assertThat(personFacts(after).accountId()).isEqualTo(account(before).id());
    }

    @Test
    void colleagues_at_one_switchboard_stay_two_people() {
        take(company("朝凪建設").phone("03-1234-5678"), person("佐藤", "一郎").phone("03-1234-5678"));

        var namesake = take(company("朝凪建設").phone("03-1234-5678"), person("佐藤", "次郎").phone("03-1234-5678"));
        var unknown = take(company("朝凪建設").phone("03-1234-5678"), person("佐藤").phone("03-1234-5678"));

        assertThat(person(namesake).by()).isEqualTo(MatchedBy.NEW);
        assertThat(person(unknown).by()).isEqualTo(MatchedBy.NEW);
    }

    @Test
    void the_full_name_at_the_switchboard_is_the_same_person() {
        var known = take(company("朝凪建設"), person("髙﨑", "一郎").phone("03-1234-5678"));

        var found = take(company("朝凪建設"), person("高崎", "一郎").phone("03-1234-5678"));

        assertThat(person(found)).isEqualTo(new Found(person(known).id(), MatchedBy.PHONE));
    }

    @Test
    void a_mobile_number_and_the_family_name_are_enough() {
        var known = take(company("朝凪建設"), person("佐藤", "一郎").phone("090-1234-5678"));

        var found = take(company("朝凪建設"), person("佐藤").phone("09012345678"));
        var heir = take(company("朝凪建設"), person("鈴木").phone("09012345678"));

        assertThat(person(found)).isEqualTo(new Found(person(known).id(), MatchedBy.PHONE));
        assertThat(person(heir).by()).isEqualTo(MatchedBy.NEW);
    }

    @Test
    void two_mailboxes_are_two_people() {
        take(company("朝凪建設"), person("佐藤", "一郎").phone("090-1234-5678").email("a@asanagi.example"));

        var other = take(company("朝凪建設"), person("佐藤", "一郎").phone("090-1234-5678").email("b@asanagi.example"));

        assertThat(person(other).by()).isEqualTo(MatchedBy.NEW);
    }

    @Test
    void found_by_phone_a_person_gets_the_mailbox_they_lacked() {
        var known = take(company("朝凪建設"), person("佐藤", "一郎").phone("090-1234-5678"));
        take(company("朝凪建設"), person("佐藤", "一郎").phone("090-1234-5678").email("sato@gmail.com"));

        var found = take(company(null), person("佐藤").email("sato@gmail.com"));

        assertThat(person(found)).isEqualTo(new Found(person(known).id(), MatchedBy.EMAIL));
    }

    @Test
    void what_is_known_is_filled_where_empty_and_never_overwritten() {
        take(company("朝凪建設").employees("300").domain("asanagi.example"), person("佐藤").email("sato@asanagi.example").title("課長"));

        var again = take(
                company("別名").employees("9").phone("03-1234-5678").domain("asanagi.example"),
                person("違う").email("sato@asanagi.example").title("部長").phone("090-1234-5678"));

        assertThat(accountFacts(again).name()).isEqualTo("朝凪建設");
        assertThat(accountFacts(again).employees()).isEqualTo(300);
        assertThat(personFacts(again).title()).isEqualTo("課長");
        assertThat(personFacts(again).phone()).isEqualTo(new PhoneNumber("09012345678", null));
    }

    @Test
    void a_row_that_names_nobody_is_nobody() {
        var nobody = take(company(null), new PersonRow());

        assertThat(nobody).isEqualTo(new Taken(null, null));
    }

    @Test
    void a_company_without_a_person_is_taken_alone() {
        var taken = take(company("朝凪建設"), new PersonRow());

        assertThat(taken.person()).isNull();
    }

    @Test
    void a_new_account_is_sorted_into_its_segments() {
        var target = new Segments.Segment(
                "mid_construction", "中堅建設", "Mid-size construction", true, Set.of(Industry.CONSTRUCTION), 300, 3000, Set.of());
        var sorting = new Arrivals(new Known(), new Segments(List.of(target)), UUID::randomUUID);
        var incoming = new IncomingText(new PersonRow().text(), company("朝凪建設").industry("建設業").employees("300").text()).check().incoming();

        var taken = sorting.take(incoming, Evidence.of(incoming), Optional.empty());

        assertThat(accountFacts(taken).segments()).containsExactly("mid_construction");
        assertThat(accountFacts(taken).targetSegment()).isTrue();
    }

    private record Found(Object id, MatchedBy by) {}

    private static Found account(Taken taken) {
        return new Found(accountFacts(taken).id(), requireNonNull(taken.account()).matchedBy());
    }

    private static Found person(Taken taken) {
        return new Found(personFacts(taken).id(), requireNonNull(taken.person()).matchedBy());
    }

    private static AccountFacts accountFacts(Taken taken) {
        return requireNonNull(taken.account()).facts();
    }

    private static PersonFacts personFacts(Taken taken) {
        return requireNonNull(taken.person()).facts();
    }

    private Taken take(CompanyRow company, PersonRow person) {
        var checked = new IncomingText(person.text(), company.text()).check();
        assertThat(checked.faults()).isEmpty();
        return arrivals.take(checked.incoming(), Evidence.of(checked.incoming()), Optional.empty());
    }

    private static CompanyRow company(@Nullable String name) {
        return new CompanyRow(name, null, null, null, null, null, null);
    }

    private static PersonRow person(String family) {
        return new PersonRow(family, null, null, null, null);
    }

    private static PersonRow person(String family, String given) {
        return new PersonRow(family, given, null, null, null);
    }

    private record CompanyRow(
            @Nullable String name, @Nullable String corporateNumber, @Nullable String ownDomain, @Nullable String telephone,
            @Nullable String street, @Nullable String staff, @Nullable String branch) {
        CompanyRow number(String value) {
            return new CompanyRow(name, value, ownDomain, telephone, street, staff, branch);
        }

        CompanyRow domain(String value) {
            return new CompanyRow(name, corporateNumber, value, telephone, street, staff, branch);
        }

        CompanyRow phone(String value) {
            return new CompanyRow(name, corporateNumber, ownDomain, value, street, staff, branch);
        }

        CompanyRow address(String value) {
            return new CompanyRow(name, corporateNumber, ownDomain, telephone, value, staff, branch);
        }

        CompanyRow employees(String value) {
            return new CompanyRow(name, corporateNumber, ownDomain, telephone, street, value, branch);
        }

        CompanyRow industry(String value) {
            return new CompanyRow(name, corporateNumber, ownDomain, telephone, street, staff, value);
        }

        CompanyText text() {
            return new CompanyText(name, corporateNumber, ownDomain, branch, staff, null, telephone, null, street, null);
        }
    }

    private record PersonRow(
            @Nullable String family, @Nullable String given, @Nullable String mailbox, @Nullable String telephone, @Nullable String rank) {
        PersonRow() {
            this(null, null, null, null, null);
        }

        PersonRow email(String value) {
            return new PersonRow(family, given, value, telephone, rank);
        }

        PersonRow phone(String value) {
            return new PersonRow(family, given, mailbox, value, rank);
        }

        PersonRow title(String value) {
            return new PersonRow(family, given, mailbox, telephone, value);
        }

        PersonText text() {
            return new PersonText(family, given, null, null, mailbox, telephone, rank, null);
        }
    }
}
