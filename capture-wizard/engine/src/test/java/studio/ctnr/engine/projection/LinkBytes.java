package studio.ctnr.engine.projection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes .lnk files as MS-SHLLINK says, part by part, for tests. */
public final class LinkBytes {
    private static final byte[] HEADER_CLASS = {1, 20, 2, 0, 0, 0, 0, 0, (byte) 0xc0, 0, 0, 0, 0, 0, 0, 0x46};

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private final ByteArrayOutputStream extra = new ByteArrayOutputStream();
    private int flags = 0x80;
    private int iconIndex;

    private LinkBytes() {}

    /** A shortcut to a path on a volume. */
    public static LinkBytes to(String target) {
        LinkBytes link = new LinkBytes();
        link.flags |= 2;
        byte[] path = (target + "\0").getBytes(StandardCharsets.UTF_16LE);
        int volume = 0x24;
        int ansi = volume + 0x11;
        int suffix = ansi + 1;
        int unicode = suffix + 1;
        ByteBuffer info = little(unicode + path.length + 2);
        info.putInt(info.capacity()).putInt(0x24).putInt(1).putInt(volume).putInt(ansi);
        info.putInt(0).putInt(suffix).putInt(unicode).putInt(unicode + path.length);
        info.putInt(0x11).putInt(3).putInt(0).putInt(0x10).put((byte) 0);
        info.put((byte) 0).put((byte) 0).put(path).putShort((short) 0);
        link.parts.writeBytes(info.array());
        return link;
    }

    /** A shortcut with no target but what its other parts say. */
    public static LinkBytes empty() {
        return new LinkBytes();
    }

    /** Texts in the order that the format has them in; null for none. */
    public LinkBytes texts(String name, String folder, String arguments, String icon) {
        text(4, name);
        text(0x10, folder);
        text(0x20, arguments);
        text(0x40, icon);
        return this;
    }

    public LinkBytes iconIndex(int index) {
        iconIndex = index;
        return this;
    }

    public LinkBytes environment(String target) {
        return block(0xa000_0001, target);
    }

    public LinkBytes darwin(String descriptor) {
        return block(0xa000_0006, descriptor);
    }

    private LinkBytes block(int signature, String text) {
        ByteBuffer block = little(0x314);
        block.putInt(0x314).putInt(signature).position(8 + 260);
        block.put(text.getBytes(StandardCharsets.UTF_16LE));
        extra.writeBytes(block.array());
        return this;
    }

    private void text(int flag, String text) {
        if (text != null) {
            flags |= flag;
            parts.writeBytes(little(2).putShort((short) text.length()).array());
            parts.writeBytes(text.getBytes(StandardCharsets.UTF_16LE));
        }
    }

    public byte[] bytes() {
        ByteBuffer header = little(0x4c);
        header.putInt(0x4c).put(HEADER_CLASS).putInt(flags).position(0x38);
        header.putInt(iconIndex);
        ByteArrayOutputStream link = new ByteArrayOutputStream();
        link.writeBytes(header.array());
        link.writeBytes(parts.toByteArray());
        link.writeBytes(extra.toByteArray());
        link.writeBytes(new byte[4]);
        return link.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
