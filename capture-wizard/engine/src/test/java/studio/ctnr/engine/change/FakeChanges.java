package studio.ctnr.engine.change;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;

/** A change set that a test makes by hand; content lies below the folder it is given. */
public final class FakeChanges implements ChangeSet {
    public static final CaptureMachine MACHINE = new CaptureMachine(
            "wine",
            "10.0.19043",
            "tester",
            "S-1-5-21-1-2-3-1000",
            "BOX",
            WindowsPath.of("C:\\users\\tester"),
            WindowsPath.of("C:\\users\\tester\\AppData\\Local\\Temp"));
    public static final Instant TIME = Instant.parse("2026-01-31T12:00:00.1234567Z");

    private final Path content;
    private final List<FileChange> files = new ArrayList<>();
    private final List<RegistryChange> registry = new ArrayList<>();
    private final List<CaptureProcess> processes = new ArrayList<>();

    /** A changed file; what it held before lies in {@code before} beside the content's folder. */
    @Override
    public Optional<Path> earlier(WindowsPath file) {
        Path at = content.resolveSibling("before").resolve("C").resolve(String.join("/", file.names()));
        return Optional.of(at).filter(Files::exists);
    }

    public FakeChanges(Path content) {
        this.content = content;
    }

    public FakeChanges file(String path, long size) {
        return add(new FileChange(WindowsPath.of(path), Optional.empty(), Optional.of(state(size))));
    }

    public FakeChanges folder(String path) {
        return add(
                new FileChange(WindowsPath.of(path), Optional.empty(), Optional.of(new FileState(true, 0, TIME, 0))));
    }

    public FakeChanges key(String key) {
        return add(new RegistryChange.OfKey(KeyPath.of(key), ChangeKind.ADDED));
    }

    public FakeChanges value(String key, String name, String text) {
        byte[] data = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        return value(key, new RegistryValue(name, ValueType.REG_SZ.number(), data));
    }

    public FakeChanges value(String key, RegistryValue value) {
        return add(new RegistryChange.OfValue(KeyPath.of(key), Optional.empty(), Optional.of(value)));
    }

    public FakeChanges add(FileChange change) {
        files.add(change);
        return this;
    }

    public FakeChanges add(RegistryChange change) {
        registry.add(change);
        return this;
    }

    public static FileState state(long size) {
        return new FileState(false, size, TIME, 0);
    }

    @Override
    public CaptureMachine machine() {
        return MACHINE;
    }

    public FakeChanges process(CaptureProcess process) {
        processes.add(process);
        return this;
    }

    @Override
    public ProcessTree processes() {
        return new ProcessTree(processes);
    }

    /** In the order in which they were added. */
    @Override
    public Stream<FileChange> files() {
        return files.stream();
    }

    @Override
    public Stream<RegistryChange> registry() {
        return registry.stream();
    }

    /** Puts what was added into the order that a change set promises. */
    public FakeChanges sort() {
        files.sort(Comparator.comparing(FileChange::path));
        registry.sort(Comparator.comparing(RegistryChange::key)
                .thenComparing(
                        change -> change instanceof RegistryChange.OfValue value ? "v" + value.name() : "",
                        String.CASE_INSENSITIVE_ORDER));
        return this;
    }

    @Override
    public Path content(WindowsPath file) {
        Path path = content.resolve(String.valueOf(file.drive()));
        for (String name : file.names()) {
            path = path.resolve(name);
        }
        return path;
    }
}
