package studio.ctnr.container.archive.internal;

import java.util.EnumMap;
import java.util.Map;
import studio.ctnr.container.archive.manifest.Sha256;

/** The content of SHA256SUMS: a line for each member before it, as {@code sha256sum} writes it. */
public final class Checksums {
    private final Map<Member, Sha256> values = new EnumMap<>(Member.class);

    public void add(Member member, Sha256 value) {
        values.put(member, value);
    }

    /** The line of one member, with its end; empty for a member without a value. */
    public String line(Member member) {
        Sha256 value = values.get(member);
        return value == null ? "" : value + "  " + member.fileName() + "\n";
    }

    /** All lines, in the order of the members. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Member member : Member.values()) {
            text.append(line(member));
        }
        return text.toString();
    }
}
