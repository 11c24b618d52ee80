package org.kamiau.customers;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;
import tools.jackson.databind.JsonNode;

/** The fields that a PATCH names: one that is absent stays, one that is null is emptied. */
record AccountPatch(Map<String, @Nullable String> fields) {
    private static final Set<String> KNOWN = Set.of(
            "name", "nameKana", "corporateNumber", "domain", "industry", "employees", "prefecture", "phone", "postalCode",
            "address", "website", "abmTier", "lifecycle", "fsOwner", "isOwner", "csOwner");

    static AccountPatch of(JsonNode body) {
        if (!body.isObject()) {
            throw new Invalid("", "customers.patch.object");
        }
        var fields = new HashMap<String, @Nullable String>();
        var findings = new Invalid.Findings();
        body.properties().forEach(field -> {
            var value = field.getValue();
            if (!KNOWN.contains(field.getKey())) {
                findings.add(field.getKey(), "customers.patch.unknown");
            } else if (!value.isNull() && !value.isString() && !value.isNumber()) {
                findings.add(field.getKey(), "customers.patch.text");
            } else {
                fields.put(field.getKey(), value.isNull() ? null : value.asString());
            }
        });
        findings.raise();
        return new AccountPatch(fields);
    }

    AccountText applied(AccountText text) {
        return new AccountText(
                value("name", text.name()),
                value("nameKana", text.nameKana()),
                value("corporateNumber", text.corporateNumber()),
                value("domain", text.domain()),
                value("industry", text.industry()),
                value("employees", text.employees()),
                value("prefecture", text.prefecture()),
                value("phone", text.phone()),
                value("postalCode", text.postalCode()),
                value("address", text.address()),
                value("website", text.website()),
                value("abmTier", text.abmTier()),
                value("lifecycle", text.lifecycle()),
                value("fsOwner", text.fsOwner()),
                value("isOwner", text.isOwner()),
                value("csOwner", text.csOwner()));
    }

    private @Nullable String value(String field, @Nullable String before) {
        return fields.containsKey(field) ? fields.get(field) : before;
    }
}
