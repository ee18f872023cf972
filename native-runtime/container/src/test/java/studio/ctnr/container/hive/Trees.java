package studio.ctnr.container.hive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/** Lines that say everything a tree of keys holds, so that a difference shows where it is. */
final class Trees {
    private Trees() {}

    private record Place(String path, HiveKey key) {}

    static List<String> describe(HiveKey root) {
        return lines(root, true);
    }

    /** Keys and values alone, without times, classes and security. */
    static List<String> content(HiveKey root) {
        return lines(root, false);
    }

    private static List<String> lines(HiveKey root, boolean all) {
        List<String> lines = new ArrayList<>();
        Deque<Place> waiting = new ArrayDeque<>();
        waiting.push(new Place("", root));
        while (!waiting.isEmpty()) {
            Place place = waiting.pop();
            HiveKey key = place.key;
            lines.add("[" + place.path + "]" + (all ? details(key) : ""));
            for (RegistryValue value : key.values()) {
                lines.add("%s = %08x %s".formatted(value.name(), value.type(), RegistryData.hex(value.data())));
            }
            for (HiveKey child : key.children()) {
                waiting.push(new Place(place.path + "\\" + child.name(), child));
            }
        }
        return lines;
    }

    /** How many bytes names, data and classes take, at one byte for each character. */
    static long size(HiveKey root) {
        long size = 0;
        Deque<HiveKey> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            HiveKey key = waiting.pop();
            size += key.name().length() + key.className().orElse("").length();
            for (RegistryValue value : key.values()) {
                size += value.name().length() + value.data().length;
            }
            key.children().forEach(waiting::push);
        }
        return size;
    }

    private static String details(HiveKey key) {
        return " %s %x class %s security %s"
                .formatted(
                        key.lastWritten(),
                        key.flags(),
                        key.className().orElse(""),
                        key.security().map(HexFormat.of()::formatHex).orElse("none"));
    }
}
