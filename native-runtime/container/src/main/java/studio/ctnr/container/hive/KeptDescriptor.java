package studio.ctnr.container.hive;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The value in which a key of a container keeps the security descriptor that an application set on it: text in the
 * security descriptor definition language, in which the user's SID is a variable. No application sees it, and it is no
 * value to a person: it is set on the key again at the container's next start (docs/decisions/0027).
 */
public final class KeptDescriptor {
    public static final String NAME = "ctnr.security";

    /** The type that the value is known by: the letters "ctns", beside those of {@link RegistryWhiteout#VALUE_TYPE}. */
    public static final int VALUE_TYPE = 0x63746e73;

    private KeptDescriptor() {}

    public static boolean is(RegistryValue value) {
        return value.type() == VALUE_TYPE;
    }

    /** Whether no other value may be called so. */
    public static boolean isReserved(String name) {
        return name.equalsIgnoreCase(NAME);
    }

    /** Whether a descriptor was set on {@code key}. */
    public static boolean isIn(HiveKey key) {
        return of(key).isPresent();
    }

    /** The value in which {@code key} keeps a descriptor that was set on it. */
    public static Optional<RegistryValue> of(HiveKey key) {
        return key.values().stream().filter(KeptDescriptor::is).findFirst();
    }

    /** What a kept descriptor says, in the security descriptor definition language. */
    public static String text(RegistryValue kept) {
        String text = new String(kept.data(), StandardCharsets.UTF_16LE);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
