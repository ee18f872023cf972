package studio.ctnr.cli;

/** How much the log says on standard error. Set before anything logs, so that a quiet command never loads a logger. */
final class Verbosity {
    /** Read by logback.xml. */
    private static final String LEVEL = "CTNR_LOG";

    private Verbosity() {}

    static void apply(boolean verbose) {
        if (verbose) {
            System.setProperty(LEVEL, "DEBUG");
        }
    }
}
