package studio.ctnr.engine.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Windows programs that a test compiles for itself with mingw-w64, each once in a run. */
public final class SamplePrograms {
    private static final String RESOURCES = """
            #include <winver.h>
            1 ICON "first.ico"
            101 ICON "second.ico"
            1 VERSIONINFO
            FILEVERSION 3,1,4,1
            PRODUCTVERSION 3,1,0,0
            BEGIN
              BLOCK "StringFileInfo"
              BEGIN
                BLOCK "040904b0"
                BEGIN
                  VALUE "CompanyName", "Vector Works"
                  VALUE "FileDescription", "Vector Editor"
                  VALUE "FileVersion", "3.1.4.1"
                  VALUE "ProductName", "Vector"
                  VALUE "ProductVersion", "3.1"
                END
              END
              BLOCK "VarFileInfo"
              BEGIN
                VALUE "Translation", 0x409, 1200
              END
            END
            """;

    private static final Path FOLDER = create();

    private SamplePrograms() {}

    private static Path create() {
        try {
            Path folder = Files.createTempDirectory("sample-programs");
            folder.toFile().deleteOnExit();
            Files.writeString(folder.resolve("main.c"), "int main(void) { return 0; }\n");
            Files.writeString(folder.resolve("app.rc"), RESOURCES);
            Files.write(folder.resolve("first.ico"), icon(16, (byte) 0x11));
            Files.write(folder.resolve("second.ico"), icon(32, (byte) 0x77));
            run(folder, "x86_64-w64-mingw32-windres", "app.rc", "-O", "coff", "-o", "app64.o");
            compile(folder, "x86_64", "-mwindows", "editor.exe", "app64.o");
            compile(folder, "x86_64", "-mconsole", "tool.exe");
            compile(folder, "i686", "-mwindows", "editor32.exe");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A 64-bit Windows program with two icons (the groups 1 and 101) and a version resource. */
    public static Path editor() {
        return FOLDER.resolve("editor.exe");
    }

    /** A 64-bit console program without resources. */
    public static Path tool() {
        return FOLDER.resolve("tool.exe");
    }

    /** A 32-bit Windows program without resources. */
    public static Path editor32() {
        return FOLDER.resolve("editor32.exe");
    }

    /** The .ico file that the first icon of {@link #editor} was made of. */
    public static Path firstIcon() {
        return FOLDER.resolve("first.ico");
    }

    public static Path secondIcon() {
        return FOLDER.resolve("second.ico");
    }

    public static byte[] bytes(Path program) {
        try {
            return Files.readAllBytes(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path folder, String processor, String subsystem, String name, String... objects)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                processor + "-w64-mingw32-gcc", "-s", subsystem, "-Wl,--no-insert-timestamp", "main.c", "-o", name));
        command.addAll(5, List.of(objects));
        run(folder, command.toArray(String[]::new));
    }

    private static void run(Path folder, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** One image of 32 bits a pixel in one colour. */
    private static byte[] icon(int side, byte colour) {
        int pixels = side * side * 4;
        int mask = side * ((side + 31) / 32 * 4);
        var icon = ByteBuffer.allocate(22 + 40 + pixels + mask).order(ByteOrder.LITTLE_ENDIAN);
        icon.putShort((short) 0).putShort((short) 1).putShort((short) 1);
        icon.put((byte) side).put((byte) side).put((byte) 0).put((byte) 0);
        icon.putShort((short) 1).putShort((short) 32).putInt(40 + pixels + mask).putInt(22);
        icon.putInt(40)
                .putInt(side)
                .putInt(2 * side)
                .putShort((short) 1)
                .putShort((short) 32)
                .putInt(0);
        icon.putInt(pixels + mask).putInt(0).putInt(0).putInt(0).putInt(0);
        for (int i = 0; i < pixels; i++) {
            icon.put(colour);
        }
        return icon.array();
    }
}
