package studio.ctnr.engine.projection.internal.pe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;

/**
 * An image's resource tree: type, name, language. It is walked three levels deep and no further, whatever its offsets
 * say, and no directory is read beyond a bound, so a tree that points into itself ends.
 */
public final class Resources {
    static final int RT_ICON = 3;
    static final int RT_GROUP_ICON = 14;
    static final int RT_VERSION = 16;

    private static final int ENTRIES_AT_MOST = 4096;
    private static final long BELOW = 0x8000_0000L;

    private final AddressSpace space;
    private final long root;

    Resources(AddressSpace space, long root) {
        this.space = space;
        this.root = root;
    }

    /** A resource that has a number for a name, or -1 for one that has a text. */
    record Named(int id, long offset) {}

    /** The resources of {@code type} in the order of the file, which is the order that icon indexes count in. */
    List<Named> ofType(int type) throws Damaged {
        Bytes tree = space.at(root);
        for (Named found : entries(tree, 0)) {
            if (found.id() == type && (found.offset() & BELOW) != 0) {
                return entries(tree, found.offset() & ~BELOW);
            }
        }
        return List.of();
    }

    /** The resource of {@code type} that the number {@code id} names. */
    Optional<Bytes> find(int type, int id) throws Damaged {
        for (Named found : ofType(type)) {
            if (found.id() == id) {
                return Optional.of(data(found));
            }
        }
        return Optional.empty();
    }

    /** The bytes of a resource, in the first of its languages. */
    Bytes data(Named resource) throws Damaged {
        Bytes tree = space.at(root);
        long leaf = resource.offset();
        if ((leaf & BELOW) != 0) {
            List<Named> languages = entries(tree, leaf & ~BELOW);
            if (languages.isEmpty()) {
                throw new Damaged("A resource without a language", leaf & ~BELOW);
            }
            leaf = languages.getFirst().offset();
        }
        if ((leaf & BELOW) != 0) {
            throw new Damaged("The resource tree is more than three levels deep", leaf & ~BELOW);
        }
        return space.at(tree.u32(leaf)).part(0, tree.u32(leaf + 4));
    }

    private static List<Named> entries(Bytes tree, long directory) throws Damaged {
        int count = tree.u16(directory + 12) + tree.u16(directory + 14);
        if (count > ENTRIES_AT_MOST) {
            throw new Damaged("%d resources in one directory".formatted(count), directory);
        }
        List<Named> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long entry = directory + 16 + 8L * i;
            long name = tree.u32(entry);
            entries.add(new Named((name & BELOW) != 0 ? -1 : (int) name, tree.u32(entry + 4)));
        }
        return entries;
    }
}
