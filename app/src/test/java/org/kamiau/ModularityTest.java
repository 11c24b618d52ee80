package org.kamiau;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kamiau.platform.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

@KamiauTest
class ModularityTest {

    @Autowired
    Messages messages;

    @Test
    void modules_use_only_what_they_declare_and_touch_only_their_own_tables() {
        var modules = ApplicationModules.of(App.class);
        modules.verify();

        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.kamiau", "db");
        for (var module : modules) {
            var name = module.getIdentifier().toString();
            var foreign = resideInAPackage("db..").and(not(resideInAPackage("db." + name + "..")));
            noClasses()
                    .that()
                    .resideInAPackage("org.kamiau." + name + "..")
                    .should()
                    .dependOnClassesThat(foreign)
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @Test
    void every_text_exists_in_both_languages() {
        assertThat(messages.keys(Locale.ENGLISH)).isEqualTo(messages.keys(Locale.JAPANESE));
    }
}
