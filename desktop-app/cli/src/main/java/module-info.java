/** The {@code ctnr} command. */
module studio.ctnr.cli {
    requires info.picocli;
    requires org.slf4j;
    requires studio.ctnr.engine;
    requires studio.ctnr.workbench;
    requires tools.jackson.databind;

    opens studio.ctnr.cli to
            info.picocli,
            tools.jackson.databind;
}
