package studio.ctnr.cli;

import studio.ctnr.architecture.ArchitectureRules;

class CliArchitectureTest extends ArchitectureRules {
    CliArchitectureTest() {
        super("studio.ctnr.cli", "javafx..", "java.sql..");
    }
}
