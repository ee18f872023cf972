package studio.ctnr.engine.projection.internal.variables;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import studio.ctnr.container.Variable;
import studio.ctnr.engine.projection.report.Portability.Action;
import studio.ctnr.engine.projection.report.Portability.Place;

/**
 * Looks for traces in bytes of an unknown format: as 8-bit text, as UTF-16 at even and odd offsets, and for the user's
 * SID in its binary form. They are told, never replaced: a length or a checksum that nobody knows of may cover them.
 */
public final class BinaryScan {
    private static final String UNKNOWN = "It stands in data whose format is not known; a change could damage it.";
    private static final String KEPT = "A shortcut is kept as the installer made it; its entry point is portable.";
    /** A trace needs some characters at least; most binary values are numbers and flags shorter than that. */
    private static final int SHORTEST = 8;

    private static final int LOOKED_AT = 1 << 20;

    private final PortableText text;
    private final Findings findings;
    private final byte[] sid;

    /** @param sid the capturing user's, as text */
    public BinaryScan(PortableText text, Findings findings, String sid) {
        this.text = text;
        this.findings = findings;
        this.sid = binary(sid);
    }

    /** Looks through the first megabyte of {@code data}. */
    public void look(byte[] data, Place place, String where) {
        if (data.length < SHORTEST) {
            return;
        }
        String why = place == Place.SHORTCUT ? KEPT : UNKNOWN;
        byte[] bytes = data.length > LOOKED_AT ? Arrays.copyOf(data, LOOKED_AT) : data;
        text.report(new String(bytes, StandardCharsets.ISO_8859_1), place, where, why);
        for (int odd = 0; odd < 2; odd++) {
            ByteBuffer units = ByteBuffer.wrap(bytes, odd, bytes.length - odd).order(ByteOrder.LITTLE_ENDIAN);
            text.report(units.asCharBuffer(), place, where, why);
        }
        if (sid.length > 0 && indexOf(bytes, sid) >= 0) {
            findings.add(place, where, Variable.USERSID, "the SID's bytes", Action.LEFT, why);
        }
    }

    /** A SID as Windows stores it: revision, count, authority in 6 bytes, then the numbers; empty when it is none. */
    private static byte[] binary(String sid) {
        List<String> parts = List.of(sid.split("-"));
        if (!sid.matches("S-1-5-21(-\\d{1,10}){4}")) {
            return new byte[0];
        }
        int count = parts.size() - 3;
        ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * count);
        bytes.put((byte) 1).put((byte) count).put(new byte[] {0, 0, 0, 0, 0, 5});
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        parts.stream().skip(3).forEach(part -> bytes.putInt((int) Long.parseLong(part)));
        return bytes.array();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
