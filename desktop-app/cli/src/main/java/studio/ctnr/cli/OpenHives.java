package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.reg.HiveMounts;

/** The hives that a command has read: one from a file, or the two of a container. */
record OpenHives(Path target, List<OpenHive> all) {
    /**
     * A key as it was named.
     *
     * @param path below the hive's root; empty for the root
     */
    record Named(OpenHive hive, String path) {
        HiveKey find() {
            return hive.hive()
                    .root()
                    .find(path)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.FAILED, "There is no key %s in %s".formatted(Printable.of(whole()), hive.file())));
        }

        String whole() {
            return hive.whole(path);
        }
    }

    /** Whether it is one hive whose place in the registry is not known, so that no whole path can be in it. */
    boolean isPlaceless() {
        return all.getFirst().place().isEmpty();
    }

    /** Finds the hive for a key, which need not exist. */
    Named named(String key) {
        for (OpenHive hive : all) {
            var place = HiveMounts.of(hive.place(), hive.hive().root()).place(key);
            if (place.isPresent()) {
                return new Named(hive, trimmed(place.get().path()));
            }
        }
        if (all.size() == 1 && !HiveMounts.isWhole(key)) {
            return new Named(all.getFirst(), trimmed(key));
        }
        throw new CommandFailure(ExitCode.WRONG_USE, explain(key));
    }

    private static String trimmed(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '\\') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '\\') {
            end--;
        }
        return path.substring(start, end);
    }

    private String explain(String key) {
        if (all.size() > 1) {
            return "%s lies in no hive of the container: name a key below HKCU or HKLM\\Software"
                    .formatted(Printable.of(key));
        }
        String place = all.getFirst().place();
        return place.isEmpty()
                ? "%s is a whole path, and where %s has its place is not known: say so with --root, such as --root HKCU"
                        .formatted(Printable.of(key), target)
                : "%s does not lie below %s, the place of %s".formatted(Printable.of(key), place, target);
    }

    /** The hives at their places, for an import. */
    HiveMounts mounts() {
        OpenHive first = all.getFirst();
        HiveMounts mounts = HiveMounts.of(first.place(), first.hive().root());
        for (OpenHive other : all.subList(1, all.size())) {
            mounts.mount(other.place(), other.hive().root());
        }
        return mounts;
    }

    static void write(OpenHive hive) throws IOException {
        hive.hive().write(hive.file());
    }
}
