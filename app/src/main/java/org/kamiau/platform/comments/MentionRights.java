package org.kamiau.platform.comments;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;
import org.springframework.stereotype.Component;

/** Whether somebody who is not here now may see a record: nobody is told of what they may not see. */
@Component
class MentionRights {

    private final RecordKinds records;
    private final Directory directory;

    MentionRights(RecordKinds records, Directory directory) {
        this.records = records;
        this.directory = directory;
    }

    boolean sees(MemberId member, RecordRef about) {
        var person = directory.people(List.of(member)).get(member);
        return person != null && sees(person, about);
    }

    boolean sees(Directory.Person person, RecordRef about) {
        var functions = person.roles().stream().map(Role::function).collect(Collectors.toSet());
        var actor = new Actor(
                person.id(), person.name(), person.mail(), person.roles(), functions, Locale.JAPANESE, "auto", null);
        return records.find(about.kind()).filter(kind -> kind.visible(about.id(), actor)).isPresent();
    }
}
