package org.kamiau.platform.api;

import org.jspecify.annotations.Nullable;

/** A call as one can paste it into a shell; {@code $TOKEN} holds the token. */
final class Curl {

    private Curl() {}

    static String of(String method, String address, boolean open, @Nullable String body) {
        var line = new StringBuilder("curl");
        if (!method.equals("GET")) {
            line.append(" -X ").append(method);
        }
        if (!open) {
            line.append(" -H \"Authorization: Bearer $TOKEN\"");
        }
        if (method.equals("PATCH")) {
            line.append(" -H 'If-Match: \"7\"'");
        }
        if (body != null) {
            line.append(" -H 'Content-Type: application/json' \\\n  -d '").append(body.replace("'", "'\\''")).append('\'');
        }
        return line.append(body == null ? " " : " \\\n  ").append('\'').append(address).append('\'').toString();
    }
}
