package org.kamiau.platform.search;

import static db.platform.Tables.RECENT_RECORD;
import static org.jooq.impl.DSL.select;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Requests;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Which records a member looked at last. */
@Component
@Transactional
public class Recents {

    private static final int KEPT = 20;
    private final DSLContext sql;
    private final InstantSource clock;

    Recents(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void looked(Actor actor, RecordRef record) {
        var member = actor.id().value();
        sql.insertInto(RECENT_RECORD)
                .set(RECENT_RECORD.MEMBER, member)
                .set(RECENT_RECORD.RECORD_KIND, record.kind())
                .set(RECENT_RECORD.RECORD_ID, record.id())
                .set(RECENT_RECORD.SEEN_AT, clock.instant())
                .onConflict(RECENT_RECORD.MEMBER, RECENT_RECORD.RECORD_KIND, RECENT_RECORD.RECORD_ID)
                .doUpdate()
                .set(RECENT_RECORD.SEEN_AT, clock.instant())
                .execute();
        var oldest = select(RECENT_RECORD.SEEN_AT)
                .from(RECENT_RECORD)
                .where(RECENT_RECORD.MEMBER.eq(member))
                .orderBy(RECENT_RECORD.SEEN_AT.desc())
                .offset(KEPT)
                .limit(1);
        sql.deleteFrom(RECENT_RECORD)
                .where(RECENT_RECORD.MEMBER.eq(member), RECENT_RECORD.SEEN_AT.le(oldest))
                .execute();
    }

    /** The last first. */
    @Transactional(readOnly = true)
    public List<RecordRef> of(Actor actor) {
        return sql.select(RECENT_RECORD.RECORD_KIND, RECENT_RECORD.RECORD_ID)
                .from(RECENT_RECORD)
                .where(RECENT_RECORD.MEMBER.eq(actor.id().value()))
                .orderBy(RECENT_RECORD.SEEN_AT.desc())
                .fetch(row -> new RecordRef(row.value1(), row.value2()));
    }

    /** Sees every page of a record that is shown to a member, whatever module it is of. */
    @Configuration
    static class Watching implements WebMvcConfigurer {
        private final Recents recents;
        private final RecordKinds records;

        Watching(Recents recents, RecordKinds records) {
            this.recents = recents;
            this.records = records;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new HandlerInterceptor() {
                @Override
                public void afterCompletion(
                        HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception trouble) {
                    var actor = Requests.actor(request);
                    var page = request.getMethod().equals("GET") && response.getStatus() == 200 && !Requests.isFragment(request);
                    if (actor != null && actor.member() != null && page) {
                        records.at(request.getRequestURI()).ifPresent(record -> recents.looked(actor, record));
                    }
                }
            }).excludePathPatterns("/assets/**", "/api/**");
        }
    }
}
