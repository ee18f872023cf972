package studio.ctnr.engine.projection.internal.pe;

import java.util.List;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;

/** Finds in the file what an image names by its address in memory. */
record AddressSpace(Bytes file, List<Section> sections) {

    /** One section: where it lies in memory and in the file, and how much of it. */
    record Section(long address, long memorySize, long offset, long fileSize) {
        boolean holds(long wanted) {
            return wanted >= address && wanted - address < Math.max(memorySize, fileSize);
        }
    }

    /** What lies at {@code address} up to the end of its section's bytes in the file. */
    Bytes at(long address) throws Damaged {
        for (Section section : sections) {
            if (section.holds(address)) {
                long within = address - section.address();
                long available = Math.min(section.fileSize(), file.size() - section.offset());
                return file.part(section.offset() + within, available - within);
            }
        }
        throw new Damaged("The address 0x%x lies in no section".formatted(address), 0);
    }
}
