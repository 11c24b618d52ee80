package org.kamiau.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.MemberId;

/** An account as the API shows it. */
record AccountJson(
        Account.Id id,
        String name,
        @Nullable String nameKana,
        @Nullable String corporateNumber,
        @Nullable String invoiceNumber,
        @Nullable String industry,
        @Nullable Integer employees,
        @Nullable String prefecture,
        @Nullable String postalCode,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String website,
        List<String> domains,
        List<String> segments,
        boolean targetSegment,
        @Nullable Integer abmTier,
        String lifecycle,
        @Nullable MemberId fsOwner,
        @Nullable MemberId isOwner,
        @Nullable MemberId csOwner) {

    static AccountJson of(Account account, List<String> domains) {
        var profile = account.profile();
        var number = profile.corporateNumber();
        var postalCode = profile.postalCode();
        var phone = profile.phone();
        return new AccountJson(
                account.id(),
                profile.name(),
                profile.nameKana(),
                number == null ? null : number.digits(),
                number == null ? null : number.invoiceNumber(),
                account.facts().industry(),
                profile.employees(),
                profile.prefecture() == null ? null : profile.prefecture().code(),
                postalCode == null ? null : postalCode.display(),
                profile.address(),
                phone == null ? null : phone.display(),
                profile.website(),
                domains,
                account.segments(),
                account.targetSegment(),
                account.abmTier(),
                account.lifecycle().code(),
                account.owners().fieldSales(),
                account.owners().insideSales(),
                account.owners().success());
    }
}
