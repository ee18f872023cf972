package studio.ctnr.engine.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.FileState;
import studio.ctnr.engine.change.RegistryChange;

/** A change set that a test writes down; the bytes of its files lie in a folder of the test. */
public final class RecordedChanges implements ChangeSet {
    public static final Instant WRITTEN = Instant.parse("2024-02-29T12:34:56.7Z");
    public static final CaptureMachine MACHINE = new CaptureMachine(
            "wine",
            "10.0.19043",
            "Ann Lee",
            "S-1-5-21-111111111-222222222-333333333-1001",
            "BUILDBOX7",
            WindowsPath.of("C:\\users\\Ann Lee"),
            WindowsPath.of("C:\\users\\Ann Lee\\AppData\\Local\\Temp"));

    private final Path content;
    private final CaptureMachine machine;
    private final TreeMap<WindowsPath, FileChange> files = new TreeMap<>();
    private final List<RegistryChange> registry = new ArrayList<>();

    public RecordedChanges(Path content) {
        this(content, MACHINE);
    }

    public RecordedChanges(Path content, CaptureMachine machine) {
        this.content = content;
        this.machine = machine;
    }

    public RecordedChanges file(String path, byte[] bytes) {
        return file(path, bytes, 0);
    }

    public RecordedChanges file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8), 0);
    }

    public RecordedChanges file(String path, byte[] bytes, int attributes) {
        WindowsPath file = WindowsPath.of(path);
        try {
            Files.createDirectories(content(file).getParent());
            Files.write(content(file), bytes);
            Files.setLastModifiedTime(content(file), FileTime.from(WRITTEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return put(file, Optional.of(new FileState(false, bytes.length, WRITTEN, attributes)));
    }

    public RecordedChanges folder(String path) {
        return put(WindowsPath.of(path), Optional.of(new FileState(true, 0, WRITTEN, 0)));
    }

    public RecordedChanges deleted(String path, boolean folder) {
        WindowsPath file = WindowsPath.of(path);
        files.put(file, new FileChange(file, Optional.of(new FileState(folder, 0, WRITTEN, 0)), Optional.empty()));
        return this;
    }

    private RecordedChanges put(WindowsPath file, Optional<FileState> after) {
        files.put(file, new FileChange(file, Optional.empty(), after));
        return this;
    }

    public RecordedChanges key(String key, ChangeKind kind) {
        registry.add(new RegistryChange.OfKey(KeyPath.of(key), kind));
        return this;
    }

    public RecordedChanges string(String key, String name, String text) {
        return value(key, text(name, ValueType.REG_SZ, text));
    }

    public RecordedChanges number(String key, String name, int number) {
        byte[] data = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
        return value(key, new RegistryValue(name, ValueType.REG_DWORD.number(), data));
    }

    public RecordedChanges value(String key, RegistryValue value) {
        return change(key, Optional.empty(), Optional.of(value));
    }

    public RecordedChanges change(String key, Optional<RegistryValue> before, Optional<RegistryValue> after) {
        registry.add(new RegistryChange.OfValue(KeyPath.of(key), before, after));
        return this;
    }

    public static RegistryValue text(String name, ValueType type, String text) {
        return new RegistryValue(name, type.number(), (text + "\0").getBytes(StandardCharsets.UTF_16LE));
    }

    @Override
    public CaptureMachine machine() {
        return machine;
    }

    @Override
    public Stream<FileChange> files() {
        return files.values().stream();
    }

    @Override
    public Stream<RegistryChange> registry() {
        return registry.stream()
                .sorted(Comparator.comparing(RegistryChange::key)
                        .thenComparing(change -> change instanceof RegistryChange.OfValue)
                        .thenComparing(change ->
                                change instanceof RegistryChange.OfValue value ? WindowsNames.fold(value.name()) : ""));
    }

    @Override
    public Path content(WindowsPath file) {
        return content.resolve(file.toString().replace(":", "").replace('\\', '/'));
    }
}
