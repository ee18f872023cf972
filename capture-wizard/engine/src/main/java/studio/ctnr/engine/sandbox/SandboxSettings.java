package studio.ctnr.engine.sandbox;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a sandbox is to be. Start from {@link #DEFAULT} and change what differs.
 *
 * @param network whether installers reach the host's network
 * @param storage how the clean machine is kept clean
 * @param containment whether a host that can't lock installers in is accepted
 * @param windowsVersion the version that Windows says it is: a name that winecfg knows, such as {@code win10}
 * @param display where windows appear
 * @param observed whether it is seen which process changes what
 * @param waitingLimit how long a step may wait for a person before it is ended; empty: as long as its own time limit
 */
public record SandboxSettings(
        boolean network,
        Storage storage,
        Containment containment,
        String windowsVersion,
        Display display,
        boolean observed,
        Optional<Duration> waitingLimit) {

    /**
     * Silent, contained, without network, on a screen that nobody sees; a step that waits for a person is ended after
     * 30 s of it: nobody will come.
     */
    public static final SandboxSettings DEFAULT = new SandboxSettings(
            false,
            Storage.AUTOMATIC,
            Containment.REQUIRED,
            "win10",
            new Display.Virtual(1280, 1024),
            true,
            Optional.of(Duration.ofSeconds(30)));

    public SandboxSettings {
        Objects.requireNonNull(storage);
        Objects.requireNonNull(containment);
        Objects.requireNonNull(windowsVersion);
        Objects.requireNonNull(display);
        Objects.requireNonNull(waitingLimit);
    }

    /** How the changes of a session are kept away from the clean machine. */
    public enum Storage {
        /** A layer over the clean machine where the host can do that, otherwise a copy of it. */
        AUTOMATIC,
        /** A layer (overlayfs), made in milliseconds; an error where the host can't. */
        OVERLAY,
        /** A copy, which takes seconds and over a gigabyte. */
        COPY
    }

    /** Whether installers are locked in: own processes, own network, no sight of the host's files. */
    public enum Containment {
        REQUIRED,
        /** Where the host can't, installers run with the rights of the user who starts them: only for trusted ones. */
        WHERE_POSSIBLE
    }

    /** Where windows appear. */
    public sealed interface Display {
        /** A private screen that nobody sees, for silent installs; in pixels. */
        record Virtual(int width, int height) implements Display {
            public Virtual {
                if (width < 640 || height < 480 || width > 8192 || height > 8192) {
                    throw new IllegalArgumentException(
                            "A screen of %d×%d pixels; from 640×480 to 8192×8192 is possible".formatted(width, height));
                }
            }
        }

        /** A screen with a person before it, for interactive installs; an X display name such as {@code :0}. */
        record Existing(String name) implements Display {
            public Existing {
                Objects.requireNonNull(name);
            }
        }
    }

    /** Whether a person sees and answers the windows. */
    public boolean interactive() {
        return display instanceof Display.Existing;
    }

    public SandboxSettings withNetwork(boolean allowed) {
        return new SandboxSettings(allowed, storage, containment, windowsVersion, display, observed, waitingLimit);
    }

    public SandboxSettings withStorage(Storage wanted) {
        return new SandboxSettings(network, wanted, containment, windowsVersion, display, observed, waitingLimit);
    }

    public SandboxSettings withContainment(Containment wanted) {
        return new SandboxSettings(network, storage, wanted, windowsVersion, display, observed, waitingLimit);
    }

    public SandboxSettings withWindowsVersion(String version) {
        return new SandboxSettings(network, storage, containment, version, display, observed, waitingLimit);
    }

    /** A display with a person before it has no waiting limit until one is set. */
    public SandboxSettings withDisplay(Display wanted) {
        Optional<Duration> limit = wanted instanceof Display.Existing ? Optional.empty() : waitingLimit;
        return new SandboxSettings(network, storage, containment, windowsVersion, wanted, observed, limit);
    }

    public SandboxSettings withObserved(boolean wanted) {
        return new SandboxSettings(network, storage, containment, windowsVersion, display, wanted, waitingLimit);
    }

    public SandboxSettings withWaitingLimit(Optional<Duration> limit) {
        return new SandboxSettings(network, storage, containment, windowsVersion, display, observed, limit);
    }
}
