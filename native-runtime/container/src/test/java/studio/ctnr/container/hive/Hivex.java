package studio.ctnr.container.hive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another implementation of hives, as the programs that Debian's libhivex-bin and libwin-hivex-perl bring. */
final class Hivex {
    private Hivex() {}

    /** What {@code hivexregedit --export} says of a whole hive. */
    static byte[] export(Path hive) throws IOException, InterruptedException {
        return run(List.of("hivexregedit", "--export", hive.toString(), "\\"), new byte[0]);
    }

    /** Lets {@code hivexregedit} write the content of a .reg file in UTF-8 into a hive. */
    static void merge(Path hive, String reg) throws IOException, InterruptedException {
        run(List.of("hivexregedit", "--merge", hive.toString()), reg.getBytes(StandardCharsets.UTF_8));
    }

    /** What {@code hivexsh} answers to a script of commands. */
    static List<String> shell(Path hive, String... commands) throws IOException, InterruptedException {
        byte[] script = (String.join("\n", commands) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] answer = run(List.of("hivexsh", "-w", hive.toString()), script);
        return new String(answer, StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] run(List<String> command, byte[] input) throws IOException, InterruptedException {
        Path in = Files.createTempFile("hivex", ".in");
        Path out = Files.createTempFile("hivex", ".out");
        Path err = Files.createTempFile("hivex", ".err");
        try {
            Files.write(in, input);
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("PERL_UNICODE", "SDA");
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " does not end");
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(command + " failed: " + Files.readString(err));
            }
            return Files.readAllBytes(out);
        } finally {
            Files.delete(in);
            Files.delete(out);
            Files.delete(err);
        }
    }
}
