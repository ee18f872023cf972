package studio.ctnr.engine.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.change.Unobserved;
import studio.ctnr.engine.installer.SuccessCodes;

/**
 * How a step ended.
 *
 * @param exitCode the installer's, all 32 bits of it as an unsigned number (1603, 3221225477); meaningless when the
 *     step did not end by itself
 * @param elapsed from the installer's start to its end
 * @param ending by itself or by whom
 * @param waiting what it last asked a person, when it waited for one
 * @param left the programs that it left running, by name, in the order of their start
 * @param unobserved what of it was not observed, though it was to be
 */
public record StepResult(
        long exitCode,
        Duration elapsed,
        Ending ending,
        Optional<WaitingForInput> waiting,
        List<String> left,
        List<Unobserved> unobserved) {

    public StepResult {
        left = List.copyOf(left);
        unobserved = List.copyOf(unobserved);
    }

    /** One of which nothing is known that was not observed. */
    public StepResult(
            long exitCode, Duration elapsed, Ending ending, Optional<WaitingForInput> waiting, List<String> left) {
        this(exitCode, elapsed, ending, waiting, left, List.of());
    }

    public StepResult withUnobserved(List<Unobserved> now) {
        return new StepResult(exitCode, elapsed, ending, waiting, left, now);
    }

    /** What ended a step. */
    public enum Ending {
        BY_ITSELF,
        TIME_LIMIT,
        /** It waited for a person for longer than the settings allow. */
        WAITING_LIMIT
    }

    public boolean timedOut() {
        return ending != Ending.BY_ITSELF;
    }

    /** Whether it ended by itself with 0, 1641 (restart begun) or 3010 (restart needed). */
    public boolean succeeded() {
        return ending == Ending.BY_ITSELF && SuccessCodes.contains(exitCode);
    }

    /** Whether Windows would have to be started again for all of it to take effect. */
    public boolean restartNeeded() {
        return succeeded() && exitCode != 0;
    }
}
