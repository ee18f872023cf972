package studio.ctnr.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A Windows program of this project, built from C and carried as a resource of this module. */
public enum NativeProgram {
    /** Runs one installer step and takes snapshots; for 64-bit Windows. */
    CAPTURE_X64("x64/capture.exe"),
    /** The same for 32-bit Windows. */
    CAPTURE_X86("x86/capture.exe"),
    /** Starts a container's application: {@code bin/launcher.exe} of every container; 64-bit. */
    LAUNCHER("x64/launcher.exe"),
    /** The hook library for 64-bit programs: {@code bin/runtime/x64/ctnr.dll}. */
    RUNTIME_X64("x64/ctnr.dll"),
    /** The hook library for 32-bit programs: {@code bin/runtime/x86/ctnr.dll}. */
    RUNTIME_X86("x86/ctnr.dll");

    private final String resource;

    NativeProgram(String resource) {
        this.resource = resource;
    }

    /** Puts the hook libraries where {@code capture.exe} looks for them when it observes: in folders beside it. */
    public static void copyLibraries(Path besideCapture) throws IOException {
        RUNTIME_X64.copyTo(Files.createDirectories(besideCapture.resolve("x64")).resolve("ctnr.dll"));
        RUNTIME_X86.copyTo(Files.createDirectories(besideCapture.resolve("x86")).resolve("ctnr.dll"));
    }

    /** Opens the program's bytes, a PE image; the caller closes the stream. */
    public InputStream open() throws IOException {
        InputStream bytes = NativeProgram.class.getResourceAsStream("/studio/ctnr/launcher/" + resource);
        if (bytes == null) {
            throw new IOException(
                    "The native program " + resource + " is missing from this build; build it with: ./ctnr");
        }
        return bytes;
    }

    /** Writes the program to {@code file}, replacing what is there. */
    public void copyTo(Path file) throws IOException {
        try (InputStream bytes = open()) {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
