package studio.ctnr.workbench;

import studio.ctnr.architecture.ArchitectureRules;

class WorkbenchArchitectureTest extends ArchitectureRules {
    WorkbenchArchitectureTest() {
        super("studio.ctnr.workbench", "javafx..", "picocli..", "studio.ctnr.cli..", "studio.ctnr.studio..");
    }
}
