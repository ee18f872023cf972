package studio.ctnr.engine.projection.internal.pe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;

/**
 * Changes a program that this project built: its resources and what it shows itself on. Its section of resources must be
 * the last one, or the last before that of relocations, which is moved as a whole since nothing points into it.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/debug/pe-format">PE format</a>
 */
public final class PeEditor {
    private static final int RESOURCES = 2;
    private static final int CERTIFICATES = 4;
    private static final int RELOCATIONS = 5;
    private static final int SECTION_HEADER = 40;

    private final byte[] image;
    private final int optional;
    private final int directories;
    private final int sections;
    private final int sectionCount;

    /** Takes the bytes of a 32-bit or 64-bit program. */
    public PeEditor(byte[] image) throws Damaged {
        this.image = image.clone();
        Bytes bytes = Bytes.of(image);
        int pe = (int) bytes.u32(0x3c);
        if (bytes.u32(pe) != 0x4550) {
            throw new Damaged("Not a Windows program: no PE signature", pe);
        }
        optional = pe + 24;
        directories = optional + (bytes.u16(optional) == 0x20b ? 112 : 96);
        sections = optional + bytes.u16(pe + 20);
        sectionCount = bytes.u16(pe + 6);
        bytes.part(sections, (long) SECTION_HEADER * sectionCount);
    }

    /** The resources that it has; one with a text for a type or name is refused. */
    public List<ResourceLeaf> resources() throws Damaged {
        int section = resourceSection();
        Bytes tree = Bytes.of(image).part(offset(section), u32(header(section) + 16));
        List<ResourceLeaf> leaves = new ArrayList<>();
        for (long[] type : entries(tree, 0)) {
            for (long[] name : entries(tree, type[1] & 0x7fff_ffffL)) {
                for (long[] language : entries(tree, name[1] & 0x7fff_ffffL)) {
                    Bytes data =
                            tree.part(tree.u32(language[1]) - u32(header(section) + 12), tree.u32(language[1] + 4));
                    leaves.add(
                            new ResourceLeaf((int) type[0], (int) name[0], (int) language[0], data.copy(data.size())));
                }
            }
        }
        return leaves;
    }

    private static List<long[]> entries(Bytes tree, long directory) throws Damaged {
        if (tree.u16(directory + 12) != 0) {
            throw new Damaged("A resource that is named by a text", directory);
        }
        List<long[]> entries = new ArrayList<>();
        for (int i = 0; i < tree.u16(directory + 14); i++) {
            long entry = directory + 16 + 8L * i;
            entries.add(new long[] {tree.u32(entry), tree.u32(entry + 4)});
        }
        return entries;
    }

    /**
     * The program with these resources in the place of its own.
     *
     * @param windows whether it is to be a program of windows, which opens no console, or one of the console
     */
    public byte[] with(List<ResourceLeaf> resources, boolean windows) throws Damaged {
        int section = resourceSection();
        int header = header(section);
        int sectionAlignment = (int) u32(optional + 32);
        int fileAlignment = (int) u32(optional + 36);
        byte[] bytes = new ResourceSection(resources).at((int) u32(header + 12));
        int oldFile = (int) u32(header + 16);
        int newFile = aligned(bytes.length, fileAlignment);
        int start = (int) offset(section);
        byte[] made = new byte[image.length + newFile - oldFile];
        System.arraycopy(image, 0, made, 0, start);
        System.arraycopy(bytes, 0, made, start, bytes.length);
        System.arraycopy(image, start + oldFile, made, start + newFile, image.length - start - oldFile);

        ByteBuffer out = ByteBuffer.wrap(made).order(ByteOrder.LITTLE_ENDIAN);
        int moved = aligned(bytes.length, sectionAlignment) - aligned((int) u32(header + 8), sectionAlignment);
        out.putInt(header + 8, bytes.length).putInt(header + 16, newFile);
        out.putInt(directories + 8 * RESOURCES + 4, bytes.length);
        if (section + 1 < sectionCount) {
            int relocations = header(section + 1);
            out.putInt(relocations + 12, (int) u32(relocations + 12) + moved);
            out.putInt(relocations + 20, (int) u32(relocations + 20) + newFile - oldFile);
            out.putInt(directories + 8 * RELOCATIONS, (int) u32(directories + 8 * RELOCATIONS) + moved);
        }
        out.putInt(optional + 8, (int) u32(optional + 8) + newFile - oldFile);
        out.putInt(optional + 56, (int) u32(optional + 56) + moved);
        out.putShort(optional + 68, (short) (windows ? 2 : 3));
        out.putInt(optional + 64, 0).putInt(optional + 64, checksum(out));
        return made;
    }

    /** The sum over 16-bit words with the carry added in, plus the length, as Windows' CheckSumMappedFile has it. */
    private static int checksum(ByteBuffer image) {
        long sum = 0;
        for (int at = 0; at < image.limit(); at += 2) {
            sum += at + 1 < image.limit() ? image.getShort(at) & 0xffff : image.get(at) & 0xff;
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return (int) (((sum & 0xffff) + (sum >>> 16) & 0xffff) + image.limit());
    }

    private int resourceSection() throws Damaged {
        long address = u32(directories + 8 * RESOURCES);
        if (u32(directories + 8 * CERTIFICATES) != 0) {
            throw new Damaged("The program is signed: a change would break its signature", directories);
        }
        for (int i = 0; i < sectionCount; i++) {
            if (u32(header(i) + 12) == address) {
                boolean last = i == sectionCount - 1;
                boolean beforeRelocations = i == sectionCount - 2
                        && u32(header(i + 1) + 12) == u32(directories + 8 * RELOCATIONS)
                        && u32(header(i + 1) + 20) == offset(i) + u32(header(i) + 16);
                if (last || beforeRelocations) {
                    return i;
                }
            }
        }
        throw new Damaged("The resources of this program do not stand in a section that can grow", sections);
    }

    private int header(int section) {
        return sections + SECTION_HEADER * section;
    }

    private long offset(int section) throws Damaged {
        return u32(header(section) + 20);
    }

    private long u32(long at) throws Damaged {
        return Bytes.of(image).u32(at);
    }

    private static int aligned(int size, int alignment) {
        return (size + alignment - 1) / alignment * alignment;
    }
}
