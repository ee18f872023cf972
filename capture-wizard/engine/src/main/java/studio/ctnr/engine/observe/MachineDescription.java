package studio.ctnr.engine.observe;

import java.io.IOException;
import java.io.InputStream;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.CaptureMachine;

/**
 * What {@code capture.exe info} says of the machine that it runs on.
 *
 * @param machine what must not remain in a container
 * @param bits 64 or 32: those of Windows, not of the program
 * @param elevated whether the program ran with an administrator's rights
 */
public record MachineDescription(CaptureMachine machine, long bits, boolean elevated) {

    /** Reads it from the program's standard output; {@code name} is what the stream is called in messages. */
    public static MachineDescription read(InputStream out, String name) throws IOException {
        try (JsonLineReader lines = new JsonLineReader(out, name)) {
            JsonLine line = lines.next().orElseThrow(() -> new IOException(name + " said nothing"));
            try {
                CaptureMachine machine = new CaptureMachine(
                        line.fields().containsKey("wine") ? "wine" : "windows",
                        line.text("windowsVersion"),
                        line.text("userName"),
                        line.text("userSid"),
                        line.text("computerName"),
                        WindowsPath.of(line.object("folders").text("profile")),
                        WindowsPath.of(line.text("temp")));
                return new MachineDescription(machine, line.number("bits"), line.truth("elevated"));
            } catch (IllegalArgumentException e) {
                throw new IOException(line.place() + ": " + e.getMessage(), e);
            }
        }
    }
}
