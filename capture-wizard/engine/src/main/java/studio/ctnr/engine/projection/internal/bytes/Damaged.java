package studio.ctnr.engine.projection.internal.bytes;

import java.io.IOException;

/** A file does not hold what its format says: told with the offset, so that the place can be looked at. */
public final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    public Damaged(String what, long offset) {
        super("%s (at offset 0x%x)".formatted(what, offset));
    }
}
