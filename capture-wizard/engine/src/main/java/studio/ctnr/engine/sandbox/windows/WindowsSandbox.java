package studio.ctnr.engine.sandbox.windows;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxException.Code;
import studio.ctnr.engine.sandbox.SandboxReport;
import studio.ctnr.engine.sandbox.SandboxReport.Finding;
import studio.ctnr.engine.sandbox.SandboxReport.State;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.SandboxSettings.Containment;
import studio.ctnr.engine.sandbox.windows.journal.MachineJournal;
import studio.ctnr.launcher.NativeProgram;

/**
 * Captures on the Windows machine that this program runs on, which is changed by it: a virtual machine that goes back
 * to a checkpoint afterwards. Nothing is locked in, the network is as the machine has it, and nobody's screen is
 * pictured; the machine's Windows version is what it is.
 */
public final class WindowsSandbox implements Sandbox {
    private static final String REMEDY =
            "Capture in a virtual machine, go back to its checkpoint afterwards, and accept a machine that locks nothing in.";

    private final boolean windows;

    /** On this host. */
    public WindowsSandbox() {
        windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    @Override
    public SandboxReport probe() {
        List<Finding> findings = new ArrayList<>();
        if (windows) {
            findings.add(new Finding("windows", State.GOOD, "This is Windows.", Optional.empty()));
            findings.add(new Finding(
                    "clean machine",
                    State.DEGRADED,
                    "Installers change this machine itself and are not locked in.",
                    Optional.of(REMEDY)));
        } else {
            findings.add(new Finding(
                    "windows", State.MISSING, "This is not Windows.", Optional.of("Capture by Wine on this system.")));
        }
        return new SandboxReport("windows", findings);
    }

    @Override
    public SandboxSession open(SandboxSettings settings, Path workspace, Progress progress)
            throws SandboxException, IOException {
        if (!windows) {
            throw new SandboxException(
                    Code.NOT_ALLOWED, "This machine does not run Windows.", "Capture by Wine on this system.");
        }
        if (settings.containment() == Containment.REQUIRED) {
            throw new SandboxException(
                    Code.NOT_ALLOWED,
                    "Windows itself can't lock an installer in and keep it from changing it.",
                    REMEDY);
        }
        Files.createDirectories(workspace);
        try (Stream<Path> there = Files.list(workspace)) {
            if (there.findAny().isPresent()) {
                throw new SandboxException(
                        Code.BAD_SETTING, "The workspace " + workspace + " is not empty.", "Give another folder.");
            }
        }
        Path program = workspace.toAbsolutePath().resolve("capture.exe");
        boolean narrow = System.getProperty("os.arch").equals("x86") && System.getenv("ProgramW6432") == null;
        (narrow ? NativeProgram.CAPTURE_X86 : NativeProgram.CAPTURE_X64).copyTo(program);
        NativeProgram.copyLibraries(program.getParent());
        CaptureProgram capture = new CaptureProgram(
                List.of(program.toString()), Map.of(), Path::toString, file -> Path.of(file.toString()));
        return WindowsSession.open(capture, settings, workspace, fixedDrives(), MachineJournal::watch, progress);
    }

    /** The roots of drives that stay: an installer writes to no others, and a network's would take for ever. */
    private static List<String> fixedDrives() throws IOException {
        List<String> drives = new ArrayList<>();
        for (Path root : FileSystems.getDefault().getRootDirectories()) {
            try {
                FileStore store = Files.getFileStore(root);
                boolean local = store.type().equals("NTFS") || store.type().equals("ReFS");
                if (local && !Boolean.TRUE.equals(store.getAttribute("volume:isRemovable"))) {
                    drives.add(root.toString());
                }
            } catch (IOException e) {
                // a drive without a medium
            }
        }
        return drives;
    }
}
