package org.kamiau.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A kind of record of no module, for tests of what all records have: some folders are seen only by executives. */
@TestConfiguration
public class Folders {

    public static final String KIND = "test_folder";
    private static final Map<UUID, Boolean> SECRET = new ConcurrentHashMap<>();

    public static RecordRef open() {
        return folder(false);
    }

    public static RecordRef secret() {
        return folder(true);
    }

    private static RecordRef folder(boolean secret) {
        var id = UUID.randomUUID();
        SECRET.put(id, secret);
        return new RecordRef(KIND, id);
    }

    @Bean
    RecordKind testFolders() {
        return new RecordKind() {
            @Override
            public String kind() {
                return KIND;
            }

            @Override
            public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
                var titles = new HashMap<UUID, String>();
                for (var id : ids) {
                    var secret = SECRET.get(id);
                    if (secret != null && (!secret || actor.is(Role.EXEC))) {
                        titles.put(id, "Folder " + id);
                    }
                }
                return titles;
            }

            @Override
            public String path(UUID id) {
                return "/test-folders/" + id;
            }

            @Override
            public Set<String> hiddenFields(UUID id, Actor actor) {
                return actor.is(Role.IS) ? Set.of() : Set.of("phone");
            }
        };
    }
}
