package studio.ctnr.toolkit.support;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the screens of every module keep to, beside the rules for all modules. */
public abstract class ScreenRules {
    private final String module;

    /** @param module the module's root package */
    protected ScreenRules(String module) {
        this.module = module;
    }

    @Test
    void viewModelsKnowNoNodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx.scene.control..",
                        "javafx.scene.layout..",
                        "javafx.scene",
                        "javafx.stage..",
                        "atlantafx..",
                        "org.controlsfx..")
                .allowEmptyShould(true)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(module));
    }
}
