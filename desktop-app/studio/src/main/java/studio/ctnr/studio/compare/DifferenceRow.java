package studio.ctnr.studio.compare;

import java.util.Optional;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.studio.editor.registry.ValueText;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.workbench.compare.Change;
import studio.ctnr.workbench.compare.FileDifference;
import studio.ctnr.workbench.compare.RegistryDifference;
import studio.ctnr.workbench.compare.SettingDifference;

/**
 * One difference, in words.
 *
 * @param part what it belongs to: settings, files or registry
 * @param what the setting, path or key
 * @param before what the first has; empty for nothing
 */
record DifferenceRow(Part part, Change change, String what, String before, String after) {
    enum Part {
        SETTINGS,
        FILES,
        REGISTRY
    }

    static DifferenceRow of(SettingDifference each) {
        return new DifferenceRow(
                Part.SETTINGS,
                each.change(),
                each.path(),
                each.before().orElse(""),
                each.after().orElse(""));
    }

    static DifferenceRow of(FileDifference each) {
        return new DifferenceRow(
                Part.FILES,
                each.change(),
                each.path(),
                file(each.before(), each.content()),
                file(each.after(), each.content()));
    }

    static DifferenceRow of(RegistryDifference each) {
        if (each.value().isEmpty()) {
            String what = each.isOfPermissions() ? Texts.text("compare.permissions", each.key()) : each.key();
            return new DifferenceRow(
                    Part.REGISTRY,
                    each.change(),
                    what,
                    permissions(each, each.before()),
                    permissions(each, each.after()));
        }
        String what = each.value()
                .map(name -> each.key() + "\\" + (name.isEmpty() ? Texts.text("registry.default") : name))
                .orElse(each.key());
        return new DifferenceRow(Part.REGISTRY, each.change(), what, value(each.before()), value(each.after()));
    }

    private static String file(Optional<Entry> entry, boolean content) {
        return entry.map(each ->
                        content ? ByteSize.shown(each.size()) : each.modified().toString())
                .orElse("");
    }

    private static String permissions(RegistryDifference key, Optional<RegistryValue> kept) {
        return kept.map(KeptDescriptor::text)
                .orElse(key.isOfPermissions() ? Texts.text("compare.permissions.none") : "");
    }

    private static String value(Optional<RegistryValue> value) {
        return value.map(ValueText::brief).orElse("");
    }
}
