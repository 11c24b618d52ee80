package org.kamiau.campaigns;

import static db.campaigns.Tables.CONSENT_TEXT;
import static db.campaigns.Tables.FORM;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kamiau.campaigns.InquiryForm.Asked;
import org.kamiau.campaigns.InquiryForm.ConsentText;
import org.kamiau.campaigns.InquiryForm.Contents;
import org.kamiau.leads.ResponseKind;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.kamiau.products.Product;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything one can do with public forms, except filling them in. */
@Component
@Transactional
public class InquiryForms {

    static final String KIND = "form";

    private final DSLContext sql;
    private final Audit audit;
    private final InstantSource clock;

    InquiryForms(DSLContext sql, Audit audit, InstantSource clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them by address; there are few. */
    @Transactional(readOnly = true)
    public List<InquiryForm> all() {
        return where(DSL.trueCondition());
    }

    @Transactional(readOnly = true)
    public Optional<InquiryForm> find(InquiryForm.Id id) {
        return where(FORM.ID.eq(id.value())).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public Optional<InquiryForm> at(String code) {
        return where(FORM.CODE.eq(code)).stream().findFirst();
    }

    private List<InquiryForm> where(Condition condition) {
        return sql.select(FORM.asterisk(), CONSENT_TEXT.PURPOSE, CONSENT_TEXT.TEXT_JA, CONSENT_TEXT.TEXT_EN, CONSENT_TEXT.REQUIRED)
                .from(FORM)
                .join(CONSENT_TEXT)
                .on(CONSENT_TEXT.FORM_ID.eq(FORM.ID), CONSENT_TEXT.VERSION.eq(newest()))
                .where(condition)
                .orderBy(FORM.CODE)
                .fetch(InquiryForms::form);
    }

    private static org.jooq.Field<Integer> newest() {
        var one = CONSENT_TEXT.as("one");
        return DSL.field(select(max(one.VERSION)).from(one).where(one.FORM_ID.eq(FORM.ID)));
    }

    private static InquiryForm form(Record row) {
        var product = row.get(FORM.PRODUCT_ID);
        return new InquiryForm(
                new InquiryForm.Id(requireNonNull(row.get(FORM.ID))),
                requireNonNull(row.get(FORM.CODE)),
                new Contents(
                        requireNonNull(row.get(FORM.TITLE_JA)),
                        requireNonNull(row.get(FORM.TITLE_EN)),
                        row.get(FORM.INTRODUCTION_JA),
                        row.get(FORM.INTRODUCTION_EN),
                        product == null ? null : new Product.Id(product),
                        ResponseKind.of(requireNonNull(row.get(FORM.KIND))),
                        row.get(FORM.CAMPAIGN),
                        row.get(FORM.ORIGIN),
                        Arrays.stream(requireNonNull(row.get(FORM.ASKS))).map(Asked::of).collect(Collectors.toSet()),
                        row.get(FORM.THANKS_JA),
                        row.get(FORM.THANKS_EN)),
                consent(row),
                requireNonNull(row.get(FORM.ACTIVE)),
                requireNonNull(row.get(FORM.VERSION)));
    }

    private static ConsentText consent(Record row) {
        return new ConsentText(
                requireNonNull(row.get(CONSENT_TEXT.PURPOSE)),
                requireNonNull(row.get(CONSENT_TEXT.TEXT_JA)),
                requireNonNull(row.get(CONSENT_TEXT.TEXT_EN)),
                requireNonNull(row.get(CONSENT_TEXT.REQUIRED)));
    }

    /** The number of the words of consent shown now, from 1. */
    @Transactional(readOnly = true)
    public int consentVersion(InquiryForm.Id id) {
        return requireNonNull(sql.select(max(CONSENT_TEXT.VERSION))
                .from(CONSENT_TEXT)
                .where(CONSENT_TEXT.FORM_ID.eq(id.value()))
                .fetchSingle()
                .value1());
    }

    /** The words of consent as they were in this version. */
    @Transactional(readOnly = true)
    public Optional<ConsentText> consent(InquiryForm.Id id, int version) {
        return sql.selectFrom(CONSENT_TEXT)
                .where(CONSENT_TEXT.FORM_ID.eq(id.value()), CONSENT_TEXT.VERSION.eq(version))
                .fetchOptional(InquiryForms::consent);
    }

    /** Refuses an address that is taken ({@link Invalid} on {@code code}). */
    public InquiryForm.Id add(String code, Contents contents, ConsentText consent, Actor by) {
        var id = new InquiryForm.Id(Ids.next());
        int added = sql.insertInto(FORM)
                .set(FORM.ID, id.value())
                .set(FORM.CODE, code)
                .set(columns(contents))
                .onConflict(FORM.CODE)
                .doNothing()
                .execute();
        if (added == 0) {
            throw new Invalid("code", "campaigns.code-taken");
        }
        write(id, 1, consent);
        var after = values(contents, consent);
        after.put("code", code);
        audit.record(by, Change.made(KIND, id.value(), "form_added", after));
        return id;
    }

    /**
     * Other words of consent become a new version; the old ones stay with those who agreed to them.
     *
     * @param seen the version that was edited; another one raises {@link Refusal.Stale}
     */
    public void change(InquiryForm.Id id, Contents contents, ConsentText consent, int seen, Actor by) {
        var before = locked(id);
        if (before.version() != seen) {
            throw new Refusal.Stale();
        }
        var was = values(before.contents(), before.consent());
        var is = values(contents, consent);
        if (was.equals(is)) {
            return;
        }
        sql.update(FORM)
                .set(columns(contents))
                .set(FORM.VERSION, FORM.VERSION.plus(1))
                .where(FORM.ID.eq(id.value()))
                .execute();
        if (!consent.equals(before.consent())) {
            write(id, consentVersion(id) + 1, consent);
        }
        audit.record(by, Change.of(KIND, id.value(), "form_changed", was, is, null));
    }

    /** Whether visitors may fill it in. */
    public void open(InquiryForm.Id id, boolean active, Actor by) {
        var before = locked(id);
        if (before.active() == active) {
            return;
        }
        sql.update(FORM).set(FORM.ACTIVE, active).where(FORM.ID.eq(id.value())).execute();
        audit.record(by, Change.of(
                KIND, id.value(), active ? "form_opened" : "form_closed", Map.of("active", !active), Map.of("active", active), null));
    }

    private InquiryForm locked(InquiryForm.Id id) {
        if (sql.select(FORM.ID).from(FORM).where(FORM.ID.eq(id.value())).forUpdate().fetchOne() == null) {
            throw new Refusal.NotFound();
        }
        return find(id).orElseThrow();
    }

    private void write(InquiryForm.Id id, int version, ConsentText consent) {
        sql.insertInto(CONSENT_TEXT)
                .set(CONSENT_TEXT.FORM_ID, id.value())
                .set(CONSENT_TEXT.VERSION, version)
                .set(CONSENT_TEXT.PURPOSE, consent.purpose())
                .set(CONSENT_TEXT.TEXT_JA, consent.ja())
                .set(CONSENT_TEXT.TEXT_EN, consent.en())
                .set(CONSENT_TEXT.REQUIRED, consent.required())
                .set(CONSENT_TEXT.SINCE, clock.instant())
                .execute();
    }

    private static Map<org.jooq.Field<?>, @Nullable Object> columns(Contents contents) {
        var columns = new LinkedHashMap<org.jooq.Field<?>, @Nullable Object>();
        columns.put(FORM.TITLE_JA, contents.titleJa());
        columns.put(FORM.TITLE_EN, contents.titleEn());
        columns.put(FORM.INTRODUCTION_JA, contents.introductionJa());
        columns.put(FORM.INTRODUCTION_EN, contents.introductionEn());
        columns.put(FORM.PRODUCT_ID, product(contents));
        columns.put(FORM.KIND, contents.kind().code());
        columns.put(FORM.CAMPAIGN, contents.campaign());
        columns.put(FORM.ORIGIN, contents.origin());
        columns.put(FORM.ASKS, contents.questions().toArray(String[]::new));
        columns.put(FORM.THANKS_JA, contents.thanksJa());
        columns.put(FORM.THANKS_EN, contents.thanksEn());
        return columns;
    }

    private static @Nullable UUID product(Contents contents) {
        return contents.product() == null ? null : contents.product().value();
    }

    private static Map<String, @Nullable Object> values(Contents contents, ConsentText consent) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("titleJa", contents.titleJa());
        values.put("titleEn", contents.titleEn());
        values.put("introductionJa", contents.introductionJa());
        values.put("introductionEn", contents.introductionEn());
        values.put("product", contents.product() == null ? null : contents.product().toString());
        values.put("kind", contents.kind().code());
        values.put("campaign", contents.campaign());
        values.put("origin", contents.origin());
        values.put("asks", String.join(", ", contents.questions()));
        values.put("thanksJa", contents.thanksJa());
        values.put("thanksEn", contents.thanksEn());
        values.put("consentPurpose", consent.purpose());
        values.put("consentJa", consent.ja());
        values.put("consentEn", consent.en());
        values.put("consentRequired", consent.required());
        return values;
    }
}
