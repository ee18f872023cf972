package studio.ctnr.container.archive.internal;

import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.Damage;

/** Hears of damage, from any thread; it may end the pass, or note it and let it go on. */
@FunctionalInterface
public interface Findings {
    void found(Damage damage) throws ArchiveException;
}
