package org.kamiau.platform.bench;

import org.kamiau.platform.MemberId;

/** Lets a benchmark read pages as a member. */
public interface Doors {

    /** The {@code Cookie} header of a browser in which this member has just signed in. */
    String cookie(MemberId member);
}
