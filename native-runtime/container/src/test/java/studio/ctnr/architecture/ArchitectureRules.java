package studio.ctnr.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every module keeps to; a module's own test names its package and what it must not know. */
public abstract class ArchitectureRules {
    private final String module;
    private final String[] forbidden;

    /**
     * @param module the module's root package
     * @param forbidden the packages that nothing in it may use, in ArchUnit's notation
     */
    protected ArchitectureRules(String module, String... forbidden) {
        this.module = module;
        this.forbidden = forbidden;
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        var production = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(module);
        return Stream.of(
                DynamicTest.dynamicTest(
                        "has classes to check",
                        () -> classes().should().resideInAPackage(module + "..").check(production)),
                DynamicTest.dynamicTest(
                        "knows nothing above it",
                        () -> noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(forbidden)
                                .check(production)),
                DynamicTest.dynamicTest(
                        "packages have no cycles",
                        () -> slices().matching(module + ".(**)")
                                .should()
                                .beFreeOfCycles()
                                .allowEmptyShould(true)
                                .check(production)));
    }
}
