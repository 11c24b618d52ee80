package org.kamiau.people;

import org.kamiau.platform.MemberId;

/** What happens to members. */
public sealed interface MemberEvent {

    /** Somebody works here no more; what waits for them needs somebody else. */
    record Left(MemberId member) implements MemberEvent {}
}
