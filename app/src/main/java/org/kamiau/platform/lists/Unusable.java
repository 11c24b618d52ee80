package org.kamiau.platform.lists;

import java.util.List;
import org.kamiau.platform.Text;

/** A part of an address that means nothing here: left out and said on a page, refused with 422 by the API. */
final class Unusable extends RuntimeException {

    private final transient List<Object> arguments;

    /** @param code what follows {@code lists.unusable.} in the message key */
    Unusable(String code, Object... arguments) {
        super("lists.unusable." + code, null, false, false);
        this.arguments = List.of(arguments);
    }

    String code() {
        return String.valueOf(getMessage());
    }

    Object[] arguments() {
        return arguments.toArray();
    }

    String said(Text t) {
        return t.get(code(), arguments());
    }
}
