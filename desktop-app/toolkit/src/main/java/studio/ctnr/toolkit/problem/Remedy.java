package studio.ctnr.toolkit.problem;

/**
 * Something that may help against a problem.
 *
 * @param label names the act: "Try again", "Open the log"
 */
public record Remedy(String label, Runnable act) {}
