package studio.ctnr.engine.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import studio.ctnr.container.Progress;

/** A place where installers run on a clean Windows machine, apart from the host, and leave their changes to be read. */
public interface Sandbox {
    /** Finds out, by trying, what this host allows; takes up to a few seconds and changes nothing. */
    SandboxReport probe();

    /**
     * Makes a clean machine and starts it. The first call on a host may take a minute, to make what later calls share.
     *
     * @param workspace a folder, made when missing, that is empty or not there; it will hold the change set's content
     * @throws SandboxException when this host can't do it, or can't do it as the settings ask
     * @throws java.util.concurrent.CancellationException when {@code progress} says to stop; nothing is left then
     */
    SandboxSession open(SandboxSettings settings, Path workspace, Progress progress)
            throws SandboxException, IOException;
}
