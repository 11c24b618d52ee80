package org.kamiau.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.imports.Importer.Effect;
import org.springframework.beans.factory.annotation.Autowired;

@KamiauTest
class RunsTest {

    @Autowired
    Runs runs;

    @Autowired
    GuestBook guests;

    @Autowired
    Audit audit;

    @Autowired
    Languages languages;

    @Autowired
    ImportCommand command;

    @TempDir
    Path folder;

    /** Companies of one test, so that tests do not count each other's. */
    private final String mark = UUID.randomUUID().toString();

    @Test
    void a_trial_reports_everything_and_changes_nothing() throws IOException {
        var run = arrive("ID,会社名,メール\n1,%s,a@example.jp\n2,%s,mail\n3,,\n4,%s\n");

        var tried = runs.take(run.id(), true, Actor.SYSTEM, (_, _) -> {});

        assertThat(tried.state()).isEqualTo(Run.State.TRIED);
        assertThat(tried.tally().count(Effect.CREATED)).isEqualTo(2);
        assertThat(tried.tally().findings())
                .extracting(finding -> finding.column() + " " + finding.code() + " " + finding.rows())
                .containsExactlyInAnyOrder("3 platform.invalid.format [3]", "0 imports.fault.ragged [5]", "3 platform.invalid.not-blank [4]");
        assertThat(guests.count(mark)).isZero();
    }

    @Test
    void refused_rows_can_be_mended_and_brought_again() throws IOException {
        var run = arrive("ID,会社名,メール\n1,%s,a@example.jp\n2,=%s,mail\n");
        var done = runs.take(run.id(), false, Actor.SYSTEM, (_, _) -> {});

        var out = new ByteArrayOutputStream();
        try (var file = new RefusedFile(out, done, languages.text(Locale.JAPANESE))) {
            runs.eachRefused(done, file::add);
        }
        var refused = out.toString(StandardCharsets.UTF_8);

        assertThat(refused).isEqualTo("\uFEFFID,会社名,メール,行,理由\r\n2,'=" + mark + ",mail,3,メール: 形式が正しくありません。\r\n");

        var mended = arrive(refused.replace(",mail,", ",mail@example.jp,"));
        runs.take(mended.id(), false, Actor.SYSTEM, (_, _) -> {});

        assertThat(guests.count("=" + mark)).isEqualTo(1);
        assertThat(audit.history(new RecordRef("import", run.id().value()), 10)).extracting(Audit.Entry::action).contains("import_done");
    }

    @Test
    void bringing_the_same_file_twice_adds_nothing() throws IOException {
        var text = "ID,会社名\n1,%s\n2,%s\n3,%s\n";

        runs.take(arrive(text).id(), false, Actor.SYSTEM, (_, _) -> {});
        var again = runs.take(arrive(text).id(), false, Actor.SYSTEM, (_, _) -> {});

        assertThat(again.tally().count(Effect.UNCHANGED)).isEqualTo(3);
        assertThat(guests.count(mark)).isEqualTo(3);
    }

