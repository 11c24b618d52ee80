package org.kamiau.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the parameter of a route that is the {@link Actor} at the other end of this request. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Me {

    /** The request attribute that sign-in leaves the actor in. */
    String ATTRIBUTE = "org.kamiau.actor";

}
