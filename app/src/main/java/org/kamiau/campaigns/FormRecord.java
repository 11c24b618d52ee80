package org.kamiau.campaigns;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.RecordKind;
import org.kamiau.platform.Role;
import org.springframework.stereotype.Component;

/** Forms as records, so that their history can be read. */
@Component
class FormRecord implements RecordKind {

    private final InquiryForms forms;
    private final Languages languages;

    FormRecord(InquiryForms forms, Languages languages) {
        this.forms = forms;
        this.languages = languages;
    }

    @Override
    public String kind() {
        return InquiryForms.KIND;
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        if (!actor.is(Role.ADMIN, Role.REVOPS, Role.MKT_HEAD, Role.MKT, Role.AUDIT)) {
            return Map.of();
        }
        var t = languages.text(actor.language());
        return forms.all().stream()
                .filter(form -> ids.contains(form.id().value()))
                .collect(Collectors.toMap(form -> form.id().value(), form -> form.title(t)));
    }

    @Override
    public String path(UUID id) {
        return "/settings/forms/" + id;
    }

    @Override
    public String fieldKey(String field) {
        return "campaigns.field." + field;
    }
}
