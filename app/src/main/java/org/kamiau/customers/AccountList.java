package org.kamiau.customers;

import static db.customers.Tables.ACCOUNT;
import static org.jooq.impl.DSL.noCondition;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.lists.Column;
import org.kamiau.platform.lists.ListDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of accounts. */
@Configuration
class AccountList {
    static final List<String> PREFECTURES = IntStream.rangeClosed(1, 47).mapToObj("%02d"::formatted).toList();
    static final List<String> INDUSTRIES = Arrays.stream(Industry.values()).map(Industry::code).toList();
    private static final List<String> LIFECYCLES = Arrays.stream(Lifecycle.values()).map(Lifecycle::code).toList();

    /** One line of the list. */
    public record Row(
            UUID id,
            String name,
            @Nullable String corporateNumber,
            String lifecycle,
            @Nullable String industry,
            @Nullable Integer employees,
            @Nullable String prefecture,
            List<String> segments,
            @Nullable Integer abmTier,
            @Nullable MemberId fsOwner,
            @Nullable MemberId isOwner,
            @Nullable MemberId csOwner) {}

    @Bean
    NavItem accountNavigation() {
        return new NavItem(40, "customers.accounts.title", "/accounts", "building", Set.of());
    }

    @Bean
    ListDefinition<Row> listOfAccounts() {
        return ListDefinition.of("accounts", "/accounts", ACCOUNT.ID, Row.class)
                .from(ACCOUNT)
                .row(row -> new Row(
                        row.get(ACCOUNT.ID),
                        row.get(ACCOUNT.NAME),
                        row.get(ACCOUNT.CORPORATE_NUMBER),
                        row.get(ACCOUNT.LIFECYCLE),
                        row.get(ACCOUNT.INDUSTRY),
                        row.get(ACCOUNT.EMPLOYEES),
                        row.get(ACCOUNT.PREFECTURE),
                        List.of(row.get(ACCOUNT.SEGMENTS)),
                        row.get(ACCOUNT.ABM_TIER),
                        member(row.get(ACCOUNT.FS_OWNER_ID)),
                        member(row.get(ACCOUNT.IS_OWNER_ID)),
                        member(row.get(ACCOUNT.CS_OWNER_ID))))
                .column(Column.<Row>text("name", ACCOUNT.NAME, Row::name)
                        .main()
                        .sortable(ACCOUNT.SORT_KEY)
                        .matching(ACCOUNT.NAME_KEY, CompanyName::key))
                .column(Column.code("lifecycle", ACCOUNT.LIFECYCLE, Row::lifecycle, "customers.lifecycle", LIFECYCLES))
                .column(Column.code("industry", ACCOUNT.INDUSTRY, Row::industry, "customers.industry", INDUSTRIES))
                .column(Column.number("employees", ACCOUNT.EMPLOYEES, Row::employees))
                .column(Column.code("prefecture", ACCOUNT.PREFECTURE, Row::prefecture, "customers.prefecture", PREFECTURES))
                .column(Column.tags("segments", ACCOUNT.SEGMENTS, Row::segments))
                .column(Column.member("fsOwner", ACCOUNT.FS_OWNER_ID, Row::fsOwner))
                .column(Column.<Row>member("isOwner", ACCOUNT.IS_OWNER_ID, Row::isOwner).optional())
                .column(Column.<Row>member("csOwner", ACCOUNT.CS_OWNER_ID, Row::csOwner).optional())
                .column(Column.<Row>number("abmTier", ACCOUNT.ABM_TIER, Row::abmTier).optional())
                .column(Column.<Row>text("corporateNumber", ACCOUNT.CORPORATE_NUMBER, Row::corporateNumber).optional())
                .sort("name")
                .search((words, actor) -> {
                    var condition = FindableAccounts.condition(words);
                    return condition == null ? noCondition() : condition;
                })
                .preset("all", "")
                .preset("mine", "match=any&f=fsOwner.is.me&f=isOwner.is.me&f=csOwner.is.me")
                .preset("named", "f=abmTier.filled")
                .preset("customers", "f=lifecycle.is.customer")
                .build();
    }

    static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }
}