    @Test
    void a_row_that_the_importer_fails_on_stands_alone() throws IOException {
        var text = new StringBuilder("会社名\n");
        for (int i = 0; i < 250; i++) {
            text.append(i == 137 ? "爆発" : "%s").append('\n');
        }

        var done = runs.take(arrive(text.toString()).id(), false, Actor.SYSTEM, (_, _) -> {});

        assertThat(done.state()).isEqualTo(Run.State.DONE);
        assertThat(done.tally().count(Effect.CREATED)).isEqualTo(249);
        assertThat(done.tally().findings()).filteredOn(finding -> !finding.note()).extracting(Tally.Finding::code, Tally.Finding::rows)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("imports.fault.unexpected", List.of(139L)));
        assertThat(guests.count(mark)).isEqualTo(249);
    }

    @Test
    void an_importer_that_fails_on_every_row_ends_the_run() throws IOException {
        var done = runs.take(arrive("会社名\n" + "爆発\n".repeat(300)).id(), false, Actor.SYSTEM, (_, _) -> {});

        assertThat(done.state()).isEqualTo(Run.State.FAILED);
    }

    @Test
    void a_run_that_was_cut_off_goes_on_behind_its_last_chunk() throws IOException {
        var run = arrive("会社名\n" + "%s\n".repeat(350));
        var chunks = new ArrayList<Long>();

        assertThatThrownBy(() -> runs.take(run.id(), false, Actor.SYSTEM, (tally, _) -> {
                    chunks.add(tally.rows());
                    if (chunks.size() == 2) {
                        throw new OutOfMemoryError("cut off");
                    }
                }))
                .isInstanceOf(OutOfMemoryError.class);
        var cut = runs.get(run.id());
        var done = runs.take(run.id(), false, Actor.SYSTEM, (_, _) -> {});

        assertThat(cut.state()).isEqualTo(Run.State.INTERRUPTED);
        assertThat(cut.tally().rows()).isEqualTo(200);
        assertThat(done.state()).isEqualTo(Run.State.DONE);
        assertThat(done.tally().rows()).isEqualTo(350);
        assertThat(guests.count(mark)).isEqualTo(350);
    }

    @Test
    void a_run_is_taken_back_as_far_as_nobody_has_built_upon_it() throws IOException {
        var done = runs.take(arrive("会社名\n%s\n%s\nother " + mark + "\n").id(), false, Actor.SYSTEM, (_, _) -> {});
        guests.greet("other " + mark);

        var undone = runs.undo(done.id(), Actor.SYSTEM);

        assertThat(undone.undone()).isEqualTo(new Run.Undone(2, 1));
        assertThat(guests.count("%" + mark)).isEqualTo(1);
        assertThatThrownBy(() -> runs.undo(done.id(), Actor.SYSTEM)).isInstanceOf(RunRefusal.class);
    }

    @Test
    void a_file_with_known_headings_is_matched_as_the_last_one_was() throws IOException {
        var text = "甲乙" + mark + ",会社名\na@example.jp,%s\n";
        var first = arrive(text);
        runs.change(first, first.layout(), Mapping.of("source.externalId", "company.name"), first.order());
        runs.take(first.id(), false, Actor.SYSTEM, (_, _) -> {});

        assertThat(arrive(text).mapping().targets()).containsExactly("source.externalId", "company.name");
    }

    @Test
    void the_shell_says_what_it_found_and_what_became_of_it() throws IOException {
        var file = Files.writeString(folder.resolve("guests.csv"), "ID;Company;Email\n1;%s;a@example.jp\n2;%s;mail\n".replace("%s", mark));
        var errors = folder.resolve("refused.csv");

        var tried = shell("guests", file.toString(), "--dry-run");
        var done = shell("guests", file.toString(), "--errors", errors.toString(), "--source", "desk");
        var wrong = shell("guests", file.toString(), "--map", "Email=person.shoe");

        assertThat(tried).startsWith("1|").contains("nothing was changed", "New: 1", "Refused: 1", "Email: ");
        assertThat(done).startsWith("1|").contains("Done", "(rows 3)");
        assertThat(Files.readString(errors)).contains("2," + mark + ",mail,3,");
        assertThat(wrong).startsWith("2|").contains("person.shoe");
        assertThat(shell("guests")).startsWith("2|").contains("./kamiau import KIND FILE");
        assertThat(shell("shoes", file.toString())).startsWith("2|").contains("guests");
        assertThat(shell("--undo", UUID.randomUUID().toString())).startsWith("1|");
    }

    private String shell(String... words) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            int code = command.run(List.of(words), print, print);
            return code + "|" + out.toString(StandardCharsets.UTF_8);
        }
    }

    private Run arrive(String text) throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "file", ".csv"), text.replace("%s", mark));
        return runs.arrive(guests, new Run.File("guests.csv", file, Files.size(file)), Layout.find(file, null), Actor.SYSTEM);
    }
}
