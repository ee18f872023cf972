package studio.ctnr.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.workbench.compare.Change;
import studio.ctnr.workbench.compare.Comparison;
import studio.ctnr.workbench.compare.FileDifference;
import studio.ctnr.workbench.compare.RegistryDifference;
import studio.ctnr.workbench.compare.SettingDifference;

/** Tells a comparison to people: a line for each difference, {@code +} added, {@code -} removed, {@code ~} changed. */
record ComparisonText(PrintWriter out) {
    void tell(Comparison comparison) {
        if (comparison.isSame()) {
            out.println("no differences");
            return;
        }
        section("settings", comparison.settings().size());
        comparison.settings().forEach(this::tell);
        section("files", comparison.files().size());
        comparison.files().forEach(this::tell);
        section("registry", comparison.registry().size());
        comparison.registry().forEach(this::tell);
    }

    private void section(String title, int count) {
        if (count > 0) {
            out.printf(Locale.ROOT, "%s (%,d)%n", title, count);
        }
    }

    private static char sign(Change change) {
        return switch (change) {
            case ADDED -> '+';
            case REMOVED -> '-';
            case CHANGED -> '~';
        };
    }

    private void tell(SettingDifference setting) {
        line(setting.change(), setting.path() + ": " + between(setting.before(), setting.after()));
    }

    private void tell(FileDifference file) {
        String what = file.change() != Change.CHANGED
                ? size(file.after().or(file::before))
                : file.content()
                        ? between(
                                file.before().map(entry -> size(Optional.of(entry))),
                                file.after().map(entry -> size(Optional.of(entry))))
                        : "(time, attributes or spelling)";
        line(file.change(), file.path() + " " + what);
    }

    private static String size(Optional<Entry> entry) {
        return entry.filter(present -> present.kind().hasContent())
                .map(present -> ByteSize.text(present.size()))
                .orElse("");
    }

    private void tell(RegistryDifference difference) {
        String name = difference
                .value()
                .map(value -> value.isEmpty() ? " @" : " " + value)
                .orElse("");
        String data = difference.value().isEmpty()
                ? permissions(difference)
                : " = "
                        + between(
                                difference.before().map(ComparisonText::data),
                                difference.after().map(ComparisonText::data));
        line(difference.change(), "[" + difference.key() + "]" + name + data);
    }

    private static String permissions(RegistryDifference key) {
        if (key.isOfPermissions()) {
            return " the permissions differ: " + permissions(key.before()) + " -> " + permissions(key.after());
        }
        return key.before().isPresent() || key.after().isPresent() ? " (has its own security descriptor)" : "";
    }

    private static String permissions(Optional<RegistryValue> kept) {
        return kept.map(KeptDescriptor::text).orElse("inherited");
    }

    private static String data(RegistryValue value) {
        ShownValue shown = new ShownValue(value);
        return shown.type() + " " + shown.brief();
    }

    private static String between(Optional<String> before, Optional<String> after) {
        return before.isPresent() && after.isPresent()
                ? before.get() + " -> " + after.get()
                : after.or(() -> before).orElse("");
    }

    private void line(Change change, String text) {
        out.println("  " + sign(change) + " " + Printable.of(text).stripTrailing());
    }
}
