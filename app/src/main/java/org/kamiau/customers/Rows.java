package org.kamiau.customers;

import static db.customers.Tables.ACCOUNT;
import static db.customers.Tables.PERSON;

import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.MemberId;

/** How rows of the module's tables become its types. */
final class Rows {
    /** Without those that only searching and ordering need. */
    static final List<Field<?>> ACCOUNT_COLUMNS = List.of(
            ACCOUNT.ID, ACCOUNT.NAME, ACCOUNT.NAME_KANA, ACCOUNT.CORPORATE_NUMBER, ACCOUNT.INDUSTRY, ACCOUNT.INDUSTRY_TEXT,
            ACCOUNT.EMPLOYEES, ACCOUNT.PREFECTURE, ACCOUNT.POSTAL_CODE, ACCOUNT.ADDRESS, ACCOUNT.PHONE, ACCOUNT.PHONE_EXTENSION,
            ACCOUNT.WEBSITE, ACCOUNT.SEGMENTS, ACCOUNT.TARGET_SEGMENT, ACCOUNT.ABM_TIER, ACCOUNT.LIFECYCLE, ACCOUNT.FS_OWNER_ID,
            ACCOUNT.IS_OWNER_ID, ACCOUNT.CS_OWNER_ID, ACCOUNT.VERSION);

    static final List<Field<?>> PERSON_COLUMNS = List.of(
            PERSON.ID, PERSON.ACCOUNT_ID, PERSON.FAMILY_NAME, PERSON.GIVEN_NAME, PERSON.FAMILY_KANA, PERSON.GIVEN_KANA,
            PERSON.EMAIL, PERSON.PHONE, PERSON.PHONE_EXTENSION, PERSON.TITLE, PERSON.DEPARTMENT, PERSON.UNSUBSCRIBED_AT,
            PERSON.VERSION);

    private Rows() {}

    static Account account(Record row) {
        return new Account(
                new Account.Id(row.get(ACCOUNT.ID)),
                profile(row),
                List.of(row.get(ACCOUNT.SEGMENTS)),
                row.get(ACCOUNT.TARGET_SEGMENT),
                row.get(ACCOUNT.ABM_TIER),
                owners(row),
                Lifecycle.ofCode(row.get(ACCOUNT.LIFECYCLE)),
                row.get(ACCOUNT.VERSION));
    }

    static Account.Owners owners(Record row) {
        return new Account.Owners(
                member(row.get(ACCOUNT.FS_OWNER_ID)), member(row.get(ACCOUNT.IS_OWNER_ID)), member(row.get(ACCOUNT.CS_OWNER_ID)));
    }

    private static Account.Profile profile(Record row) {
        var number = row.get(ACCOUNT.CORPORATE_NUMBER);
        var prefecture = row.get(ACCOUNT.PREFECTURE);
        var postalCode = row.get(ACCOUNT.POSTAL_CODE);
        return new Account.Profile(
                row.get(ACCOUNT.NAME),
                row.get(ACCOUNT.NAME_KANA),
                number == null ? null : new CorporateNumber(number),
                Industry.find(row.get(ACCOUNT.INDUSTRY)).orElse(null),
                row.get(ACCOUNT.INDUSTRY_TEXT),
                row.get(ACCOUNT.EMPLOYEES),
                prefecture == null ? null : Prefecture.ofCode(prefecture),
                postalCode == null ? null : new PostalCode(postalCode),
                row.get(ACCOUNT.ADDRESS),
                phone(row.get(ACCOUNT.PHONE), row.get(ACCOUNT.PHONE_EXTENSION)),
                row.get(ACCOUNT.WEBSITE));
    }

    static Person person(Record row) {
        var account = row.get(PERSON.ACCOUNT_ID);
        var email = row.get(PERSON.EMAIL);
        return new Person(
                new Person.Id(row.get(PERSON.ID)),
                account == null ? null : new Account.Id(account),
                new PersonName(
                        row.get(PERSON.FAMILY_NAME), row.get(PERSON.GIVEN_NAME), row.get(PERSON.FAMILY_KANA), row.get(PERSON.GIVEN_KANA)),
                email == null ? null : new MailAddress(email),
                phone(row.get(PERSON.PHONE), row.get(PERSON.PHONE_EXTENSION)),
                row.get(PERSON.TITLE),
                row.get(PERSON.DEPARTMENT),
                row.get(PERSON.UNSUBSCRIBED_AT),
                row.get(PERSON.VERSION));
    }

    private static @Nullable PhoneNumber phone(@Nullable String key, @Nullable String extension) {
        return key == null ? null : new PhoneNumber(key, extension);
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }
}
