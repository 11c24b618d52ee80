package org.kamiau.imports;

import static db.imports.Tables.MADE_RECORD;
import static db.imports.Tables.REFUSED_ROW;
import static db.imports.Tables.RUN;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import db.imports.tables.records.RunRecord;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.imports.Importer.Effect;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the runs. */
@Component
class RunRows {

    /** Refused rows beyond this many are only counted: the file is the wrong one. */
    static final int MOST_REFUSED = 50_000;

    private final DSLContext sql;
    private final JsonMapper json = JsonMapper.builder().build();

    RunRows(DSLContext sql) {
        this.sql = sql;
    }

    void add(Run run) {
        var row = sql.newRecord(RUN);
        row.setId(run.id().value());
        row.setKind(run.kind());
        row.setFileName(run.file().name());
        row.setFile(run.file().path() == null ? null : run.file().path().toString());
        row.setBytes(run.file().bytes());
        row.setMemberId(run.by().member() == null ? null : run.by().member().value());
        row.setMemberName(run.by().name());
        row.setMadeAt(run.times().madeAt());
        row.setState(run.state().code());
        describe(row, run);
        row.insert();
    }

    /** Layout, columns and order, as they stand now. */
    void change(Run run) {
        var row = sql.newRecord(RUN);
        row.setId(run.id().value());
        row.setState(run.state().code());
        describe(row, run);
        row.update();
    }

    private void describe(RunRecord row, Run run) {
        var layout = run.layout();
        row.setSource(run.order().source());
        row.setStartClocks(run.order().startClocks());
        row.setFormat(layout.format() == Layout.Format.TEXT ? "text" : "workbook");
        row.setEncoding(layout.encoding() == null ? null : layout.encoding().charset().name());
        row.setMark(layout.encoding() == null ? 0 : layout.encoding().mark());
        row.setDelimiter(String.valueOf(layout.delimiter()));
        row.setHeading(layout.heading());
        row.setColumns(layout.columns().stream().map(RunRows::storable).toArray(String[]::new));
        row.setTargets(run.mapping().targets().stream().map(target -> target == null ? "" : target).toArray(String[]::new));
        row.setSamples(JSONB.valueOf(json.writeValueAsString(
                layout.samples().stream().map(cells -> cells.stream().map(RunRows::storable).toList()).toList())));
    }

    /** PostgreSQL keeps every character but NUL. */
    private static String storable(String text) {
        var shown = text.indexOf('\0') < 0 ? text : text.replace('\0', '\u2400');
        return shown.length() > 10_000 ? shown.substring(0, 10_000) : shown;
    }

    Optional<Run> find(Run.Id id) {
        return sql.selectFrom(RUN).where(RUN.ID.eq(id.value())).fetchOptional(this::run);
    }

    /** The newest first, from the given one on. */
    List<Run> newest(@Nullable Instant before, @Nullable UUID beforeId, int limit) {
        var older = before == null || beforeId == null
                ? org.jooq.impl.DSL.trueCondition()
                : row(RUN.MADE_AT, RUN.ID).lt(before, beforeId);
        return sql.selectFrom(RUN).where(older).orderBy(RUN.MADE_AT.desc(), RUN.ID.desc()).limit(limit).fetch(this::run);
    }

    List<Run> working() {
        return sql.selectFrom(RUN).where(RUN.STATE.in("trying", "running", "undoing")).fetch(this::run);
    }

    /** The columns of the newest finished run of a file that looked the same. */
    Optional<Mapping> again(String kind, List<String> columns) {
        return sql.select(RUN.TARGETS)
                .from(RUN)
                .where(RUN.KIND.eq(kind), RUN.COLUMNS.eq(columns.toArray(String[]::new)), RUN.STATE.eq("done"))
                .orderBy(RUN.MADE_AT.desc())
                .limit(1)
                .fetchOptional(found -> mapping(found.value1()));
    }

