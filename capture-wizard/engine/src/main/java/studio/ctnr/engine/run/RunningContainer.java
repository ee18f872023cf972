package studio.ctnr.engine.run;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import studio.ctnr.container.ContainerFolder;

/** One start of an application, from the launcher's start to the end of the last process of its tree. */
public interface RunningContainer {
    ContainerFolder container();

    /** The entry point that was asked for; empty for the default one. */
    Optional<String> entry();

    Instant since();

    /** The launcher's, on this system. */
    long processId();

    /**
     * Done with the process id that Windows gave the application's first process, as soon as it runs; empty when a program
     * that ran already took the document over. It fails with a {@link RunException} when the application did not start.
     */
    CompletableFuture<OptionalLong> started();

    /** Done when the last process of the application's tree has ended. */
    CompletableFuture<RunEnd> end();

    /**
     * Asks the application to end, and returns at once: its windows are closed as a person closes them; what shows none is
     * ended, as is after ten seconds what is left. Asked a second time, everything is ended at once. The container's state
     * is whole in any case.
     */
    void stop();

    /**
     * Ends the launcher by force, and with it everything that it started. Only for what {@link #stop()} does not reach:
     * what the container's registry had gained is recovered by the next start.
     */
    void kill();

    /**
     * Hears each event that the runtime writes to the container's log from now on, this run's and those of others of the
     * same container; from a thread of its own. Close what is returned to hear no more.
     */
    AutoCloseable follow(Consumer<RuntimeEvent> listener) throws IOException;
}
