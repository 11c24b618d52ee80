package org.kamiau.people;

import static db.people.Tables.MEMBER;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a member likes to read: language and theme. */
@Component
@Transactional
class Preferences {

    private static final Set<String> THEMES = Set.of("auto", "light", "dark");
    private final DSLContext sql;
    private final Audit audit;

    Preferences(DSLContext sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    void language(Actor member, String language) {
        if (!language.equals("ja") && !language.equals("en")) {
            throw new Invalid("language", "platform.invalid.format");
        }
        prefer(member, MEMBER.LANGUAGE, "language", member.language().equals(Locale.ENGLISH) ? "en" : "ja", language);
    }

    void theme(Actor member, String theme) {
        if (!THEMES.contains(theme)) {
            throw new Invalid("theme", "platform.invalid.format");
        }
        prefer(member, MEMBER.THEME, "theme", member.theme(), theme);
    }

    private void prefer(Actor member, Field<String> field, String name, String before, String after) {
        if (!before.equals(after)) {
            sql.update(MEMBER).set(field, after).where(MEMBER.ID.eq(member.id().value())).execute();
            audit.record(member, Change.of(
                    MemberKind.KIND, member.id().value(), "member_changed", Map.of(name, before), Map.of(name, after), null));
        }
    }
}
