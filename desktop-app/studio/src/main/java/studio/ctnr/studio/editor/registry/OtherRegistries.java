package studio.ctnr.studio.editor.registry;

import java.util.List;
import java.util.Map;
import studio.ctnr.container.hive.Hive;

/** The registries that a container's can be compared with; called off the FX thread. */
public interface OtherRegistries {
    /** What can be chosen, what is nearest first: the state it was captured in, its snapshots, other containers. */
    List<String> known() throws Exception;

    /**
     * Reads one.
     *
     * @param source one of {@link #known}, or the path of a {@code .ctnr}, a container's folder or a capture project
     * @return hives by the paths of their root keys
     */
    Map<String, Hive> read(String source) throws Exception;
}
