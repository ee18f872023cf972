package studio.ctnr.wizard.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.Progress;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.FileState;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.project.CaptureDraft;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.project.CaptureRecord;
import studio.ctnr.engine.project.StepRecord;

/** Changes as a test needs them, put in the order that a change set has. */
public final class ExampleChanges implements ChangeSet {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00Z");

    private final Path folder;
    private final List<FileChange> files = new ArrayList<>();
    private final List<RegistryChange> registry = new ArrayList<>();

    /** Changes of files that hold nothing. */
    public ExampleChanges() {
        this(Path.of("target", "no-content"));
    }

    /** @param folder of {@code content} and {@code before} */
    public ExampleChanges(Path folder) {
        this.folder = folder;
    }

    /** A project in which an NSIS installer made these changes. */
    public CaptureProject project(Path root) throws IOException {
        StepRecord step = new StepRecord(
                "setup.exe",
                1,
                "0".repeat(64),
                "NSIS",
                List.of(),
                OptionalLong.of(0),
                Instant.EPOCH,
                Instant.EPOCH,
                List.of());
        CaptureRecord record = new CaptureRecord(machine(), List.of(step), Instant.EPOCH, Instant.EPOCH);
        try (CaptureDraft draft = CaptureDraft.in(root)) {
            return draft.commit(record, this, Progress.NONE);
        }
    }

    public ExampleChanges folder(String path) {
        files.add(new FileChange(WindowsPath.of(path), Optional.empty(), Optional.of(new FileState(true, 0, TIME, 0))));
        return this;
    }

    public ExampleChanges file(String path, long size) {
        files.add(new FileChange(
                WindowsPath.of(path), Optional.empty(), Optional.of(new FileState(false, size, TIME, 0))));
        return this;
    }

    public ExampleChanges changed(String path, long before, long after) {
        files.add(new FileChange(
                WindowsPath.of(path),
                Optional.of(new FileState(false, before, TIME, 0)),
                Optional.of(new FileState(false, after, TIME, 0))));
        return this;
    }

    public ExampleChanges deleted(String path) {
        files.add(
                new FileChange(WindowsPath.of(path), Optional.of(new FileState(false, 7, TIME, 0)), Optional.empty()));
        return this;
    }

    public ExampleChanges key(String key) {
        registry.add(new RegistryChange.OfKey(KeyPath.of(key), ChangeKind.ADDED));
        return this;
    }

    public ExampleChanges value(String key, String name, String text) {
        RegistryValue value = new RegistryValue(name, ValueType.REG_SZ.number(), RegistryData.ofText(text));
        registry.add(new RegistryChange.OfValue(KeyPath.of(key), Optional.empty(), Optional.of(value)));
        return this;
    }

    public ExampleChanges deletedKey(String key) {
        registry.add(new RegistryChange.OfKey(KeyPath.of(key), ChangeKind.DELETED));
        return this;
    }

    public ExampleChanges deletedValue(String key, String name) {
        RegistryValue value = new RegistryValue(name, ValueType.REG_SZ.number(), RegistryData.ofText("old"));
        registry.add(new RegistryChange.OfValue(KeyPath.of(key), Optional.of(value), Optional.empty()));
        return this;
    }

    /** A tree of these. */
    public DiffTree tree() throws IOException {
        return TreeBuilder.build(MemoryChanges.of(this), "Files", "Registry");
    }

    @Override
    public CaptureMachine machine() {
        return new CaptureMachine(
                "wine",
                "10.0.19043",
                "ctnruser",
                "S-1-5-21-0-0-0-1000",
                "CTNR-CAPTURE",
                WindowsPath.of("C:\\users\\ctnruser"),
                WindowsPath.of("C:\\users\\ctnruser\\Temp"));
    }

    @Override
    public Stream<FileChange> files() {
        return files.stream().sorted(Comparator.comparing(FileChange::path));
    }

    @Override
    public Stream<RegistryChange> registry() {
        Comparator<RegistryChange> keys = Comparator.comparing(RegistryChange::key);
        return registry.stream()
                .sorted(keys.thenComparing(
                        change -> change instanceof RegistryChange.OfValue value ? value.name() : ""));
    }

    @Override
    public Path content(WindowsPath file) {
        return at("content", file);
    }

    @Override
    public Optional<Path> earlier(WindowsPath file) {
        return Optional.of(at("before", file)).filter(Files::exists);
    }

    private Path at(String kept, WindowsPath file) {
        return folder.resolve(kept).resolve(String.join("/", file.names()));
    }
}
