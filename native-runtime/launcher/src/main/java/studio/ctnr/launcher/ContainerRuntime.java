package studio.ctnr.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a container needs in its folder {@code bin} to run, on Windows as under Wine. */
public final class ContainerRuntime {
    private static final SortedMap<String, NativeProgram> FILES = new TreeMap<>(Map.of(
            "launcher.exe", NativeProgram.LAUNCHER,
            "runtime/x64/ctnr.dll", NativeProgram.RUNTIME_X64,
            "runtime/x86/ctnr.dll", NativeProgram.RUNTIME_X86));

    private ContainerRuntime() {}

    /** The files by their paths in {@code bin}, in the order of these. */
    public static SortedMap<String, NativeProgram> files() {
        return Collections.unmodifiableSortedMap(FILES);
    }

    /**
     * Writes the launcher and the hook libraries, replacing those that are there.
     *
     * @param bin the folder {@code bin} of a container; made when it is missing
     */
    public static void copyTo(Path bin) throws IOException {
        for (var file : FILES.entrySet()) {
            Path target = bin.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            file.getValue().copyTo(target);
        }
    }
}
