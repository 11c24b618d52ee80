package org.kamiau.demo;

import static db.demo.Tables.DECISION;
import static db.demo.Tables.WALK;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The visitors on the guided path; holds their decisions only, never what they did to records. */
@Component
@Transactional
class Walks {

    private final DSLContext sql;

    Walks(DSLContext sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public Optional<Walk> find(String session) {
        return sql.select(WALK.SCENE).from(WALK).where(WALK.SESSION.eq(session)).fetchOptional(row -> new Walk(
                row.value1(), sql.selectFrom(DECISION).where(DECISION.SESSION.eq(session)).fetchMap(DECISION.SCENE, DECISION.CHOICE)));
    }

    /** Stands there from now on; whoever was not on the path is now. */
    public void go(String session, String scene) {
        sql.insertInto(WALK)
                .set(WALK.SESSION, session)
                .set(WALK.SCENE, scene)
                .onConflict(WALK.SESSION)
                .doUpdate()
                .set(WALK.SCENE, scene)
                .execute();
    }

    /** The last decision in a scene counts. */
    public void decide(String session, String scene, String choice) {
        go(session, scene);
        sql.insertInto(DECISION)
                .set(DECISION.SESSION, session)
                .set(DECISION.SCENE, scene)
                .set(DECISION.CHOICE, choice)
                .onConflict(DECISION.SESSION, DECISION.SCENE)
                .doUpdate()
                .set(DECISION.CHOICE, choice)
                .execute();
    }

    /** Forgets the walk and its decisions. */
    public void leave(String session) {
        sql.deleteFrom(WALK).where(WALK.SESSION.eq(session)).execute();
    }
}
