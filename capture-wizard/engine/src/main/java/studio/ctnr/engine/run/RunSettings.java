package studio.ctnr.engine.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How an application is to be started. Begin with {@link #DEFAULT} and change what differs.
 *
 * @param entry the entry point's name; the default one when empty
 * @param arguments what the application gets behind the entry point's own arguments
 * @param trace whether the runtime writes what it does to the container's {@code logs/events.log}
 * @param streams where the application's standard streams lead
 */
public record RunSettings(Optional<String> entry, List<String> arguments, boolean trace, Streams streams) {
    /** The default entry point, without more arguments, trace and streams. */
    public static final RunSettings DEFAULT = new RunSettings(Optional.empty(), List.of(), false, Streams.NONE);

    public RunSettings {
        Objects.requireNonNull(entry);
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(streams);
    }

    public RunSettings withEntry(Optional<String> name) {
        return new RunSettings(name, arguments, trace, streams);
    }

    public RunSettings withArguments(List<String> more) {
        return new RunSettings(entry, more, trace, streams);
    }

    public RunSettings withTrace(boolean wanted) {
        return new RunSettings(entry, arguments, wanted, streams);
    }

    public RunSettings withStreams(Streams wanted) {
        return new RunSettings(entry, arguments, trace, wanted);
    }
}
