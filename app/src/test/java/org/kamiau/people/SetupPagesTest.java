package org.kamiau.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Function;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** On a database of its own: the first administrator is first only once. */
@KamiauTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class SetupPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    FirstLink firstLink;

    @Autowired
    Members members;

    @Autowired
    FunctionMap functions;

    private String printedPath() {
        var out = new ByteArrayOutputStream();
        firstLink.ready(8123, new PrintStream(out, true, StandardCharsets.UTF_8));
        var line = out.toString(StandardCharsets.UTF_8).strip();
        return line.isEmpty() ? "" : line.substring(line.indexOf(":8123") + 5);
    }

    @Test
    void the_first_administrator_comes_in_by_a_link_that_works_once() {
        var replaced = printedPath();
        var link = printedPath();
        assertThat(mvc.get().uri(replaced)).hasStatus(410).bodyText().contains("使用済み");
        assertThat(mvc.get().uri(link)).hasStatusOk().bodyText().contains("小さな会社");

        var weak = mvc.post().uri(link).with(SamplePeople.visitor())
                .param("name", "代表").param("mail", "Ceo@Small.example").param("password", "password1234").param("preset", "small").exchange();
        assertThat(weak).hasStatus(422).bodyText().contains("推測されやすい", "value=\"代表\"", "value=\"Ceo@Small.example\"");

        var right = mvc.post().uri(link).with(SamplePeople.visitor())
                .param("name", "代表").param("mail", "Ceo@Small.example").param("password", "zebra umbrella 42")
                .param("role", "fs").param("preset", "small").exchange();
        assertThat(right).hasStatus(303);
        assertThat(mvc.get().uri("/me").cookie(SamplePeople.session(right))).hasStatusOk();

        assertThat(mvc.get().uri(link)).hasStatus(410);
        assertThat(printedPath()).isEmpty();
        var member = members.withMail("ceo@small.example").orElseThrow();
        assertThat(member.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.FS);
        assertThat(functions.assignment(Task.LEAD_ACCEPTANCE).function()).isEqualTo(Function.FIELD_SALES);
        assertThat(functions.workers(Task.LEAD_ACCEPTANCE)).extracting(Member::id).containsExactly(member.id());
    }
}
