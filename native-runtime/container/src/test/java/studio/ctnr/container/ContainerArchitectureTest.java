package studio.ctnr.container;

import studio.ctnr.architecture.ArchitectureRules;

class ContainerArchitectureTest extends ArchitectureRules {
    ContainerArchitectureTest() {
        super(
                "studio.ctnr.container",
                "studio.ctnr.engine..",
                "studio.ctnr.cli..",
                "javafx..",
                "java.sql..",
                "picocli..");
    }
}
