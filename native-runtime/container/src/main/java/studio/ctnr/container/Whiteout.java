package studio.ctnr.container;

import java.util.Optional;

/**
 * A deleted name in a container's folder: an empty file called {@code .wh.NAME} stands where {@code NAME} was, so that
 * the host's {@code NAME} is not seen through the container. It is an ordinary name to NTFS, ext4 and Wine alike, and
 * survives every tool that copies files.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/layer.md#whiteouts">OCI image layers</a>, whose
 *     convention this is
 */
public final class Whiteout {
    /** What a marker's name starts with. */
    public static final String PREFIX = ".wh.";

    /** The marker by which a folder hides everything that the host has in the folder of its name. */
    public static final String OPAQUE = ".wh..wh..opq";

    private Whiteout() {}

    /** The name of the marker that hides {@code name}; both are single names, not paths. */
    public static String markerFor(String name) {
        return PREFIX + name;
    }

    /** Whether {@code name}, a single name, is kept for markers, those of links included: no application has it. */
    public static boolean isReserved(String name) {
        return name.startsWith(PREFIX) && name.length() > PREFIX.length();
    }

    /** Whether {@code name}, a single name, marks something deleted ({@link #OPAQUE} included). */
    public static boolean isMarker(String name) {
        return isReserved(name) && LinkMarker.linked(name).isEmpty();
    }

    /** The name that the marker {@code name} hides; empty when it is no marker, or hides a whole folder. */
    public static Optional<String> hidden(String name) {
        return isMarker(name) && !name.equals(OPAQUE) ? Optional.of(name.substring(PREFIX.length())) : Optional.empty();
    }
}
