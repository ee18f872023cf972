package studio.ctnr.studio;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;

/**
 * What nobody was prepared for, on whatever thread: it is in the log with its stack trace, and the user is told, with
 * the details for a report. What fails again at the same place, with every picture that is drawn perhaps, is told once.
 */
final class UnexpectedFailures implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailures.class);

    private final String version;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private volatile Optional<Desk> desk = Optional.empty();

    UnexpectedFailures(String version) {
        this.version = version;
    }

    /** From now on there is a window to tell of them. */
    void tellOn(Desk there) {
        desk = Optional.of(there);
        there.background().onUnexpected(this::happened);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        happened(failure);
    }

    private void happened(Throwable failure) {
        String place = failure.getClass().getName()
                + Arrays.stream(failure.getStackTrace()).findFirst().orElse(null);
        if (told.add(place)) {
            LOG.error("nothing was prepared for this", failure);
            desk.ifPresent(there ->
                    there.background().toScreen(() -> there.notices().tell(problem(failure, there))));
        }
    }

    private Problem problem(Throwable failure, Desk there) {
        return Problem.of(
                "UNEXPECTED",
                Texts.text("unexpected"),
                new Remedy(Texts.text("unexpected.copy"), () -> there.dialogs().copy(details(failure))));
    }

    private String details(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return "Ctnr Studio %s, Java %s, %s %s%n%s"
                .formatted(
                        version,
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        trace);
    }
}
