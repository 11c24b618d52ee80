package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Languages;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordKind;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;
import org.kamiau.platform.notices.Notice;
import org.kamiau.platform.notices.NoticeKind;
import org.kamiau.platform.notices.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Tells what happens to the rules, in its transaction; and how history and notices name rules. */
@Component
class RulesNotices implements RecordKind {

    private static final Role[] READERS = {
        Role.MKT_HEAD, Role.SALES_HEAD, Role.REVOPS, Role.IS_LEAD, Role.FS_MGR, Role.MKT, Role.IS
    };

    private final Notices notices;
    private final Directory directory;
    private final DSLContext sql;
    private final Languages languages;

    RulesNotices(Notices notices, Directory directory, DSLContext sql, Languages languages) {
        this.notices = notices;
        this.directory = directory;
        this.sql = sql;
        this.languages = languages;
    }

    @Bean
    static NoticeKind rulesDecided() {
        return new NoticeKind("leads.rules", "leads.notice-kind.rules");
    }

    /** Those whose approval fell. */
    void changed(RulesDraft.Open before, Actor by) {
        notices.send(before.approvals().stream().map(RulesDraft.Approval::by).toList(), notice(before.terms().id(), by, "leads.notice.rules-changed"));
    }

    /** Those whose approval is still missing. */
    void approved(RulesDraft.Open draft, Set<RulesDraft.Seat> missing, RulesDraft.Holders holders, Actor by) {
        var to = new ArrayList<MemberId>();
        missing.forEach(seat -> to.addAll(holders.of(seat)));
        notices.send(to, notice(draft.terms().id(), by, "leads.notice.rules-approved"));
    }

    /** Everybody who works with scores. */
    void released(RulesDraft.Id id, int version, Actor by) {
        notices.send(readers(), notice(id, by, "leads.notice.rules-released", version));
    }

    /** Who decided about it. */
    void rescored(RulesDraft.Id id, int version, long leads) {
        var decided = directory.withRole(RulesDrafts.AUTHORS).stream().map(Directory.Person::id).toList();
        notices.send(decided, notice(id, Actor.SYSTEM, "leads.notice.rescored", version, leads));
    }

    private List<MemberId> readers() {
        return directory.withRole(READERS).stream().map(Directory.Person::id).toList();
    }

    private static Notice notice(RulesDraft.Id id, Actor by, String key, Object... arguments) {
        return Notice.of("leads.rules", new RecordRef(RulesDraft.KIND, id.value()), by, key, arguments);
    }

    @Override
    public String kind() {
        return RulesDraft.KIND;
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        var t = languages.text(actor.language());
        var titles = new HashMap<UUID, String>();
        sql.resultQuery(
                        """
                        select d.id, r.version from leads.rules_draft d
                        left join leads.score_rules r on r.draft_id = d.id where d.id = any({0}::uuid[])
                        """,
                        val(ids.toArray(UUID[]::new)))
                .forEach(row -> titles.put(
                        row.get(0, UUID.class),
                        row.get(1) == null ? t.get("leads.draft.title") : t.get("leads.draft.title-version", row.get(1, Integer.class))));
        return titles;
    }

    @Override
    public String path(UUID id) {
        return "/settings/scoring/drafts/" + id;
    }

    @Override
    public String fieldKey(String field) {
        var parts = field.split("\\.", 2);
        return switch (parts[0]) {
            case "interest", "half_life" -> "leads.kind." + parts[1];
            case "role" -> "leads.level." + parts[1];
            case "size" -> "leads.rules.size";
            default -> "leads.rules.field." + field;
        };
    }
}
