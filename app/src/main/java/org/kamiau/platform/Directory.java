package org.kamiau.platform;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members as the platform needs them: names beside records, mentions, and whom to notify. */
public interface Directory {

    /** @param kana reading of the name, may be empty */
    record Person(MemberId id, String name, String kana, String mail, Function function, Set<Role> roles) {
        public Person {
            roles = Set.copyOf(roles);
        }
    }

    Map<MemberId, Person> people(Collection<MemberId> ids);

    /** Active members whose name, kana or mail contains the words, best first, at most ten. */
    List<Person> search(String words);

    /** Active members who have one of the roles. */
    List<Person> withRole(Role... roles);
}
