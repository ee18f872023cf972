package studio.ctnr.studio;

import studio.ctnr.architecture.ArchitectureRules;

class StudioArchitectureTest extends ArchitectureRules {
    StudioArchitectureTest() {
        super("studio.ctnr.studio", "studio.ctnr.cli..", "java.sql..", "picocli..");
    }
}
