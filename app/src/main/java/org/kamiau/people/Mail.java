package org.kamiau.people;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A mail address that somebody can sign in with. */
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Size(max = 254)
@Pattern(regexp = "[^\\s@<>\"(),;:\\\\\\[\\]]{1,64}@[^\\s@.<>\"(),;:\\\\\\[\\]]+(\\.[^\\s@.<>\"(),;:\\\\\\[\\]]+)+")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@interface Mail {
    String message() default "{people.invalid.mail}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
