package studio.ctnr.engine.change;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A process of a capture's steps.
 *
 * @param id from 1, in the order of their starts; Windows' own ids are used again
 * @param parent who started it; empty for a step's first process, and where that one was not observed
 * @param pid as Windows numbered it
 * @param image its program's full path
 * @param command its command line
 * @param ended empty when it was ended by another, or with the machine
 * @param exitCode as an unsigned 32-bit number; empty when it is not known
 */
public record CaptureProcess(
        int id,
        OptionalInt parent,
        long pid,
        String image,
        String command,
        Instant started,
        Optional<Instant> ended,
        OptionalLong exitCode) {

    /** The program's file name. */
    public String name() {
        return image.substring(image.lastIndexOf('\\') + 1);
    }
}
