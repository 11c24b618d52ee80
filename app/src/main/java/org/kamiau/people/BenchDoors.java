package org.kamiau.people;

import org.kamiau.platform.MemberId;
import org.kamiau.platform.bench.Doors;
import org.springframework.stereotype.Component;

/** Signs benchmarks in. */
@Component
class BenchDoors implements Doors {

    private final Sessions sessions;

    BenchDoors(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String cookie(MemberId member) {
        return Identities.COOKIE + "=" + sessions.open(member, new Device("bench", "127.0.0.1")).text();
    }
}
