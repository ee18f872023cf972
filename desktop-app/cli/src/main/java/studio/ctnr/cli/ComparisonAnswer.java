package studio.ctnr.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.workbench.compare.Change;
import studio.ctnr.workbench.compare.Comparison;
import studio.ctnr.workbench.compare.FileDifference;
import studio.ctnr.workbench.compare.RegistryDifference;
import studio.ctnr.workbench.compare.SettingDifference;

/** A comparison as {@code --json} writes it; what one of the two does not have is null. */
record ComparisonAnswer(
        Comparison.Side first,
        Comparison.Side second,
        boolean same,
        List<Setting> settings,
        List<File> files,
        List<Registry> registry) {

    record Setting(String path, String change, String before, String after) {
        static Setting of(SettingDifference setting) {
            return new Setting(
                    setting.path(),
                    word(setting.change()),
                    setting.before().orElse(null),
                    setting.after().orElse(null));
        }
    }

    record File(
            String path,
            String change,
            boolean content,
            Long sizeBefore,
            Long sizeAfter,
            String sha256Before,
            String sha256After) {
        static File of(FileDifference file) {
            return new File(
                    file.path(),
                    word(file.change()),
                    file.content(),
                    file.before().map(Entry::size).orElse(null),
                    file.after().map(Entry::size).orElse(null),
                    hash(file.before()),
                    hash(file.after()));
        }

        private static String hash(Optional<Entry> entry) {
            return entry.filter(present -> present.kind().hasContent())
                    .map(present -> present.sha256().toString())
                    .orElse(null);
        }
    }

    /** A key has {@code permissions} when an application set some on it, in either; they differ when it is changed. */
    record Registry(
            String key,
            String value,
            String change,
            Map<String, Object> before,
            Map<String, Object> after,
            Permissions permissions) {
        /** In the security descriptor definition language. */
        record Permissions(String before, String after) {}

        static Registry of(RegistryDifference difference) {
            boolean key = difference.value().isEmpty();
            boolean kept = difference.before().isPresent() || difference.after().isPresent();
            return new Registry(
                    difference.key(),
                    difference.value().orElse(null),
                    word(difference.change()),
                    key ? null : difference.before().map(Registry::document).orElse(null),
                    key ? null : difference.after().map(Registry::document).orElse(null),
                    key && kept ? new Permissions(text(difference.before()), text(difference.after())) : null);
        }

        private static String text(Optional<RegistryValue> kept) {
            return kept.map(KeptDescriptor::text).orElse(null);
        }

        private static Map<String, Object> document(RegistryValue value) {
            return new ShownValue(value).document();
        }
    }

    static ComparisonAnswer of(Comparison comparison) {
        return new ComparisonAnswer(
                comparison.first(),
                comparison.second(),
                comparison.isSame(),
                comparison.settings().stream().map(Setting::of).toList(),
                comparison.files().stream().map(File::of).toList(),
                comparison.registry().stream().map(Registry::of).toList());
    }

    private static String word(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }
}
