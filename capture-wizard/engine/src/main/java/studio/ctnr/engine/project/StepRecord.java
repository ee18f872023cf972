package studio.ctnr.engine.project;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import studio.ctnr.engine.change.Unobserved;
import studio.ctnr.engine.installer.SuccessCodes;

/**
 * One installer that was run during a capture.
 *
 * @param installer the file's name, without the folder it lay in on the capturing host
 * @param size of that file, in bytes
 * @param sha256 of that file, in lower-case hexadecimal
 * @param kind what it was run as: {@code exe}, {@code msi}, {@code bat} …, more exact where that is known
 * @param arguments what it was given, without its own name
 * @param exitCode the full unsigned 32-bit code; empty when it did not end by itself
 * @param started when it was started
 * @param ended when it ended, or was ended
 * @param unobserved what of it was not observed, though it was to be
 */
public record StepRecord(
        String installer,
        long size,
        String sha256,
        String kind,
        List<String> arguments,
        OptionalLong exitCode,
        Instant started,
        Instant ended,
        List<Unobserved> unobserved) {
    public StepRecord {
        arguments = List.copyOf(arguments);
        unobserved = List.copyOf(unobserved);
    }

    /** Whether it ended by itself, and well. */
    public boolean succeeded() {
        return exitCode.isPresent() && SuccessCodes.contains(exitCode.getAsLong());
    }
}
