package org.kamiau.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Finds out who sent a request (session cookie or bearer token); filled by the people module. */
public interface Identification {

    /** Empty when nobody is signed in, or what they showed is not valid any more. */
    Optional<Actor> identify(HttpServletRequest request);
}
