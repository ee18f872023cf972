package studio.ctnr.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The contents of markers, as Windows has them in its links. */
public final class SampleLinks {
    private SampleLinks() {}

    public static byte[] junction(String target) {
        return link(0xa0000003, new byte[0], target);
    }

    public static byte[] symbolic(String target, boolean relative) {
        return link(0xa000000c, new byte[] {(byte) (relative ? 1 : 0), 0, 0, 0}, target);
    }

    /** REPARSE_DATA_BUFFER: the target once, for Windows and for people. */
    private static byte[] link(int tag, byte[] flags, String target) {
        byte[] name = target.getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer bytes = ByteBuffer.allocate(16 + flags.length + name.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(tag).putShort((short) (8 + flags.length + name.length)).putShort((short) 0);
        for (int i = 0; i < 2; i++) {
            bytes.putShort((short) 0).putShort((short) name.length);
        }
        return bytes.put(flags).put(name).array();
    }
}