    /** False when somebody was faster. */
    boolean begin(Run.Id id, boolean dryRun, Instant now, Run.State... from) {
        var codes = Stream.of(from).map(Run.State::code).toList();
        return sql.update(RUN)
                        .set(RUN.STATE, dryRun ? "trying" : "running")
                        .set(RUN.DRY_RUN, dryRun)
                        .set(RUN.STARTED_AT, now)
                        .setNull(RUN.ENDED_AT)
                        .where(RUN.ID.eq(id.value()), RUN.STATE.in(codes))
                        .execute()
                == 1;
    }

    /** Back to nothing read; a run that goes on after an interruption keeps what it has. */
    void empty(Run.Id id) {
        sql.deleteFrom(REFUSED_ROW).where(REFUSED_ROW.RUN_ID.eq(id.value())).execute();
        sql.deleteFrom(MADE_RECORD).where(MADE_RECORD.RUN_ID.eq(id.value())).execute();
        save(id, new Tally(), 0, 0);
    }

    void save(Run.Id id, Tally tally, long readTo, double share) {
        sql.update(RUN)
                .set(RUN.READ_TO, readTo)
                .set(RUN.SHARE, share)
                .set(RUN.ROWS, tally.rows())
                .set(RUN.CREATED, tally.count(Effect.CREATED))
                .set(RUN.UPDATED, tally.count(Effect.UPDATED))
                .set(RUN.JOINED, tally.count(Effect.JOINED))
                .set(RUN.UNCHANGED, tally.count(Effect.UNCHANGED))
                .set(RUN.REFUSED, tally.refused())
                .set(RUN.FINDINGS, JSONB.valueOf(json.writeValueAsString(tally.findings())))
                .where(RUN.ID.eq(id.value()))
                .execute();
    }

    /** False when it is not in that state any more. */
    boolean move(Run.Id id, Run.State from, Run.State to) {
        return sql.update(RUN).set(RUN.STATE, to.code()).where(RUN.ID.eq(id.value()), RUN.STATE.eq(from.code())).execute() == 1;
    }

    void end(Run.Id id, Run.State state, Instant now) {
        sql.update(RUN).set(RUN.STATE, state.code()).set(RUN.ENDED_AT, now).where(RUN.ID.eq(id.value())).execute();
    }

    void fileGone(Run.Id id) {
        sql.update(RUN).setNull(RUN.FILE).where(RUN.ID.eq(id.value())).execute();
    }

    List<Run> leftBefore(Instant moment) {
        return sql.selectFrom(RUN).where(RUN.STATE.in("draft", "tried"), RUN.MADE_AT.lt(moment)).fetch(this::run);
    }

    void remove(Run.Id id) {
        sql.deleteFrom(RUN).where(RUN.ID.eq(id.value())).execute();
    }

    void forgetRefused(Instant before) {
        sql.deleteFrom(REFUSED_ROW)
                .where(REFUSED_ROW.RUN_ID.in(sql.select(RUN.ID).from(RUN).where(RUN.MADE_AT.lt(before))))
                .execute();
    }

    void undone(Run.Id id, long gone, long kept) {
        sql.update(RUN).set(RUN.STATE, "undone").set(RUN.UNDONE, gone).set(RUN.KEPT, kept).where(RUN.ID.eq(id.value())).execute();
    }

