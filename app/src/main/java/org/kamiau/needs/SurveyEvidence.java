package org.kamiau.needs;

import static db.needs.Tables.MENTION;
import static db.needs.Tables.SURVEY_QUESTION;
import static db.needs.Tables.TALLY;
import static db.needs.Tables.WAVE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.needs.trend.Series;
import org.kamiau.platform.Remembered;
import org.kamiau.platform.Text;
import org.kamiau.platform.answers.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What published surveys say about needs. */
@Component
@Transactional(readOnly = true)
public class SurveyEvidence {

    /** A difference that chance alone would make less often than this is one. */
    static final double SIGNIFICANT = 0.05;

    /** A contradiction needs so many answers and so many accounts that spoke. */
    static final int ENOUGH_ANSWERS = 30;
    static final int ENOUGH_ACCOUNTS = 8;

    /** From so many accounts on the field has something to say. */
    private static final int SPEAKING = 3;
    private static final int FIELD_DAYS = 90;
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    /**
     * One wave's answer to a question that tests the need.
     *
     * @param p of the change since the wave before, null for the first one
     * @param rose it is greater than in the wave before, p below .05
     */
    public record Dot(
            Need.Id need, Wave.Id wave, String code, Wording name, SurveyQuestion.Id question, Wording text, LocalDate closedOn, Instant publishedAt,
            Estimate estimate, @Nullable Double p, boolean rose) {}

    /** How field and survey stand to each other. */
    public enum Verdict {
        AGREE,
        FIELD_FIRST,
        SURVEY_FIRST,
        CONTRADICTION,
        TOO_FEW,
        NONE;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** "一致", "営業先行", … */
        public String in(Text t) {
            return t.get("needs.survey-verdict." + code());
        }
    }

    /**
     * The field's last 90 days, from their first Monday on, beside the survey's latest wave.
     *
     * @param field accounts that named the need, of all whose voice was taken
     * @param survey null where no published wave has asked
     * @param p of the difference, null where either side has too few to tell
     */
    public record Comparison(Need.Id need, Verdict verdict, Estimate field, long fieldAccounts, @Nullable Dot survey, @Nullable Double p) {}

    private final DSLContext sql;
    private final InstantSource clock;
    private final Remembered<Instant, Long> spoke = new Remembered<>();

