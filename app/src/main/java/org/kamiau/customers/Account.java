package org.kamiau.customers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.MemberId;

/** An organisation that we sell to or might: what it is, where it stands with us, and who looks after it. */
public record Account(
        Id id,
        Profile profile,
        List<String> segments,
        boolean targetSegment,
        @Nullable Integer abmTier,
        Owners owners,
        Lifecycle lifecycle,
        int version) {

    public Account {
        segments = List.copyOf(segments);
    }

    /** Identity of an account. */
    public record Id(UUID value) {
        @JsonCreator
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @JsonValue
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Who looks after it in field sales, inside sales and customer success. */
    public record Owners(@Nullable MemberId fieldSales, @Nullable MemberId insideSales, @Nullable MemberId success) {
        public static final Owners NONE = new Owners(null, null, null);

        public boolean include(MemberId member) {
            return member.equals(fieldSales) || member.equals(insideSales) || member.equals(success);
        }
    }

    /**
     * What is known of the organisation itself.
     *
     * @param industryText the words for an industry that we have no code for
     */
    public record Profile(
            String name,
            @Nullable String nameKana,
            @Nullable CorporateNumber corporateNumber,
            @Nullable Industry industry,
            @Nullable String industryText,
            @Nullable Integer employees,
            @Nullable Prefecture prefecture,
            @Nullable PostalCode postalCode,
            @Nullable String address,
            @Nullable PhoneNumber phone,
            @Nullable String website) {

        /** The company part of what came in; a prefecture that only the address names is understood. */
        static Profile of(String name, Incoming.Company company) {
            var address = company.address();
            var prefecture = company.prefecture() == null && address != null
                    ? Prefecture.inAddress(address).orElse(null)
                    : company.prefecture();
            var industry = Industry.find(company.industry()).orElse(null);
            return new Profile(
                    name,
                    null,
                    company.corporateNumber(),
                    industry,
                    industry == null ? company.industry() : null,
                    company.employees(),
                    prefecture,
                    company.postalCode(),
                    address,
                    company.phone(),
                    company.website());
        }

        public String nameKey() {
            return CompanyName.key(name);
        }

        /** Orders by reading where there is one. */
        String sortKey() {
            var key = nameKana == null ? nameKey() : JapaneseText.katakana(nameKana);
            return key.isEmpty() ? name : key;
        }

        public @Nullable String phoneKey() {
            return phone == null ? null : phone.key();
        }

        /** Null when the address proves nothing. */
        public @Nullable String addressKey() {
            var key = address == null ? "" : Address.key(address);
            return key.isEmpty() ? null : key;
        }

        /** These facts, and the other's where nothing is known; what somebody entered is never overwritten. */
        Profile filledFrom(Profile other) {
            var noIndustry = industry == null && industryText == null;
            return new Profile(
                    name,
                    nameKana == null ? other.nameKana : nameKana,
                    corporateNumber == null ? other.corporateNumber : corporateNumber,
                    noIndustry ? other.industry : industry,
                    noIndustry ? other.industryText : industryText,
                    employees == null ? other.employees : employees,
                    prefecture == null ? other.prefecture : prefecture,
                    postalCode == null ? other.postalCode : postalCode,
                    address == null ? other.address : address,
                    phone == null ? other.phone : phone,
                    website == null ? other.website : website);
        }

        /** With this reading of its name. */
        Profile read(@Nullable String kana) {
            return new Profile(name, kana, corporateNumber, industry, industryText, employees, prefecture, postalCode, address,
                    phone, website);
        }

        Profile withoutCorporateNumber() {
            return new Profile(name, nameKana, null, industry, industryText, employees, prefecture, postalCode, address,
                    phone, website);
        }
    }

    /** A new one, not yet looked after by anybody. */
    static Account fresh(Id id, Profile profile, Segments segments) {
        return new Account(id, profile, List.of(), false, null, Owners.NONE, Lifecycle.PROSPECT, 1).sortedInto(segments);
    }

    /** Filled where empty; the same record when there was nothing to fill. */
    Account filledFrom(Profile other, Segments segments) {
        var filled = profile.filledFrom(other);
        return filled.equals(profile) ? this : with(filled).sortedInto(segments);
    }

    /** Segments are rules over the facts, so every change of facts asks them again. */
    Account sortedInto(Segments rules) {
        var codes = rules.codesOf(this);
        return new Account(id, profile, codes, rules.anyTarget(codes), abmTier, owners, lifecycle, version);
    }

    Account with(Profile changed) {
        return new Account(id, changed, segments, targetSegment, abmTier, owners, lifecycle, version);
    }

    /** As somebody wrote it down; who belongs to which segment follows. */
    Account changedTo(AccountText.Draft draft, Segments rules) {
        return new Account(id, draft.profile(), segments, targetSegment, draft.abmTier(), draft.owners(), draft.lifecycle(), version)
                .sortedInto(rules);
    }

    boolean contradicts(@Nullable CorporateNumber number) {
        return number != null && profile.corporateNumber != null && !Objects.equals(number, profile.corporateNumber);
    }

    public AccountFacts facts() {
        return new AccountFacts(
                id,
                profile.name,
                profile.industry == null ? profile.industryText : profile.industry.code(),
                profile.employees,
                profile.prefecture,
                segments,
                targetSegment,
                abmTier,
                owners.fieldSales,
                owners.insideSales,
                owners.success,
                lifecycle);
    }
}
