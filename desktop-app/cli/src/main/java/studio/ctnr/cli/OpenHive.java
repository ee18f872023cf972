package studio.ctnr.cli;

import java.nio.file.Path;
import studio.ctnr.container.hive.Hive;

/**
 * A hive that a command has read.
 *
 * @param file where it came from and goes back to
 * @param place where its root has its place in the registry, such as {@code HKCU}; empty when that is not known
 * @param exists whether the file was there
 */
record OpenHive(Path file, String place, Hive hive, boolean exists) {
    /** The whole path of the key at {@code path} below the hive's root. */
    String whole(String path) {
        return place.isEmpty() ? path : path.isEmpty() ? place : place + "\\" + path;
    }
}
