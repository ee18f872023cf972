package studio.ctnr.victim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A program of its own that works over and over until it is killed. */
public final class Victim {
    private Victim() {}

    /** A piece of work, done for the {@code round}-th time. */
    public interface Work {
        void run(int round) throws IOException;
    }

    /** The victim's side: says how many nanoseconds the first round took, and goes on for ever. */
    public static void work(Work work) throws IOException {
        long start = System.nanoTime();
        work.run(0);
        System.out.println(System.nanoTime() - start);
        for (int round = 1; ; round++) {
            work.run(round);
        }
    }

    /** Starts {@code program} and kills it at a random moment of its second round, or soon after it. */
    public static void kill(Random random, Class<?> program, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process victim = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = victim.inputReader()) {
            String first = out.readLine();
            if (first == null) {
                throw new IOException(program.getName() + " ended before it was killed");
            }
            LockSupport.parkNanos(random.nextLong(Long.parseLong(first)));
            if (!victim.isAlive()) {
                throw new IOException(program.getName() + " ended by itself");
            }
        } finally {
            victim.destroyForcibly().onExit().join();
        }
    }
}
