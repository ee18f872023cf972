package studio.ctnr.wizard.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.reg.HiveMounts;
import studio.ctnr.container.reg.RegFileWriter;
import studio.ctnr.container.reg.RegVersion;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffTree;

/** Captured keys and values as a .reg file. What was deleted is left out. */
final class RegistryExport {
    private RegistryExport() {}

    /**
     * Writes nodes with all that they hold, whether it is included or not, with the values as they are amended.
     *
     * @return how many values were written
     */
    static int write(DiffState state, List<Integer> nodes, Path goal) throws IOException {
        HiveKey all = HiveKey.root("captured");
        int values = 0;
        for (int top : nodes) {
            for (int node = top; node < state.tree().end(top); node++) {
                values += put(state, node, all);
            }
        }
        AtomicFile.write(goal, out -> {
            RegFileWriter writer = new RegFileWriter(out, RegVersion.V5, StandardCharsets.UTF_16LE);
            for (HiveKey hive : all.children()) {
                // a hive alone is no key that regedit takes
                for (HiveKey key : hive.children()) {
                    writer.tree(hive.name() + "\\" + key.name(), key);
                }
            }
            writer.flush();
        });
        return values;
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
