package org.kamiau.needs;

import static db.needs.Tables.DISPUTE;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.people.Member;
import org.kamiau.people.Members;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.kamiau.products.Product;
import org.kamiau.products.Products;
import org.springframework.stereotype.Component;

/** What needs are called, mean and are recognised by: checked, stored and told to the history. */
@Component
class NewNeeds {

    private final NeedRows rows;
    private final DSLContext sql;
    private final Members members;
    private final Products products;
    private final Audit audit;
    private final InstantSource clock;

    NewNeeds(NeedRows rows, DSLContext sql, Members members, Products products, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.sql = sql;
        this.members = members;
        this.products = products;
        this.audit = audit;
        this.clock = clock;
    }

    Need make(NeedText text, Actor by) {
        var checked = text.checked();
        exist(checked, null);
        var id = new Need.Id(Ids.next());
        var now = clock.instant();
        var owner = checked.owner() == null && by.member() != null && by.does(Function.MARKETING) ? by.member() : checked.owner();
        var need = new Need(
                id, checked.code() == null ? code(checked.title(), id) : checked.code(), checked.title(), checked.kind(),
                new Need.Standing(Need.State.RAW, now, null, null, null), owner, checked.parent(), checked.segments(), checked.products(), null, null,
                by.member(), now, 1, 1);
        if (!rows.insert(need)) {
            throw new CodeTaken(need.code());
        }
        rows.replacePhrases(id, checked.phrases());
        audit.record(by, Change.made(Needs.KIND, id.value(), "need_added", fields(need, checked.phrases())));
        return need;
    }

    /** Out of the English title where it has letters; never shown instead of the title. */
    private String code(Need.Title title, Need.Id id) {
        var words = title.en().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        var mark = id.toString().substring(24);
        var stem = words.length() < 3 ? "need" : words.substring(0, Math.min(words.length(), 46)).replaceAll("-+$", "");
        return words.length() >= 3 && rows.withCode(stem).isEmpty() ? stem : stem + "-" + mark;
    }

    private void exist(NeedText.Checked checked, Need.@Nullable Id self) {
        var findings = new Invalid.Findings();
        var owner = checked.owner();
        if (owner != null && members.find(owner).filter(Member::active).isEmpty()) {
            findings.add("owner", "needs.need-owner-unknown");
        }
        var parent = checked.parent();
        if (parent != null && rows.find(List.of(parent)).stream().noneMatch(need -> need.standing().state().living())) {
            findings.add("parent", "needs.need-parent-unknown");
        } else if (parent != null && self != null && above(parent, self)) {
            findings.add("parent", "needs.need-parent-circle");
        }
        var known = products.all().stream().map(Product::id).toList();
        if (!known.containsAll(checked.products())) {
            findings.add("products", "needs.need-product-unknown");
        }
        findings.raise();
    }

    /** Whether it is that one, or that one stands somewhere above it. Two changes at once could have made a circle: it ends there. */
    private boolean above(Need.Id from, Need.Id wanted) {
        var seen = new HashSet<Need.Id>();
        Need.Id next = from;
        while (next != null && seen.add(next)) {
            if (next.equals(wanted)) {
                return true;
            }
            next = rows.find(List.of(next)).stream().findFirst().map(Need::parent).orElse(null);
        }
        return false;
    }

    Need change(Need before, NeedText text, Actor by) {
        var checked = text.checked();
        exist(checked, before.id());
        var was = rows.phrases(List.of(before.id())).getOrDefault(before.id(), List.of());
        var other = !checked.title().equals(before.title()) || checked.kind() != before.kind() || !new TreeSet<>(was).equals(new TreeSet<>(checked.phrases()));
        var after = new Need(
                before.id(), checked.code() == null ? before.code() : checked.code(), checked.title(), checked.kind(), before.standing(), checked.owner(),
                checked.parent(), checked.segments(), checked.products(), before.hypothesis(), before.response(), before.createdBy(), before.createdAt(),
                before.meaning() + (other ? 1 : 0), before.version() + 1);
        var change = Change.of(Needs.KIND, before.id().value(), "need_changed", fields(before, was), fields(after, checked.phrases()), null);
        if (change.after() == null || change.after().isEmpty()) {
            return before;
        }
        if (!after.code().equals(before.code()) && rows.withCode(after.code()).isPresent()) {
            throw new CodeTaken(after.code());
        }
        rows.store(after);
        rows.replacePhrases(before.id(), checked.phrases());
        audit.record(by, change);
        return after;
    }

    /** Whoever takes it up owns it. */
    Need owned(Need need, Actor by) {
        var after = new Need(
                need.id(), need.code(), need.title(), need.kind(), need.standing(), by.member() == null ? need.owner() : by.member(), need.parent(),
                need.segments(), need.products(), need.hypothesis(), need.response(), need.createdBy(), need.createdAt(), need.meaning(), need.version() + 1);
        rows.store(after);
        return after;
    }

    /** The phrases of what is merged become its own, and its title a synonym. */
    Need takeIn(Need kept, Need lost) {
        var all = rows.phrases(List.of(kept.id(), lost.id()));
        var words = new TreeSet<>(all.getOrDefault(kept.id(), List.of()));
        words.addAll(all.getOrDefault(lost.id(), List.of()));
        words.add(Phrase.ja(Phrase.Kind.SYNONYM, lost.title().ja()));
        if (!lost.title().en().equals(lost.title().ja())) {
            words.add(Phrase.en(Phrase.Kind.SYNONYM, lost.title().en()));
        }
        return reworded(kept, words.stream().limit(Phrase.MOST).toList(), above(kept.id(), lost.id()) ? lost.parent() : kept.parent());
    }

    /** A split: the phrases that the new one names leave the old one. */
    void give(Need from, Need made) {
        var all = rows.phrases(List.of(from.id(), made.id()));
        var left = new ArrayList<>(all.getOrDefault(from.id(), List.of()));
        if (left.removeAll(all.getOrDefault(made.id(), List.of()))) {
            reworded(from, left, from.parent());
        }
    }

    private Need reworded(Need need, List<Phrase> phrases, Need.@Nullable Id parent) {
        var after = new Need(
                need.id(), need.code(), need.title(), need.kind(), need.standing(), need.owner(), parent, need.segments(), need.products(),
                need.hypothesis(), need.response(), need.createdBy(), need.createdAt(), need.meaning() + 1, need.version() + 1);
        rows.store(after);
        rows.replacePhrases(need.id(), phrases);
        return after;
    }

    boolean disputed(Need.Id id) {
        return sql.fetchExists(DISPUTE, DISPUTE.NEED_ID.eq(id.value()), DISPUTE.OUTCOME.isNull());
    }

    static Map<String, @Nullable Object> fields(Need need) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("titleJa", need.title().ja());
        values.put("titleEn", need.title().en());
        values.put("kind", need.kind().code());
        values.put("owner", text(need.owner()));
        values.put("parent", text(need.parent()));
        values.put("segments", String.join(", ", need.segments()));
        values.put("products", String.join(", ", need.products().stream().map(Product.Id::toString).toList()));
        return values;
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private static Map<String, @Nullable Object> fields(Need need, List<Phrase> phrases) {
        var values = fields(need);
        values.put("code", need.code());
        values.put("phrases", String.join(" / ", new TreeSet<>(phrases).stream().map(Phrase::text).toList()));
        return values;
    }
}
