package org.kamiau.people;

import java.util.Set;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the settings of people are found. */
@Configuration
class PeopleNavigation {

    @Bean
    NavItem memberSettings() {
        return new NavItem(1000, "people.nav.members", "/settings/members", "users", Set.of(Role.ADMIN, Role.AUDIT));
    }

    @Bean
    NavItem teamSettings() {
        return new NavItem(1010, "people.nav.teams", "/settings/teams", "sitemap", Set.of(Role.ADMIN));
    }

    @Bean
    NavItem functionSettings() {
        return new NavItem(1020, "people.nav.functions", "/settings/functions", "arrows-exchange", Set.of());
    }

    @Bean
    NavItem tokenSettings() {
        return new NavItem(1090, "people.nav.tokens", "/settings/tokens", "key", Set.of(Role.ADMIN, Role.AUDIT));
    }
}
