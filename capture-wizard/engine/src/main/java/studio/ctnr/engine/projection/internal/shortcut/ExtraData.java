package studio.ctnr.engine.projection.internal.shortcut;

import java.util.Optional;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;

/**
 * The blocks that end a shortcut (MS-SHLLINK 2.5), as far as they name what it opens.
 *
 * @param target the target with environment variables, as the author wrote it
 * @param icon the icon's file likewise
 * @param darwin the Windows Installer's descriptor, still packed
 */
record ExtraData(Optional<String> target, Optional<String> icon, Optional<String> darwin) {
    private static final long ENVIRONMENT = 0xa000_0001L;
    private static final long DARWIN = 0xa000_0006L;
    private static final long ICON_ENVIRONMENT = 0xa000_0007L;
    private static final int ANSI_UNITS = 260;
    private static final int BLOCKS_AT_MOST = 64;

    /** Reads the blocks up to the terminal one; a missing end is no error, since some writers leave it out. */
    static ExtraData read(Bytes bytes) throws Damaged {
        Optional<String> target = Optional.empty();
        Optional<String> icon = Optional.empty();
        Optional<String> darwin = Optional.empty();
        long at = 0;
        for (int i = 0; i < BLOCKS_AT_MOST && at + 8 <= bytes.size(); i++) {
            long size = bytes.u32(at);
            if (size < 8) {
                break;
            }
            Bytes block = bytes.part(at, size);
            long kind = block.u32(4);
            if (kind == ENVIRONMENT) {
                target = text(block);
            } else if (kind == ICON_ENVIRONMENT) {
                icon = text(block);
            } else if (kind == DARWIN) {
                darwin = text(block);
            }
            at += size;
        }
        return new ExtraData(target, icon, darwin);
    }

    private static Optional<String> text(Bytes block) throws Damaged {
        String wide = block.size() >= 8 + 3 * ANSI_UNITS ? block.utf16(8 + ANSI_UNITS, ANSI_UNITS) : "";
        String text = wide.isEmpty() ? block.ansi(8, ANSI_UNITS, LinkReader.ANSI) : wide;
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
