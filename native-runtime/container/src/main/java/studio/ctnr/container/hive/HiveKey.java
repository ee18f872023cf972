package studio.ctnr.container.hive;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A registry key in memory: a name, values, subkeys, and what Windows keeps beside them. Names are found without regard
 * to case and kept as they were given; subkeys and values come in the order of their names in upper case, so equal trees
 * make equal files. Not safe for use by several threads when one of them writes.
 *
 * <p>Windows' limits hold: a key's name has at most 256 UTF-16 units and no back slash, a value's name at most 16,383.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/sysinfo/registry-element-size-limits">Size limits</a>
 */
public final class HiveKey {
    static final int LONGEST_NAME = 256;
    static final int LONGEST_VALUE_NAME = 16_383;
    static final int LONGEST_CLASS = 32_767;

    private final String name;
    private long ticks;
    private int flags;
    private String className;
    private byte[] security;
    private TreeMap<String, HiveKey> children;
    private TreeMap<String, RegistryValue> values;

    private HiveKey(String name) {
        this.name = name;
    }

    /** A new root key: last written in 1601, with the security that {@link SecurityDescriptor} explains. */
    public static HiveKey root(String name) {
        HiveKey root = bare(checked(name));
        root.security = SecurityDescriptor.everyone();
        return root;
    }

    /** A key with nothing but a name that was already checked. */
    static HiveKey bare(String name) {
        return new HiveKey(name);
    }