    SurveyEvidence(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Of each need the waves in the order of their publication; needs that no published wave tested are missing. */
    public Map<Need.Id, List<Dot>> of(Collection<Need.Id> needs) {
        return of(needs, clock.instant());
    }

    public List<Dot> of(Need.Id need) {
        return of(List.of(need)).getOrDefault(need, List.of());
    }

    /** As it was known at that moment: later publications are left out. */
    public Map<Need.Id, List<Dot>> of(Collection<Need.Id> needs, Instant asOf) {
        var before = new HashMap<SurveyQuestion.Id, Estimate>();
        var dots = new HashMap<Need.Id, List<Dot>>();
        sql.select(SURVEY_QUESTION.NEED_ID, SURVEY_QUESTION.ID, SURVEY_QUESTION.TEXT_JA, SURVEY_QUESTION.TEXT_EN)
                .select(WAVE.ID, WAVE.CODE, WAVE.NAME_JA, WAVE.NAME_EN, WAVE.CLOSES_ON, WAVE.PUBLISHED_AT)
                .select(TALLY.N, TALLY.EFFECTIVE_N, TALLY.SHARE)
                .from(SURVEY_QUESTION)
                .join(TALLY).on(TALLY.QUESTION_ID.eq(SURVEY_QUESTION.ID))
                .join(WAVE).on(WAVE.ID.eq(TALLY.WAVE_ID))
                .where(
                        SURVEY_QUESTION.NEED_ID.in(needs.stream().map(Need.Id::value).toList()), WAVE.PUBLISHED_AT.le(asOf),
                        TALLY.SHARE.isNotNull())
                .orderBy(WAVE.PUBLISHED_AT, WAVE.ID, SURVEY_QUESTION.POSITION)
                .forEach(row -> {
                    var question = new SurveyQuestion.Id(row.get(SURVEY_QUESTION.ID));
                    var estimate = new Estimate(row.get(TALLY.SHARE), row.get(TALLY.N), row.get(TALLY.EFFECTIVE_N));
                    var last = before.put(question, estimate);
                    var p = last == null ? null : estimate.p(last);
                    var need = new Need.Id(Objects.requireNonNull(row.get(SURVEY_QUESTION.NEED_ID)));
                    dots.computeIfAbsent(need, _ -> new ArrayList<>()).add(new Dot(
                            need, new Wave.Id(row.get(WAVE.ID)), row.get(WAVE.CODE), new Wording(row.get(WAVE.NAME_JA), row.get(WAVE.NAME_EN)), question,
                            new Wording(row.get(SURVEY_QUESTION.TEXT_JA), row.get(SURVEY_QUESTION.TEXT_EN)), row.get(WAVE.CLOSES_ON),
                            row.get(WAVE.PUBLISHED_AT), estimate, p,
                            last != null && p != null && p < SIGNIFICANT && estimate.share() > last.share()));
                });
        return dots;
    }

    /** Field and survey side by side, for each of the needs. */
    public Map<Need.Id, Comparison> compare(Collection<Need.Id> needs) {
        var now = clock.instant();
        var dots = of(needs, now);
        var today = now.atZone(ZONE).toLocalDate();
        var monday = Series.monday(today.minusDays(FIELD_DAYS));
        var since = monday.atStartOfDay(ZONE).toInstant();
        long base = needs.isEmpty() ? 0 : spoke.get(since, () -> spoke(since, now));
        var accounts = named(needs, monday);
        var comparisons = new HashMap<Need.Id, Comparison>();
        needs.forEach(need -> {
            var found = dots.getOrDefault(need, List.of());
            comparisons.put(need, compare(need, accounts.getOrDefault(need, 0L), base, found.isEmpty() ? null : found.getLast(), today));
        });
        return comparisons;
    }

    /** From the mentions, by their index alone: a need that a quarter of a million voices carry takes some 15 ms. */
    private Map<Need.Id, Long> named(Collection<Need.Id> needs, LocalDate monday) {
        var account = selectDistinct(MENTION.NEED_ID, MENTION.ACCOUNT_ID)
                .from(MENTION)
                .where(MENTION.NEED_ID.eq(any(needs.stream().map(Need.Id::value).toArray(UUID[]::new))), MENTION.WEEK.ge(monday))
                .asTable("named");
        return sql.select(account.field(MENTION.NEED_ID), count())
                .from(account)
                .groupBy(account.field(MENTION.NEED_ID))
                .fetchMap(row -> new Need.Id(row.value1()), row -> row.value2().longValue());
    }

    /** By account and not by voice: there are far fewer of them, and each asks the index once. */
    private long spoke(Instant since, Instant now) {
        return sql.resultQuery(
                        """
                        select count(*) from customers.account_view
                        where exists (select from needs.voice where account_id = account_view.id and heard_at > {0} and heard_at <= {1})
                        """,
                        val(since), val(now))
                .fetchSingle()
                .get(0, Long.class);
    }

    static Comparison compare(Need.Id need, long accounts, long base, @Nullable Dot dot, LocalDate today) {
        // The base may be a minute older than the accounts.
        var field = Estimate.of(accounts, Math.max(base, accounts));
        if (dot == null) {
            return new Comparison(need, accounts >= SPEAKING ? Verdict.FIELD_FIRST : accounts > 0 ? Verdict.TOO_FEW : Verdict.NONE, field, accounts, null, null);
        }
        if (dot.estimate().n() < ENOUGH_ANSWERS || base < ENOUGH_ACCOUNTS) {
            return new Comparison(need, Verdict.TOO_FEW, field, accounts, dot, null);
        }
        var p = field.p(dot.estimate());
        return new Comparison(need, verdict(field, dot, p, today), field, accounts, dot, p);
    }

    /** A survey that is older than the voices cannot contradict them, nor can voices of before its rise contradict it. */
    private static Verdict verdict(Estimate field, Dot dot, @Nullable Double p, LocalDate today) {
        if (p == null || p >= SIGNIFICANT) {
            return Verdict.AGREE;
        }
        if (field.share() > dot.estimate().share() && dot.closedOn().isBefore(today.minusDays(FIELD_DAYS))) {
            return Verdict.FIELD_FIRST;
        }
        return field.share() < dot.estimate().share() && dot.rose() ? Verdict.SURVEY_FIRST : Verdict.CONTRADICTION;
    }
}
