package studio.ctnr.toolkit;

import studio.ctnr.architecture.ArchitectureRules;

class ToolkitArchitectureTest extends ArchitectureRules {
    ToolkitArchitectureTest() {
        super(
                "studio.ctnr.toolkit",
                "studio.ctnr.container..",
                "studio.ctnr.engine..",
                "studio.ctnr.workbench..",
                "studio.ctnr.wizard..",
                "studio.ctnr.studio..",
                "java.sql..");
    }
}
