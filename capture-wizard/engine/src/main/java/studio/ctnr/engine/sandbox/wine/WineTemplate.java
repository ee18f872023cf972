package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.observe.WineRegistryFile;

/**
 * A clean Windows machine that captures start from and never write to.
 *
 * @param prefix its Wine prefix
 * @param machine what it is, by its own registry
 */
record WineTemplate(Path prefix, CaptureMachine machine) {
    private static final KeyPath VERSION = KeyPath.of("HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion");
    private static final KeyPath NAME =
            KeyPath.of("HKLM\\System\\CurrentControlSet\\Control\\ComputerName\\ActiveComputerName");
    private static final KeyPath PROFILES = VERSION.resolve("ProfileList");
    private static final KeyPath ENVIRONMENT = KeyPath.of("HKCU\\Environment");

    /** Asks a prefix what it is. */
    static WineTemplate of(Path prefix) throws IOException {
        WineRegistryFile system = WineRegistryFile.open(prefix.resolve("system.reg"));
        WineRegistryFile user = WineRegistryFile.open(prefix.resolve("user.reg"));
        String sid = user.sid().orElseThrow(() -> new IOException(prefix + "/user.reg names no user"));
        String profile =
                text(system, PROFILES.resolve(sid), "ProfileImagePath").orElse("C:\\users\\" + MachineLayout.USER);
        String temp = text(user, ENVIRONMENT, "TEMP").orElse("%USERPROFILE%\\Temp");
        String build = text(system, VERSION, "CurrentBuildNumber").orElse("0");
        Optional<Integer> major = number(system, "CurrentMajorVersionNumber");
        String version = major.isPresent()
                ? major.get() + "."
                        + number(system, "CurrentMinorVersionNumber").orElse(0)
                : text(system, VERSION, "CurrentVersion").orElse("0.0");
        CaptureMachine machine = new CaptureMachine(
                "wine",
                version + "." + build,
                MachineLayout.USER,
                sid,
                text(system, NAME, "ComputerName").orElse(MachineLayout.COMPUTER),
                WindowsPath.of(profile),
                WindowsPath.of(temp.replace("%USERPROFILE%", profile)));
        return new WineTemplate(prefix, machine);
    }

    private static Optional<Integer> number(WineRegistryFile file, String name) throws IOException {
        return file.value(VERSION, name)
                .filter(value -> value.data().length == Integer.BYTES)
                .map(value -> value.data()[0] & 0xff);
    }

    private static Optional<String> text(WineRegistryFile file, KeyPath key, String name) throws IOException {
        return file.value(key, name).map(RegistryValue::data).map(data -> {
            String text = new String(data, StandardCharsets.UTF_16LE);
            return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
        });
    }
}
