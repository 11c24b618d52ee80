package org.kamiau.imports;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Something that cannot be asked of a run as it stands. */
final class RunRefusal extends Refusal {

    private RunRefusal(HttpStatus status, String key, Object... arguments) {
        super(status, key, arguments);
    }

    static RunRefusal working() {
        return new RunRefusal(HttpStatus.CONFLICT, "imports.refusal.working");
    }

    static RunRefusal over() {
        return new RunRefusal(HttpStatus.CONFLICT, "imports.refusal.over");
    }

    static RunRefusal fileGone(String name) {
        return new RunRefusal(HttpStatus.CONFLICT, "imports.refusal.file-gone", name);
    }

    static RunRefusal neverUndone(String kind) {
        return new RunRefusal(HttpStatus.CONFLICT, "imports.refusal.never-undone", kind);
    }

    static RunRefusal nothingToUndo() {
        return new RunRefusal(HttpStatus.CONFLICT, "imports.refusal.nothing-to-undo");
    }
}