    void keep(Run.Id id, List<RefusedRow> refused) {
        if (refused.isEmpty()) {
            return;
        }
        sql.batch(refused.stream()
                        .map(one -> sql.insertInto(REFUSED_ROW, REFUSED_ROW.RUN_ID, REFUSED_ROW.NUMBER, REFUSED_ROW.CELLS, REFUSED_ROW.FAULTS)
                                .values(
                                        id.value(),
                                        one.number(),
                                        one.cells().stream().map(RunRows::storable).toArray(String[]::new),
                                        JSONB.valueOf(json.writeValueAsString(one.faults())))
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }

    void made(Run.Id id, List<UUID> records, List<Long> numbers) {
        if (!records.isEmpty()) {
            sql.execute(
                    "insert into imports.made_record (run_id, record_id, number)"
                            + " select {0}, m.record_id, m.number from unnest({1}::uuid[], {2}::bigint[]) as m (record_id, number)"
                            + " on conflict do nothing",
                    val(id.value()), val(records.toArray(UUID[]::new)), val(numbers.toArray(Long[]::new)));
        }
    }

    /** Records that the run made and that have not been looked at yet, the last one made first. */
    List<UUID> made(Run.Id id, int limit) {
        return sql.select(MADE_RECORD.RECORD_ID)
                .from(MADE_RECORD)
                .where(MADE_RECORD.RUN_ID.eq(id.value()))
                .orderBy(MADE_RECORD.RECORD_ID.desc())
                .limit(limit)
                .fetch(MADE_RECORD.RECORD_ID);
    }

    void forget(Run.Id id, List<UUID> records) {
        sql.deleteFrom(MADE_RECORD).where(MADE_RECORD.RUN_ID.eq(id.value()), MADE_RECORD.RECORD_ID.in(records)).execute();
    }

    List<RefusedRow> refused(Run.Id id, int limit) {
        return sql.selectFrom(REFUSED_ROW)
                .where(REFUSED_ROW.RUN_ID.eq(id.value()))
                .orderBy(REFUSED_ROW.NUMBER)
                .limit(limit)
                .fetch(this::refused);
    }

    /** All of them, without keeping them. */
    void eachRefused(Run.Id id, Consumer<RefusedRow> reader) {
        long after = -1;
        while (true) {
            var rows = sql.selectFrom(REFUSED_ROW)
                    .where(REFUSED_ROW.RUN_ID.eq(id.value()), REFUSED_ROW.NUMBER.gt(after))
                    .orderBy(REFUSED_ROW.NUMBER)
                    .limit(1_000)
                    .fetch(this::refused);
            if (rows.isEmpty()) {
                return;
            }
            rows.forEach(reader);
            after = rows.getLast().number();
        }
    }

    private RefusedRow refused(db.imports.tables.records.RefusedRowRecord row) {
        var faults = json.readValue(row.getFaults().data(), new TypeReference<List<RowFault>>() {});
        return new RefusedRow(row.getNumber(), Arrays.asList(row.getCells()), faults);
    }

    private Run run(RunRecord row) {
        var path = row.getFile();
        var member = row.getMemberId();
        return new Run(
                new Run.Id(row.getId()),
                row.getKind(),
                new Run.File(row.getFileName(), path == null ? null : Path.of(path), row.getBytes()),
                new Run.Order(row.getSource(), row.getStartClocks()),
                layout(row),
                mapping(row.getTargets()),
                Run.State.of(row.getState()),
                row.getDryRun(),
                new Run.By(member == null ? null : new MemberId(member), row.getMemberName()),
                new Run.Times(row.getMadeAt(), row.getStartedAt(), row.getEndedAt()),
                tally(row),
                row.getReadTo(),
                row.getShare(),
                row.getUndone() == null ? null : new Run.Undone(row.getUndone(), row.getKept()));
    }

    private Layout layout(RunRecord row) {
        var encoding = row.getEncoding() == null ? null : new Encoding(Charset.forName(row.getEncoding()), row.getMark());
        var samples = json.readValue(row.getSamples().data(), new TypeReference<List<List<String>>>() {});
        var format = row.getFormat().equals("text") ? Layout.Format.TEXT : Layout.Format.WORKBOOK;
        return new Layout(format, encoding, row.getDelimiter().charAt(0), row.getHeading(), List.of(row.getColumns()), samples);
    }

    private static Mapping mapping(String[] targets) {
        var all = new ArrayList<@Nullable String>();
        for (var target : targets) {
            all.add(target.isEmpty() ? null : target);
        }
        return new Mapping(all);
    }

    private Tally tally(RunRecord row) {
        var effects = new EnumMap<Effect, Long>(Effect.class);
        effects.put(Effect.CREATED, row.getCreated());
        effects.put(Effect.UPDATED, row.getUpdated());
        effects.put(Effect.JOINED, row.getJoined());
        effects.put(Effect.UNCHANGED, row.getUnchanged());
        var findings = json.readValue(row.getFindings().data(), new TypeReference<List<Tally.Finding>>() {});
        return Tally.of(effects, row.getRefused(), findings);
    }
}
