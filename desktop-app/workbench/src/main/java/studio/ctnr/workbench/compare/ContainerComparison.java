package studio.ctnr.workbench.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.ArchiveDifference;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryOrder;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.workbench.compare.Comparison.Side;

/** Compares two containers by their manifests; only config.yml and hives that differ are read. */
public final class ContainerComparison {
    private static final String CONFIG = "config.yml";

    private final Comparand first;
    private final Comparand second;

    private ContainerComparison(Comparand first, Comparand second) {
        this.first = first;
        this.second = second;
    }

    /** Does not close the two. */
    public static Comparison between(Comparand first, Comparand second, Progress progress) throws IOException {
        return new ContainerComparison(first, second).compare(progress);
    }

    private Comparison compare(Progress progress) throws IOException {
        List<Entry> before = first.entries(progress);
        List<Entry> after = second.entries(progress);
        ConfigDocument config = config(first, before);
        ConfigDocument otherConfig = config(second, after);
        progress.at("comparing the registry", -1, -1);
        List<RegistryDifference> registry = new ArrayList<>();
        for (var hive : ContainerHives.FILES.entrySet()) {
            Optional<Entry> one = Comparand.find(before, hive.getKey());
            Optional<Entry> other = Comparand.find(after, hive.getKey());
            if (!one.map(Entry::sha256).equals(other.map(Entry::sha256))) {
                registry.addAll(Keys.compare(
                        hive.getValue(),
                        hive(first, one).root(),
                        hive(second, other).root()));
            }
        }
        return new Comparison(
                side(first, config),
                side(second, otherConfig),
                Settings.compare(config, otherConfig),
                files(before, after),
                registry);
    }

    private static Side side(Comparand comparand, ConfigDocument config) {
        return new Side(comparand.source(), text(config, "id"), text(config, "name"), text(config, "version"));
    }

    private static String text(ConfigDocument config, String setting) {
        return config.get(setting).map(Object::toString).orElse("");
    }

    private static ConfigDocument config(Comparand comparand, List<Entry> entries) throws IOException {
        Entry entry = Comparand.find(entries, CONFIG)
                .orElseThrow(() -> new IOException(comparand.source() + " is no container: it holds no config.yml"));
        try (InputStream in = comparand.open(entry)) {
            return ConfigDocument.parse(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8), comparand.source() + "/" + CONFIG);
        }
    }

    private static Hive hive(Comparand comparand, Optional<Entry> entry) throws IOException {
        if (entry.isEmpty()) {
            return Hive.empty();
        }
        try (InputStream in = comparand.open(entry.get())) {
            return Hive.read(
                    in.readAllBytes(), comparand.source() + "/" + entry.get().path());
        }
    }

    private static List<FileDifference> files(List<Entry> before, List<Entry> after) {
        ArchiveDifference difference = ArchiveDifference.between(before, after);
        List<FileDifference> files = new ArrayList<>();
        difference.removed().forEach(entry -> files.add(FileDifference.of(Optional.of(entry), Optional.empty())));
        difference.added().forEach(entry -> files.add(FileDifference.of(Optional.empty(), Optional.of(entry))));
        difference
                .changed()
                .forEach(change ->
                        files.add(FileDifference.of(Optional.of(change.before()), Optional.of(change.after()))));
        files.removeIf(file -> file.path().equalsIgnoreCase(CONFIG)
                || ContainerHives.FILES.keySet().stream().anyMatch(hive -> hive.equalsIgnoreCase(file.path())));
        files.sort((one, other) -> EntryOrder.TOTAL.compare(one.path(), other.path()));
        return files;
    }
}
