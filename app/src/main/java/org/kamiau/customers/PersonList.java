package org.kamiau.customers;

import static db.customers.Tables.ACCOUNT;
import static db.customers.Tables.PERSON;
import static org.jooq.impl.DSL.noCondition;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.lists.Column;
import org.kamiau.platform.lists.ListDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of persons; contact details are masked row by row, and conditions on them match only what one may read. */
@Configuration
class PersonList {
    private static final List<String> ROLE_LEVELS = Arrays.stream(RoleLevel.values()).map(RoleLevel::code).toList();

    /** One line of the list; contact is filled in for the reader. */
    public record Row(Person person, String name, @Nullable String company, @Nullable ContactView contact) {
        @Nullable String email() {
            return contact == null ? null : contact.email();
        }

        @Nullable String phone() {
            return contact == null ? null : contact.phone();
        }

        private Row seenAs(@Nullable ContactView view) {
            return new Row(person, name, company, view);
        }
    }

    @Bean
    NavItem personNavigation() {
        return new NavItem(45, "customers.persons.title", "/persons", "users", Set.of());
    }

    @Bean
    ListDefinition<Row> listOfPersons(Customers customers) {
        return ListDefinition.of("persons", "/persons", PERSON.ID, Row.class)
                .from(PERSON.leftJoin(ACCOUNT).on(ACCOUNT.ID.eq(PERSON.ACCOUNT_ID)))
                .select(Rows.PERSON_COLUMNS.toArray(Field<?>[]::new))
                .row(PersonList::row)
                .enrich((rows, actor) -> seen(rows, actor, customers))
                .column(Column.<Row>text("name", PERSON.FAMILY_NAME, Row::name).main().sortable(PERSON.SORT_KEY))
                .column(Column.<Row>text("kana", PERSON.FAMILY_KANA, row -> row.person().name().kana()).optional())
                .column(Column.<Row>text("company", ACCOUNT.NAME, Row::company).matching(ACCOUNT.NAME_KEY, CompanyName::key))
                .column(Column.text("department", PERSON.DEPARTMENT, row -> row.person().department()))
                .column(Column.text("title", PERSON.TITLE, row -> row.person().title()))
                .column(Column.<Row>code("roleLevel", PERSON.ROLE_LEVEL, row -> row.person().roleLevel().code(), "customers.role-level", ROLE_LEVELS)
                        .optional())
                .column(Column.<Row>text("email", PERSON.EMAIL, Row::email).readableWhere(ContactRights::readable))
                .column(Column.<Row>text("phone", PERSON.PHONE, Row::phone).readableWhere(ContactRights::readable))
                .column(Column.<Row>moment("unsubscribed", PERSON.UNSUBSCRIBED_AT, row -> row.person().unsubscribedAt()).optional())
                .sort("name")
                .search((words, actor) -> {
                    var condition = FindablePersons.condition(words, actor);
                    return condition == null ? noCondition() : condition;
                })
                .preset("all", "")
                .preset("deciding", "f=roleLevel.any-of.executive,head")
                .build();
    }

    private static Row row(Record record) {
        var person = Rows.person(record);
        return new Row(person, PersonKind.title(person), record.get(ACCOUNT.NAME), null);
    }

    private static List<Row> seen(List<Row> rows, Actor actor, Customers customers) {
        var contacts = customers.contacts(rows.stream().map(row -> row.person().id()).toList(), actor);
        return rows.stream().map(row -> row.seenAs(contacts.get(row.person().id()))).toList();
    }
}
