package org.kamiau.customers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.audit.Change;

/** What the audit log says about accounts and persons; contact details only masked, so that a history can be shown. */
final class History {
    private History() {}

    static List<Change> of(Arrivals arrivals, @Nullable String why) {
        var changes = new ArrayList<Change>();
        arrivals.newAccounts.values().forEach(account -> changes.add(added(account, why)));
        arrivals.filledAccounts.forEach((id, account) ->
                changes.add(changed(arrivals.accountsBefore.getOrDefault(id, account), account, "filled", why)));
        arrivals.newPersons.values().forEach(person -> changes.add(added(person, why)));
        arrivals.filledPersons.forEach((id, person) ->
                changes.add(changed(arrivals.personsBefore.getOrDefault(id, person), person, "filled", why)));
        return changes;
    }

    static Change added(Account account, @Nullable String why) {
        return new Change(Customers.ref(account.id()), "added", null, known(values(account)), why);
    }

    static Change added(Person person, @Nullable String why) {
        return new Change(Customers.ref(person.id()), "added", null, known(values(person)), why);
    }

    static Change changed(Account before, Account after, String action, @Nullable String why) {
        return Change.of(Customers.ACCOUNT, after.id().value(), action, values(before), values(after), why);
    }

    static Change changed(Person before, Person after, String action, @Nullable String why) {
        return Change.of(Customers.PERSON, after.id().value(), action, values(before), values(after), why);
    }

    private static Map<String, @Nullable Object> values(Account account) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var profile = account.profile();
        values.put("name", profile.name());
        values.put("nameKana", profile.nameKana());
        values.put("corporateNumber", profile.corporateNumber() == null ? null : profile.corporateNumber().digits());
        values.put("industry", profile.industry() == null ? profile.industryText() : profile.industry().code());
        values.put("employees", profile.employees());
        values.put("prefecture", profile.prefecture() == null ? null : profile.prefecture().code());
        values.put("postalCode", profile.postalCode() == null ? null : profile.postalCode().display());
        values.put("address", profile.address());
        values.put("phone", profile.phone() == null ? null : profile.phone().masked());
        values.put("website", profile.website());
        values.put("abmTier", account.abmTier());
        values.put("lifecycle", account.lifecycle().code());
        values.put("fsOwner", account.owners().fieldSales());
        values.put("isOwner", account.owners().insideSales());
        values.put("csOwner", account.owners().success());
        return values;
    }

    private static Map<String, @Nullable Object> values(Person person) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("name", person.name().display());
        values.put("kana", person.name().kana().isEmpty() ? null : person.name().kana());
        values.put("email", person.email() == null ? null : person.email().masked());
        values.put("phone", person.phone() == null ? null : person.phone().masked());
        values.put("title", person.title());
        values.put("department", person.department());
        values.put("unsubscribedAt", person.unsubscribedAt());
        return values;
    }

    private static Map<String, @Nullable Object> known(Map<String, @Nullable Object> values) {
        values.values().removeIf(value -> value == null);
        return values;
    }
}
