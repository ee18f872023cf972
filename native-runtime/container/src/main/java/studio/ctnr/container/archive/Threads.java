package studio.ctnr.container.archive;

/** How many threads go through an archive's frames. */
final class Threads {
    /** What one thread needs for its frame and the packed one, with some room. */
    private static final long MEMORY = 32L << 20;

    private static final int MOST = 64;

    private Threads() {}

    /** As many as there are processors, and memory for in half of the heap. */
    static int fitting() {
        Runtime machine = Runtime.getRuntime();
        long memory = Math.max(1, machine.maxMemory() / 2 / MEMORY);
        return (int) Math.min(Math.min(machine.availableProcessors(), MOST), memory);
    }

    static int checked(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw new IllegalArgumentException("The number of threads is 1 to " + MOST + ", not " + wanted);
        }
        return wanted;
    }
}
