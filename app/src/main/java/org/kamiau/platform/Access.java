package org.kamiau.platform;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a route. Every route carries one of these, on the method or its class; a route without a
 * decision answers 403 and fails the build's route walk. What a member may see of a record, and whether an
 * act is allowed now, is the module's business.
 */
public @interface Access {

    /** Nobody needs to be signed in. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({METHOD, TYPE})
    @interface Anyone {}

    /** Every signed-in member; auditors only read, unless the thing is their own (language, notifications). */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({METHOD, TYPE})
    @interface Members {
        boolean own() default false;
    }

    /** Members with one of these roles. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({METHOD, TYPE})
    @interface Only {
        Role[] value();
    }
}
