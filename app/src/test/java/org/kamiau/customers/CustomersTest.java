package org.kamiau.customers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import db.customers.Tables;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.customers.IncomingText.CompanyText;
import org.kamiau.customers.IncomingText.PersonText;
import org.kamiau.platform.Actor;
import org.kamiau.platform.audit.Audit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class CustomersTest {
    @Autowired
    Customers customers;

    @Autowired
    Audit audit;

    @Autowired
    DSLContext sql;

    @Test
    void whoever_is_new_is_added_with_their_consent() {
        var taken = customers.take(List.of(Sample.incoming().withConsent(Sample.CONSENT)), Sample.BY_HAND).getFirst();

        assertThat(requireNonNull(taken.account()).matchedBy()).isEqualTo(MatchedBy.NEW);
        assertThat(requireNonNull(taken.person()).matchedBy()).isEqualTo(MatchedBy.NEW);
        assertThat(customers.accounts(List.of(accountId(taken)))).containsValue(taken.account().facts());
        assertThat(customers.persons(List.of(personId(taken)))).containsValue(taken.person().facts());
        assertThat(sql.fetchCount(Tables.CONSENT, Tables.CONSENT.PERSON_ID.eq(personId(taken).value()))).isEqualTo(1);
    }

    @Test
    void whoever_is_known_is_found_again() {
        var incoming = Sample.incoming();
        var first = customers.take(List.of(incoming), Sample.BY_HAND).getFirst();

        var second = customers.take(List.of(incoming), Sample.BY_HAND).getFirst();

        assertThat(accountId(second)).isEqualTo(accountId(first));
        assertThat(requireNonNull(second.account()).matchedBy()).isEqualTo(MatchedBy.DOMAIN);
        assertThat(personId(second)).isEqualTo(personId(first));
        assertThat(requireNonNull(second.person()).matchedBy()).isEqualTo(MatchedBy.EMAIL);
    }

    @Test
    void rows_of_one_batch_see_each_other() {
        var incoming = Sample.incoming();

        var taken = customers.take(List.of(incoming, Sample.incoming(), incoming), Sample.BY_HAND);

        assertThat(accountId(taken.get(2))).isEqualTo(accountId(taken.get(0))).isNotEqualTo(accountId(taken.get(1)));
        assertThat(personId(taken.get(2))).isEqualTo(personId(taken.get(0)));
    }

    @Test
    void every_proof_finds_what_an_earlier_transaction_stored() {
        var name = "検証" + Sample.domain().substring(0, 9) + "建設";
        var all = new CompanyText("株式会社" + name, "8900000000001", Sample.domain(), null, null, null, "0776-21-1111", null, "福井県鯖江市西山町13-1", null);
        var stored = accountId(take(nobody("検証"), all));

        assertThat(match(take(nobody("甲"), company("別", "8900000000001", null, null)))).isEqualTo(MatchedBy.CORPORATE_NUMBER);
        assertThat(match(take(mail("乙@", "x@" + all.domain()), company("別", null, null, null)))).isEqualTo(MatchedBy.DOMAIN);
        assertThat(match(take(nobody("丙"), company("㈱" + name, null, "+81 776 21 1111", null)))).isEqualTo(MatchedBy.NAME_AND_PHONE);
        assertThat(match(take(nobody("丁"), company(name, null, null, "鯖江市西山町十三番一号")))).isEqualTo(MatchedBy.NAME_AND_ADDRESS);
        assertThat(accountId(take(nobody("戊"), company(name, null, null, "鯖江市西山町13-1")))).isEqualTo(stored);
        assertThat(match(take(nobody("己"), company(name, null, null, null)))).isEqualTo(MatchedBy.NEW);
    }

    @Test
    void the_phone_of_a_stored_colleague_counts_as_the_companys() {
        var name = "検証" + Sample.domain().substring(0, 9);
        take(new PersonText("佐藤", "一", null, null, null, "03-9999-0001", null, null), company(name, null, null, null));

        var taken = take(new PersonText("鈴木", "二", null, null, null, "03-9999-0001", null, null), company(name, null, null, null));

        assertThat(match(taken)).isEqualTo(MatchedBy.NAME_AND_PHONE);
    }

    @Test
    void what_was_empty_is_filled_and_the_history_says_so_without_contact_details() {
        var incoming = Sample.incoming();
        var first = customers.take(List.of(incoming), Sample.BY_HAND).getFirst();
        var contact = incoming.contact();
        var again = new Incoming(
                incoming.company(),
                new Incoming.Contact(contact.name(), contact.email(), new PhoneNumber("09012345678", null), "課長", "工事部"),
                null);

        customers.take(List.of(again), new Intake(Actor.SYSTEM, "フォーム", "form"));

        var facts = requireNonNull(customers.persons(List.of(personId(first))).get(personId(first)));
        assertThat(facts.phone()).isEqualTo(new PhoneNumber("09012345678", null));
        assertThat(facts.title()).isEqualTo("工事部長");
        var history = audit.history(Customers.ref(personId(first)), 10);
        assertThat(history).extracting(Audit.Entry::action).containsExactly("filled", "added");
        assertThat(history.getFirst().after()).containsEntry("phone", "•••-••••-••78").containsEntry("department", "工事部").doesNotContainKey("title");
        assertThat(history.getFirst().reason()).isEqualTo("フォーム");
    }

    @Test
    void thousands_of_rows_are_taken_in_one_go() {
        var batch = IntStream.range(0, 2_000).mapToObj(_ -> Sample.incoming()).toList();

        var taken = customers.take(batch, Sample.BY_HAND);

        assertThat(taken).hasSize(2_000).allMatch(row -> requireNonNull(row.account()).matchedBy().isNew());
        assertThat(customers.take(batch, Sample.BY_HAND)).noneMatch(row -> requireNonNull(row.account()).matchedBy().isNew());
    }

    private Taken take(PersonText person, CompanyText company) {
        var checked = new IncomingText(person, company).check();
        assertThat(checked.faults()).isEmpty();
        return customers.take(List.of(checked.incoming()), Sample.BY_HAND).getFirst();
    }

    private static MatchedBy match(Taken taken) {
        return requireNonNull(taken.account()).matchedBy();
    }

    private static Account.Id accountId(Taken taken) {
        return requireNonNull(taken.account()).facts().id();
    }

    private static Person.Id personId(Taken taken) {
        return requireNonNull(taken.person()).facts().id();
    }

    private static PersonText nobody(String family) {
        return new PersonText(family, null, null, null, null, null, null, null);
    }

    private static PersonText mail(String family, String email) {
        return new PersonText(family, null, null, null, email, null, null, null);
    }

    private static CompanyText company(String name, @Nullable String number, @Nullable String phone, @Nullable String address) {
        return new CompanyText(name, number, null, null, null, null, phone, null, address, null);
    }
}
