package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The folders of one machine: where they lie on the host, and what they are called inside.
 *
 * @param scratch on the host; closed to other users, since what lies in it was written by strangers
 * @param inside what stands for {@code scratch} inside; the same when the machine is not contained
 */
record MachineLayout(Path scratch, String inside) {
    /** The user that installers run as: a name that is found nowhere by chance. */
    static final String USER = "ctnruser";

    static final String COMPUTER = "CTNR-CAPTURE";

    static MachineLayout contained(Path scratch) {
        return new MachineLayout(scratch.toAbsolutePath(), "/mnt");
    }

    static MachineLayout uncontained(Path scratch) {
        return new MachineLayout(
                scratch.toAbsolutePath(), scratch.toAbsolutePath().toString());
    }

    void create() throws IOException {
        Files.createDirectories(scratch);
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwx------"));
        for (String folder : List.of("prefix", "upper", "work", "media", "stage", "home", "exchange/screen")) {
            Files.createDirectories(scratch.resolve(folder));
        }
    }

    /** The Wine prefix; where it is an overlay, only the machine itself sees what it holds. */
    Path prefix() {
        return scratch.resolve("prefix");
    }

    /** What the overlay keeps the changes in. */
    Path upper() {
        return scratch.resolve("upper");
    }

    /** The one folder that both sides write to. */
    Path exchange() {
        return scratch.resolve("exchange");
    }

    /** What a file of the exchange folder is called by Windows programs, with no drive that installers would see. */
    String windowsName(String exchangeFile) {
        return "\\\\?\\unix" + (inside + "/exchange/" + exchangeFile).replace('/', '\\');
    }

    String unixName(String name) {
        return inside + "/" + name;
    }
}
