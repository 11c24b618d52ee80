package org.kamiau.people;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordKind;
import org.springframework.stereotype.Component;

/** Members as records: everybody knows their colleagues' names. */
@Component
class MemberKind implements RecordKind {

    static final String KIND = "member";
    private final Members members;

    MemberKind(Members members) {
        this.members = members;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        return members.names(ids.stream().map(MemberId::new).toList()).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }

    @Override
    public String path(UUID id) {
        return "/members/" + id;
    }

    @Override
    public String fieldKey(String field) {
        return "people.field." + field;
    }
}
