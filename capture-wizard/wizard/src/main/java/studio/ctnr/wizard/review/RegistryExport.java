package studio.ctnr.wizard.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.reg.HiveMounts;
import studio.ctnr.container.reg.RegFileWriter;
import studio.ctnr.container.reg.RegVersion;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffTree;

/** Captured keys and values as a .reg file: what was added and changed is set, what was deleted is deleted by it. */
final class RegistryExport {
    private RegistryExport() {}

    /**
     * Writes nodes with all that they hold, whether it is included or not, with the values as they are amended.
     *
     * @return how many values are set and deleted
     */
    static int write(DiffState state, List<Integer> nodes, Path goal) throws IOException {
        HiveKey all = HiveKey.root("captured");
        Deletions deleted = new Deletions(new ArrayList<>(), new LinkedHashMap<>());
        int values = 0;
        for (int top : nodes) {
            for (int node = top; node < state.tree().end(top); node++) {
                values += put(state, node, all) + deleted.put(state.tree(), node);
            }
        }
        AtomicFile.write(goal, out -> {
            RegFileWriter writer = new RegFileWriter(out, RegVersion.V5, StandardCharsets.UTF_16LE);
            for (String key : deleted.keys) {
                writer.deletion(key);
            }
            for (HiveKey hive : all.children()) {
                // a hive alone is no key that regedit takes
                for (HiveKey key : hive.children()) {
                    writer.tree(hive.name() + "\\" + key.name(), key);
                }
            }
            for (Map.Entry<String, List<String>> key : deleted.values.entrySet()) {
                writer.deletions(key.getKey(), key.getValue());
            }
            writer.flush();
        });
        return values;
    }

    /** Keys that are gone, each with all below it, and the names of values that are, by their keys. */
    private record Deletions(List<String> keys, Map<String, List<String>> values) {
        int put(DiffTree tree, int node) {
            if (!tree.changed(node) || tree.happened(node).orElseThrow() != ChangeKind.DELETED) {
                return 0;
            }
            String key = HiveMounts.longName(tree.path(node));
            if (keys.stream()
                    .anyMatch(gone -> WindowsNames.fold(key + "\\").startsWith(WindowsNames.fold(gone + "\\")))) {
                return 0;
            }
            if (tree.value(node).isEmpty()) {
                keys.add(key);
                return 0;
            }
            values.computeIfAbsent(key, each -> new ArrayList<>())
                    .add(tree.value(node).get().name());
            return 1;
        }
    }

    private static int put(DiffState state, int node, HiveKey all) {
        DiffTree tree = state.tree();
        if (!tree.changed(node) || tree.happened(node).orElseThrow() == ChangeKind.DELETED) {
            return 0;
        }
        HiveKey key = all.findOrCreate(HiveMounts.longName(tree.path(node)));
        RegistryValue value =
                state.value(node).flatMap(change -> change.after()).orElse(null);
        if (value == null) {
            return 0;
        }
        key.put(value);
        return 1;
    }
}
