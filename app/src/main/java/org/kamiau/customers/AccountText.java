package org.kamiau.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;

/** An account as typed into its form or sent to the API; owners by member id, null or blank where nothing is. */
public record AccountText(
        @Nullable String name,
        @Nullable String nameKana,
        @Nullable String corporateNumber,
        @Nullable String domain,
        @Nullable String industry,
        @Nullable String employees,
        @Nullable String prefecture,
        @Nullable String phone,
        @Nullable String postalCode,
        @Nullable String address,
        @Nullable String website,
        @Nullable String abmTier,
        @Nullable String lifecycle,
        @Nullable String fsOwner,
        @Nullable String isOwner,
        @Nullable String csOwner) {

    static final AccountText EMPTY =
            new AccountText(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** What was typed, understood; the domain is only ever added to those that the account has. */
    record Draft(
            Account.Profile profile,
            @Nullable String domain,
            @Nullable Integer abmTier,
            Lifecycle lifecycle,
            Account.Owners owners) {}

    static AccountText of(Account account) {
        var profile = account.profile();
        return new AccountText(
                profile.name(),
                profile.nameKana(),
                profile.corporateNumber() == null ? null : profile.corporateNumber().digits(),
                null,
                profile.industry() == null ? profile.industryText() : profile.industry().code(),
                profile.employees() == null ? null : profile.employees().toString(),
                profile.prefecture() == null ? null : profile.prefecture().code(),
                profile.phone() == null ? null : profile.phone().display(),
                profile.postalCode() == null ? null : profile.postalCode().display(),
                profile.address(),
                profile.website(),
                account.abmTier() == null ? null : account.abmTier().toString(),
                account.lifecycle().code(),
                text(account.owners().fieldSales()),
                text(account.owners().insideSales()),
                text(account.owners().success()));
    }

    /** Raises {@link Invalid} naming every field that cannot be read. */
    Draft check() {
        var faults = new ArrayList<Invalid.Field>();
        var company = new IncomingText.CompanyText(
                        name, corporateNumber, domain, industry, employees, prefecture, phone, postalCode, address, website)
                .read("", faults);
        var kana = IncomingText.kana(nameKana, "nameKana", faults);
        var tier = read(abmTier, "abmTier", "customers.abm-tier.invalid", AccountText::tier, faults);
        var stands = read(lifecycle, "lifecycle", "customers.lifecycle.unknown", Lifecycle::ofCode, faults);
        var owners = new Account.Owners(
                member(fsOwner, "fsOwner", faults), member(isOwner, "isOwner", faults), member(csOwner, "csOwner", faults));
        var named = company.name();
        if (named == null && faults.stream().noneMatch(fault -> fault.field().equals("name"))) {
            faults.add(Invalid.Field.of("name", "customers.account.name-missing"));
        }
        if (named == null || !faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new Draft(
                Account.Profile.of(named, company).read(kana == null ? null : JapaneseText.katakana(kana)),
                company.domain(),
                tier,
                stands == null ? Lifecycle.PROSPECT : stands,
                owners);
    }

    private static @Nullable MemberId member(@Nullable String typed, String field, List<Invalid.Field> faults) {
        return read(typed, field, "customers.owner.unknown", text -> new MemberId(UUID.fromString(text)), faults);
    }

    private static Integer tier(String text) {
        var tier = Integer.parseInt(text);
        if (tier < 1 || tier > 3) {
            throw new IllegalArgumentException(text);
        }
        return tier;
    }

    private static <T> @Nullable T read(
            @Nullable String typed, String field, String code, Function<String, T> reading, List<Invalid.Field> faults) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return reading.apply(typed.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException unreadable) {
            faults.add(Invalid.Field.of(field, code));
            return null;
        }
    }

    private static @Nullable String text(@Nullable MemberId member) {
        return member == null ? null : member.toString();
    }
}
