package studio.ctnr.engine.projection.internal.pe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;

/**
 * A Windows program or library as its headers describe it.
 *
 * @param machine the processor it is made for
 * @param subsystem what it shows itself on
 * @param library whether it is a DLL
 * @param managed whether it holds .NET code: it carries a CLR header
 * @param resources its resource tree, when it has one
 * @see <a href="https://learn.microsoft.com/windows/win32/debug/pe-format">PE format</a>
 */
public record PeImage(
        Machine machine, Subsystem subsystem, boolean library, boolean managed, Optional<Resources> resources) {
    private static final int SECTIONS_AT_MOST = 96;
    private static final int RESOURCE_TABLE = 2;
    private static final int CERTIFICATE_TABLE = 4;
    private static final int CLR_HEADER = 14;
    private static final int DLL = 0x2000;

    /** The processor: IMAGE_FILE_MACHINE_*. */
    public enum Machine {
        X86,
        X64,
        ARM64,
        OTHER;

        static Machine of(int number) {
            return switch (number) {
                case 0x14c -> X86;
                case 0x8664 -> X64;
                case 0xaa64 -> ARM64;
                default -> OTHER;
            };
        }
    }

    /** IMAGE_SUBSYSTEM_*: NATIVE is what drivers are. */
    public enum Subsystem {
        NATIVE,
        WINDOWS,
        CONSOLE,
        OTHER;

        static Subsystem of(int number) {
            return switch (number) {
                case 1 -> NATIVE;
                case 2 -> WINDOWS;
                case 3 -> CONSOLE;
                default -> OTHER;
            };
        }
    }

    /** Whether these bytes begin as a DOS or Windows program does. */
    public static boolean isLikely(Bytes bytes) throws Damaged {
        return bytes.holds(0, "MZ");
    }

    /**
     * Reads the headers; resources are read when they are asked for.
     *
     * @throws Damaged when it is no PE image, or one that is cut short or lies about its own offsets
     */
    public static PeImage read(Bytes bytes) throws IOException {
        if (!isLikely(bytes)) {
            throw new Damaged("Not a Windows program: it does not begin with MZ", 0);
        }
        long pe = bytes.u32(0x3c);
        if (bytes.u32(pe) != 0x4550) {
            throw new Damaged("Not a Windows program: no PE signature", pe);
        }
        int sections = bytes.u16(pe + 6);
        int optionalSize = bytes.u16(pe + 20);
        long optional = pe + 24;
        if (sections > SECTIONS_AT_MOST) {
            throw new Damaged("%d sections; Windows loads at most %d".formatted(sections, SECTIONS_AT_MOST), pe + 6);
        }
        int magic = bytes.u16(optional);
        if (magic != 0x10b && magic != 0x20b) {
            throw new Damaged("Neither a 32-bit nor a 64-bit Windows program", optional);
        }
        long directories = optional + (magic == 0x20b ? 112 : 96);
        AddressSpace space = new AddressSpace(bytes, sections(bytes, optional + optionalSize, sections));
        long count = bytes.u32(directories - 4);
        long resources = directory(bytes, directories, count, RESOURCE_TABLE);
        return new PeImage(
                Machine.of(bytes.u16(pe + 4)),
                Subsystem.of(bytes.u16(optional + 68)),
                (bytes.u16(pe + 22) & DLL) != 0,
                directory(bytes, directories, count, CLR_HEADER) != 0,
                resources == 0 ? Optional.empty() : Optional.of(new Resources(space, resources)));
    }

    /**
     * The table of signatures: the one table of an image that lies outside its sections.
     *
     * @return empty when it carries none
     */
    public static Optional<Bytes> certificates(Bytes bytes) throws Damaged {
        long entry = certificateEntry(bytes);
        long offset = entry == 0 ? 0 : bytes.u32(entry);
        return offset == 0 ? Optional.empty() : Optional.of(bytes.part(offset, bytes.u32(entry + 4)));
    }

    /** Where the headers say where the table of signatures is; 0 when they have no place for that. */
    static long certificateEntry(Bytes bytes) throws Damaged {
        long optional = bytes.u32(0x3c) + 24;
        long directories = optional + (bytes.u16(optional) == 0x20b ? 112 : 96);
        return CERTIFICATE_TABLE < bytes.u32(directories - 4) ? directories + 8L * CERTIFICATE_TABLE : 0;
    }

    /** The address of the table {@code index} of the data directories; 0 when there is none. */
    private static long directory(Bytes bytes, long directories, long count, int index) throws Damaged {
        return index < count ? bytes.u32(directories + 8L * index) : 0;
    }

    private static List<AddressSpace.Section> sections(Bytes bytes, long table, int count) throws Damaged {
        List<AddressSpace.Section> sections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long header = table + 40L * i;
            sections.add(new AddressSpace.Section(
                    bytes.u32(header + 12), bytes.u32(header + 8), bytes.u32(header + 20), bytes.u32(header + 16)));
        }
        return sections;
    }
}
