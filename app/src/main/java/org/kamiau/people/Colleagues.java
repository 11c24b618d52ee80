package org.kamiau.people;

import java.util.List;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.search.Findable;
import org.springframework.stereotype.Component;

/** Colleagues in the command palette. */
@Component
class Colleagues implements Findable {

    private final Directory directory;

    Colleagues(Directory directory) {
        this.directory = directory;
    }

    @Override
    public String key() {
        return "people.palette";
    }

    @Override
    public String icon() {
        return "user";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public List<Found> find(String words, Actor actor, int limit) {
        return directory.search(words).stream()
                .limit(limit)
                .map(person -> new Found(person.name(), person.mail(), "/members/" + person.id()))
                .toList();
    }
}
