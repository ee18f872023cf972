package studio.ctnr.engine;

import studio.ctnr.architecture.ArchitectureRules;

class EngineArchitectureTest extends ArchitectureRules {
    EngineArchitectureTest() {
        super("studio.ctnr.engine", "studio.ctnr.cli..", "javafx..", "java.sql..", "picocli..");
    }
}
