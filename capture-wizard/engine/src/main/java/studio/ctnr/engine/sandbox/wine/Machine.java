package studio.ctnr.engine.sandbox.wine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxException.Code;

/**
 * The place in which one Wine prefix lives, with a shell in it that runs commands. Everything in it ends when it is
 * closed, and when this process dies in whatever way: the shell ends with its standard input, and its process
 * namespace with it.
 */
final class Machine implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final MachinePlan plan;
    private final Process process;
    private final Writer commands;
    private final Map<Integer, CompletableFuture<Integer>> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Integer> ready = new CompletableFuture<>();
    private volatile List<ProcessHandle> killed = List.of();
    private int lastCommand;

    private Machine(MachinePlan plan, Process process) {
        this.plan = plan;
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("machine-" + process.pid()).start(this::hear);
    }

    static Machine start(MachinePlan plan) throws SandboxException, IOException {
        List<String> command = plan.command();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(log(plan).toFile());
        builder.environment().clear();
        builder.environment().putAll(plan.environment());
        Machine machine = new Machine(plan, builder.start());
        try {
            machine.await(machine.ready, START_LIMIT);
        } catch (TimeoutException e) {
            machine.close();
            throw machine.failed("The machine did not start within " + START_LIMIT.toSeconds() + " s");
        } catch (SandboxException e) {
            machine.close();
            throw e;
        }
        return machine;
    }

    private static Path log(MachinePlan plan) {
        return plan.layout().scratch().resolve("machine.log");
    }

    MachineLayout layout() {
        return plan.layout();
    }

    MachinePlan plan() {
        return plan;
    }

    /** On the host. */
    long processId() {
        return process.pid();
    }

    /** Starts a shell command of one line inside; the future has its exit status. */
    CompletableFuture<Integer> submit(String command) throws IOException {
        CompletableFuture<Integer> done = new CompletableFuture<>();
        synchronized (commands) {
            int number = ++lastCommand;
            running.put(number, done);
            commands.write("{ %s ; } </dev/null >&2; echo \"done %d $?\"\n".formatted(command, number));
            commands.flush();
        }
        if (!process.isAlive()) {
            endAll();
        }
        return done;
    }

    /** Runs a shell command and waits for it; what it says wrong is in the message. */
    void run(String what, String command, Duration limit) throws SandboxException, IOException {
        try {
            int status = await(submit(command), limit);
            if (status != 0) {
                throw failed(what + " failed with status " + status);
            }
        } catch (TimeoutException e) {
            throw failed(what + " did not end within " + limit.toSeconds() + " s");
        }
    }

    /**
     * Waits for a command.
     *
     * @throws SandboxException when the whole machine ended first
     */
    int await(CompletableFuture<Integer> done, Duration limit) throws SandboxException, IOException, TimeoutException {
        try {
            return done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed("The machine ended by itself");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the machine", e);
        }
    }

    SandboxException failed(String what) {
        return new SandboxException(Code.MACHINE_FAILED, what + lastWords(), "Run: ctnr doctor; then try again.");
    }

    private String lastWords() {
        try (var lines = Files.lines(log(plan), StandardCharsets.ISO_8859_1)) {
            List<String> last =
                    new ArrayList<>(lines.filter(line -> !line.isBlank()).toList());
            return last.isEmpty() ? "." : ": " + last.getLast();
        } catch (IOException | UncheckedIOException e) {
            return ".";
        }
    }

    private void hear() {
        try (BufferedReader replies = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = replies.readLine(); line != null; line = replies.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("ready")) {
                    ready.complete(0);
                } else if (words.length == 3 && words[0].equals("done")) {
                    CompletableFuture<Integer> done = running.remove(Integer.parseInt(words[1]));
                    if (done != null) {
                        done.complete(Integer.parseInt(words[2]));
                    }
                }
            }
        } catch (IOException | NumberFormatException e) {
            process.destroyForcibly();
        }
        endAll();
    }

    private void endAll() {
        IOException ended = new IOException("The machine ended");
        ready.completeExceptionally(ended);
        running.values().forEach(done -> done.completeExceptionally(ended));
    }

    /** Ends everything at once; may be called from any thread. */
    void kill() {
        killed = process.children().toList();
        process.destroyForcibly();
    }

    /** Not locked in, what was below the killed process ends everything else, and itself last. */
    private void awaitKilled() throws InterruptedException {
        for (ProcessHandle one : killed) {
            try {
                one.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                one.destroyForcibly();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            commands.close();
        } catch (IOException e) {
            // it ended before: nothing more to say to it
        }
        boolean interrupted = false;
        try {
            if (!process.waitFor(STOP_LIMIT)) {
                process.destroyForcibly();
                process.waitFor(STOP_LIMIT);
            }
            awaitKilled();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            interrupted = true;
        }
        endAll();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