    private static String checked(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\\') >= 0) {
            throw new IllegalArgumentException(
                    "A key's name has 1 to 256 characters and no back slash: \"" + name + "\"");
        }
        return name;
    }

    public String name() {
        return name;
    }

    /** To 100 ns. A key that was never given a time was last written at 1601-01-01T00:00:00Z. */
    public Instant lastWritten() {
        return FileTime.toInstant(ticks);
    }

    /** @throws IllegalArgumentException when Windows' file time can't hold it: before 1601, or far in the future */
    public void setLastWritten(Instant time) {
        ticks = FileTime.of(time);
    }

    /** The class that the key was made with: an old annotation that few keys have. */
    public Optional<String> className() {
        return Optional.ofNullable(className);
    }

    /** @param className null for none */
    public void setClassName(String className) {
        if (className != null && className.length() > LONGEST_CLASS) {
            throw new IllegalArgumentException("A key's class has at most 32,767 characters");
        }
        this.className = className;
    }

    /**
     * The self-relative security descriptor; a new key has its parent's. Empty only in a hive that was read without
     * one: it is then written with its parent's. The array is shared by many keys and must not be written to.
     */
    public Optional<byte[]> security() {
        return Optional.ofNullable(security);
    }

    /** @param security a self-relative descriptor, shared and not copied; null for the parent's at writing */
    public void setSecurity(byte[] security) {
        this.security = security;
    }

    /** The subkeys, ordered by name; a live view that can't be changed. */
    public Collection<HiveKey> children() {
        return children == null ? Collections.emptyList() : Collections.unmodifiableCollection(children.values());
    }

    public Optional<HiveKey> child(String name) {
        return children == null ? Optional.empty() : Optional.ofNullable(children.get(name));
    }

    /** The subkey of this name; a new one has this key's security and time. */
    public HiveKey childOrCreate(String name) {
        HiveKey known = children == null ? null : children.get(name);
        if (known != null) {
            return known;
        }
        HiveKey child = new HiveKey(checked(name));
        child.security = security;
        child.ticks = ticks;
        addChild(child);
        return child;
    }

    /** Whether there was none of this name yet; otherwise nothing changes. */
    boolean addChild(HiveKey child) {
        if (children == null) {
            children = new TreeMap<>(FoldedOrder.INSTANCE);
        }
        return children.putIfAbsent(child.name, child) == null;
    }

    /** The key at {@code path}: names by back slashes, empty for this key. */
    public Optional<HiveKey> find(String path) {
        HiveKey key = this;
        for (String part : KeyNames.split(path)) {
            key = key.children == null ? null : key.children.get(part);
            if (key == null) {
                return Optional.empty();
            }
        }
        return Optional.of(key);
    }

    /** The key at {@code path}, made with all keys on the way where they are missing. */
    public HiveKey findOrCreate(String path) {
        HiveKey key = this;
        for (String part : KeyNames.split(path)) {
            key = key.childOrCreate(part);
        }
        return key;
    }

    /**
     * Puts back a key that {@link #removeChild} took out, with everything below it.
     *
     * @throws IllegalArgumentException when there is a subkey of this name
     */
    public void putBack(HiveKey child) {
        if (!addChild(child)) {
            throw new IllegalArgumentException("There is a key of this name already: " + child.name);
        }
    }

    /**
     * Gives a subkey another name; its values and subkeys, security, class and time go with it.
     *
     * @return the subkey under its new name, which takes the place of the old object
     * @throws IllegalArgumentException when there is none of the old name, or another one of the new, in any case
     */
    public HiveKey renameChild(String from, String to) {
        HiveKey old =
                child(from).orElseThrow(() -> new IllegalArgumentException("There is no key of this name: " + from));
        HiveKey known = child(to).orElse(old);
        if (known != old) {
            throw new IllegalArgumentException("There is a key of this name already: " + known.name);
        }
        HiveKey renamed = new HiveKey(checked(to));
        renamed.ticks = old.ticks;
        renamed.flags = old.flags;
        renamed.className = old.className;
        renamed.security = old.security;
        renamed.children = old.children;
        renamed.values = old.values;
        children.remove(from);
        children.put(to, renamed);
        return renamed;
    }

    /** Removes the subkey with everything below it. */
    public Optional<HiveKey> removeChild(String name) {
        return children == null ? Optional.empty() : Optional.ofNullable(children.remove(name));
    }

    /** The values, ordered by name, the default value (empty name) first; a live view that can't be changed. */
    public Collection<RegistryValue> values() {
        return values == null ? Collections.emptyList() : Collections.unmodifiableCollection(values.values());
    }

    /** The values without what the runtime keeps among them for itself: see {@link KeptDescriptor}. */
    public List<RegistryValue> shownValues() {
        return values().stream().filter(value -> !KeptDescriptor.is(value)).toList();
    }

    /** The value of this name; the empty name is the default value's. */
    public Optional<RegistryValue> value(String name) {
        return values == null ? Optional.empty() : Optional.ofNullable(values.get(name));
    }

    /** Sets a value; it takes the place of one with the same name in any case. */
    public void put(RegistryValue value) {
        if (value.name().length() > LONGEST_VALUE_NAME) {
            throw new IllegalArgumentException("A value's name has at most 16,383 characters");
        }
        removeValue(value.name());
        addValue(value);
    }

    /** Whether there was none of this name yet; otherwise nothing changes. */
    boolean addValue(RegistryValue value) {
        if (values == null) {
            values = new TreeMap<>(FoldedOrder.INSTANCE);
        }
        return values.putIfAbsent(value.name(), value) == null;
    }

    public Optional<RegistryValue> removeValue(String name) {
        return values == null ? Optional.empty() : Optional.ofNullable(values.remove(name));
    }

    SortedMap<String, HiveKey> childrenByName() {
        return children == null ? Collections.emptySortedMap() : children;
    }

    long ticks() {
        return ticks;
    }

    void setTicks(long ticks) {
        this.ticks = ticks;
    }

    /** The node's flags that a hive keeps and this class gives no meaning to; see {@link KeyFlags}. */
    int flags() {
        return flags;
    }

    void setFlags(int flags) {
        this.flags = flags;
    }

    @Override
    public String toString() {
        return "%s (%d subkeys, %d values)".formatted(name, children().size(), values().size());
    }
}
