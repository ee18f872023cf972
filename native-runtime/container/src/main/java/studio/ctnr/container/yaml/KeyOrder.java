package studio.ctnr.container.yaml;

import java.util.List;

/** Knows in which order the keys of a map are usually written. */
@FunctionalInterface
public interface KeyOrder {
    /** No order is known: what is new goes to the end. */
    KeyOrder NONE = map -> List.of();

    /** The usual order of the keys in the map at {@code map}; unknown keys come last. */
    List<String> keys(YamlPath map);
}
