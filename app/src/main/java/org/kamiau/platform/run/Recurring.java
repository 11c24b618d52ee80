package org.kamiau.platform.run;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Recurring work runs in serving processes only, never in commands and tests, which call it by name. */
@Configuration
@EnableScheduling
@ConditionalOnProperty(name = "kamiau.serving", havingValue = "true")
class Recurring {}
