package org.kamiau.platform.pieces;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.*;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@KamiauTest
class DumpTest {
    @Autowired MockMvcTester mvc;

    @Test
    void dump() throws Exception {
        for (var theme : new String[] {"light", "dark"}) for (var l : new Locale[] {Locale.JAPANESE, Locale.ENGLISH}) {
            var actor = new Actor(new MemberId(Ids.next()), "IS-1", "is1@asanagi.example", Set.of(Role.IS), l, theme, null);
            Files.writeString(Path.of("/tmp/look/proto/pieces-" + theme + "-" + l.getLanguage() + ".html"),
                mvc.get().uri("/about/pieces").requestAttr(Me.ATTRIBUTE, actor).exchange().getResponse().getContentAsString());
            Files.writeString(Path.of("/tmp/look/proto/t404-" + theme + "-" + l.getLanguage() + ".html"),
                mvc.get().uri("/nowhere").requestAttr(Me.ATTRIBUTE, actor).exchange().getResponse().getContentAsString());
        }
    }
}
