package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Works through all frames with several threads. Each takes the lowest frame that is left, so the one that a
 * {@link Turnstile} waits for is always under way and no number of threads can lock up. Memory is one worker per thread.
 */
public final class FramePass {
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final int frames;
    private final List<Turnstile> turnstiles;

    /** What one thread does with one frame after the other, with buffers of its own. */
    public interface Worker extends AutoCloseable {
        void work(int frame) throws IOException;

        @Override
        void close();
    }

    /** Makes the worker of each thread. */
    @FunctionalInterface
    public interface Workers {
        Worker get() throws IOException;
    }

    private FramePass(int frames, List<Turnstile> turnstiles) {
        this.frames = frames;
        this.turnstiles = turnstiles;
    }

    /** Returns when every frame is done; the first failure of any thread ends it and is thrown. */
    public static void run(int threads, int frames, List<Turnstile> turnstiles, Workers workers) throws IOException {
        FramePass pass = new FramePass(frames, turnstiles);
        List<Thread> others = IntStream.range(1, Math.min(threads, frames))
                .mapToObj(i -> Thread.ofPlatform().name("frames-" + i).daemon().start(() -> pass.take(workers)))
                .toList();
        pass.take(workers);
        others.forEach(FramePass::join);
        pass.rethrow();
    }

    private void take(Workers workers) {
        try (Worker worker = workers.get()) {
            for (int frame = next.getAndIncrement();
                    frame < frames && failure.get() == null;
                    frame = next.getAndIncrement()) {
                worker.work(frame);
            }
        } catch (Turnstile.Abandoned ignored) {
            // the thread that failed tells why
        } catch (Throwable thrown) {
            failure.compareAndSet(null, thrown);
            turnstiles.forEach(Turnstile::abandon);
        }
    }

    /** An interrupt is kept for later: the workers write to files, and end by themselves. */
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() throws IOException {
        switch (failure.get()) {
            case null -> {}
            case IOException told -> throw told;
            case RuntimeException told -> throw told;
            case Error told -> throw told;
            case Throwable other -> throw new AssertionError(other);
        }
    }
}
