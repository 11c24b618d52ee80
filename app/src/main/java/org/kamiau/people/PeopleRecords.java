package org.kamiau.people;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.RecordKind;
import org.kamiau.platform.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Teams, the function map and members' access as records, so that their history can be read. */
@Configuration
class PeopleRecords {

    /**
     * Signing in, passwords, devices and tokens of a member (under the member's id): apart from the member's
     * own history, because it is nobody's business but the member's and that of who guards the installation.
     */
    static final String ACCESS = "member_access";

    private record Kind(String kind, String page, Function<Actor, Map<UUID, String>> all) implements RecordKind {
        @Override
        public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
            return all.apply(actor).entrySet().stream()
                    .filter(entry -> ids.contains(entry.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public String path(UUID id) {
            return page.replace("{id}", id.toString());
        }

        @Override
        public String fieldKey(String field) {
            return "people.field." + field;
        }
    }

    @Bean
    RecordKind teamRecord(Teams teams) {
        return new Kind(Teams.KIND, "/settings/teams", _ -> teams.all().stream()
                .collect(Collectors.toMap(team -> team.id().value(), Teams.Team::name)));
    }

    @Bean
    RecordKind functionMapRecord(Languages languages) {
        return new Kind(FunctionMap.KIND, "/settings/functions", actor ->
                Map.of(FunctionMap.RECORD, languages.text(actor.language()).get("people.functions.title")));
    }

    @Bean
    RecordKind accessRecord(Members members) {
        return new Kind(ACCESS, "/members/{id}", actor -> members.all().stream()
                .filter(member -> actor.is(Role.ADMIN, Role.AUDIT, Role.DPO) || actor.is(member.id()))
                .collect(Collectors.toMap(member -> member.id().value(), Member::name)));
    }
}
