package org.kamiau.platform.lists;

import org.kamiau.platform.Directory;
import org.kamiau.platform.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the {@link Wording} of a list for a reader. */
@Component
class Wordings {

    private final ObjectProvider<Directory> directory;

    Wordings(ObjectProvider<Directory> directory) {
        this.directory = directory;
    }

    Wording of(ListDefinition<?> list, Reading reading, Text t) {
        return new Wording(list, reading, t, directory.getIfAvailable());
    }
}
