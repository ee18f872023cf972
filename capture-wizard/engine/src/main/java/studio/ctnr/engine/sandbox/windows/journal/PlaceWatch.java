package studio.ctnr.engine.sandbox.windows.journal;

import java.io.Closeable;
import studio.ctnr.engine.observe.ChangedPlaces;

/** Watches a machine's drives from one moment on. */
public interface PlaceWatch extends Closeable {
    /** Where files may have changed since that moment. */
    ChangedPlaces places();
}
