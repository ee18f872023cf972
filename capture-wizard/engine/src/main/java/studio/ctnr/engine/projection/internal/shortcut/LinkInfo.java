package studio.ctnr.engine.projection.internal.shortcut;

import java.util.Optional;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;

/** The part of a shortcut that says where its target was found: a path on a volume (MS-SHLLINK 2.3). */
final class LinkInfo {
    private static final int ON_A_VOLUME = 1;
    private static final int PATH_AT_MOST = 32_767;

    private LinkInfo() {}

    /** The target's path; empty when it lies on a network or nowhere. */
    static Optional<String> path(Bytes info) throws Damaged {
        if (info.size() < 28 || (info.u32(8) & ON_A_VOLUME) == 0) {
            return Optional.empty();
        }
        boolean unicode = info.u32(4) >= 0x24;
        String path = unicode && info.u32(28) != 0
                ? info.utf16(info.u32(28), PATH_AT_MOST)
                : info.ansi(info.u32(16), PATH_AT_MOST, LinkReader.ANSI);
        String rest = unicode && info.u32(32) != 0
                ? info.utf16(info.u32(32), PATH_AT_MOST)
                : info.ansi(info.u32(24), PATH_AT_MOST, LinkReader.ANSI);
        String whole = rest.isEmpty() || path.endsWith("\\") || path.isEmpty() ? path + rest : path + "\\" + rest;
        return whole.isBlank() ? Optional.empty() : Optional.of(whole);
    }
}
