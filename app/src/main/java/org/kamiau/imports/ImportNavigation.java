package org.kamiau.imports;

import java.util.Set;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the navigation leads here. */
@Configuration
class ImportNavigation {

    @Bean
    NavItem importsItem() {
        var roles = Set.of(Role.SALES_HEAD, Role.MKT_HEAD, Role.IS_LEAD, Role.MKT, Role.REVOPS, Role.ADMIN);
        return new NavItem(900, "imports.title", "/imports", "file-import", roles);
    }
}
