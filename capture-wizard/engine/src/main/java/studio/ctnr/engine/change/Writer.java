package studio.ctnr.engine.change;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who changed something last.
 *
 * @param chain how it came to run: the step's first process first, the process itself last
 */
public record Writer(CaptureProcess process, List<CaptureProcess> chain, Instant at) {
    public Writer {
        chain = List.copyOf(chain);
    }

    /** The names of the chain's programs, such as {@code setup.exe > helper.exe}. */
    public String path() {
        return chain.stream().map(CaptureProcess::name).collect(Collectors.joining(" > "));
    }
}
