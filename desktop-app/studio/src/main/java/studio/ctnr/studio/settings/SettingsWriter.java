package studio.ctnr.studio.settings;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/** Saves settings in the background; of several that come while one is written, only the last is. */
public final class SettingsWriter implements AutoCloseable {
    private final SettingsFile file;
    private final ExecutorService thread;
    private final AtomicReference<Settings> waiting = new AtomicReference<>();

    /** @param thread one thread, so that an older state never comes after a newer one */
    public SettingsWriter(SettingsFile file, ExecutorService thread) {
        this.file = file;
        this.thread = thread;
    }

    public void save(Settings settings) {
        if (waiting.getAndSet(settings) == null) {
            thread.execute(() -> file.save(waiting.getAndSet(null)));
        }
    }

    /** Waits for what is still to be written. */
    @Override
    public void close() {
        thread.close();
    }
}
