package studio.ctnr.wizard;

import studio.ctnr.architecture.ArchitectureRules;

class WizardArchitectureTest extends ArchitectureRules {
    WizardArchitectureTest() {
        super(
                "studio.ctnr.wizard",
                "studio.ctnr.studio..",
                "studio.ctnr.workbench..",
                "studio.ctnr.cli..",
                "java.sql..",
                "picocli..");
    }
}
