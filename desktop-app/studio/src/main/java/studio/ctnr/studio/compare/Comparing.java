package studio.ctnr.studio.compare;

import java.util.List;
import studio.ctnr.workbench.compare.Comparison;

/** What compares containers; called off the FX thread. */
public interface Comparing {
    /** The ids of the library, to be offered. */
    List<String> known() throws Exception;

    /**
     * Compares two without unpacking them.
     *
     * @param first the path of a {@code .ctnr}, a container's folder or a capture project, or an id
     */
    Comparison compare(String first, String second) throws Exception;
}
