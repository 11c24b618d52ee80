package org.kamiau;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application on a real, migrated, empty PostgreSQL database, through {@code
 * MockMvcTester} or the modules' types. Contexts are shared between classes, so a test makes its own rows
 * with fresh ids, or is {@code @Transactional}. Nothing recurring runs; time stands where {@link
 * FixedClock} puts it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class, classes = {App.class, FixedClock.class})
public @interface KamiauTest {}
