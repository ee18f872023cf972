package studio.ctnr.engine.projection.internal.pe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the bytes of a section of resources: the directories of types, of names and of languages, then the places of
 * the data, then the data. Equal resources make equal bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/debug/pe-format#the-rsrc-section">The .rsrc section</a>
 */
final class ResourceSection {
    private static final int DIRECTORY = 16;
    private static final int ENTRY = 8;
    private static final int PLACE = 16;
    private static final int BELOW = 0x8000_0000;

    private final SortedMap<Integer, SortedMap<Integer, SortedMap<Integer, ResourceLeaf>>> tree = new TreeMap<>();
    private final List<ResourceLeaf> leaves;

    ResourceSection(List<ResourceLeaf> leaves) {
        this.leaves = leaves.stream().sorted(ResourceLeaf.ORDER).toList();
        for (ResourceLeaf leaf : this.leaves) {
            tree.computeIfAbsent(leaf.type(), type -> new TreeMap<>())
                    .computeIfAbsent(leaf.name(), name -> new TreeMap<>())
                    .put(leaf.language(), leaf);
        }
    }

    /**
     * The section's bytes.
     *
     * @param address where the section will lie in memory, relative to the image
     */
    byte[] at(int address) {
        int places = directories();
        int data = aligned(places + PLACE * leaves.size());
        int size = data;
        for (ResourceLeaf leaf : leaves) {
            size = aligned(size + leaf.data().length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        int names = DIRECTORY + ENTRY * tree.size();
        int languages = names;
        for (var type : tree.values()) {
            languages += DIRECTORY + ENTRY * type.size();
        }
        directory(bytes, tree.size());
        for (var type : tree.entrySet()) {
            bytes.putInt(type.getKey()).putInt(names | BELOW);
            names += DIRECTORY + ENTRY * type.getValue().size();
        }
        for (var type : tree.values()) {
            directory(bytes, type.size());
            for (var name : type.entrySet()) {
                bytes.putInt(name.getKey()).putInt(languages | BELOW);
                languages += DIRECTORY + ENTRY * name.getValue().size();
            }
        }
        int place = places;
        for (var type : tree.values()) {
            for (var name : type.values()) {
                directory(bytes, name.size());
                for (int language : name.keySet()) {
                    bytes.putInt(language).putInt(place);
                    place += PLACE;
                }
            }
        }
        int at = data;
        for (ResourceLeaf leaf : leaves) {
            bytes.putInt(address + at).putInt(leaf.data().length).putInt(0).putInt(0);
            bytes.put(at, leaf.data());
            at = aligned(at + leaf.data().length);
        }
        return bytes.array();
    }

    /** The size of all directories. */
    private int directories() {
        int size = DIRECTORY + ENTRY * tree.size();
        for (var type : tree.values()) {
            size += DIRECTORY + ENTRY * type.size();
            for (var name : type.values()) {
                size += DIRECTORY + ENTRY * name.size();
            }
        }
        return size;
    }

    private static void directory(ByteBuffer bytes, int entries) {
        bytes.putInt(0).putInt(0).putInt(0).putShort((short) 0).putShort((short) entries);
    }

    private static int aligned(int offset) {
        return offset + 7 & ~7;
    }
}
