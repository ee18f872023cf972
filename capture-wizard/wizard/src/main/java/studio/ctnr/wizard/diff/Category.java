package studio.ctnr.wizard.diff;

import java.util.EnumSet;
import java.util.Set;

/** What a change may be of, beside a file or a value: what an engineer looks for first. */
public enum Category {
    ADDED,
    CHANGED,
    DELETED,
    /** A file of at least {@link Categories#LARGE_BYTES}. */
    LARGE,
    EXECUTABLES,
    COM,
    SERVICES,
    /** Links in the start menu and on the desktop: what becomes an entry point. */
    SHORTCUTS,
    /** File types and protocols. */
    FILE_TYPES,
    ENVIRONMENT,
    /** The entry by which Windows lists and removes the application. */
    UNINSTALL,
    /** What would start with Windows or the user's session. */
    STARTUP,
    /** Names the machine that it was captured on. */
    MACHINE_SPECIFIC;

    private static final Category[] ALL = values();

    int bit() {
        return 1 << ordinal();
    }

    static int bits(Set<Category> some) {
        return some.stream().mapToInt(Category::bit).sum();
    }

    static Set<Category> of(int bits) {
        Set<Category> found = EnumSet.noneOf(Category.class);
        for (Category category : ALL) {
            if ((bits & category.bit()) != 0) {
                found.add(category);
            }
        }
        return found;
    }
}
