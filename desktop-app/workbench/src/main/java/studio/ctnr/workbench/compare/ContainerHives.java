package studio.ctnr.workbench.compare;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.container.hive.Hive;

/** The hives of a container by the paths of their root keys, and in what those of two differ. */
public final class ContainerHives {
    /** The file of each hive, and what its root is. */
    static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("user/Registry/HKCU.hiv", "HKCU");
        FILES.put("user/Registry/HKLM-SW.hiv", "HKLM\\Software");
    }

    private ContainerHives() {}

    /**
     * Reads them; one that is missing is empty.
     *
     * @return by {@code HKCU} and {@code HKLM\Software}
     */
    public static Map<String, Hive> read(Comparand comparand) throws IOException {
        Map<String, Hive> hives = new LinkedHashMap<>();
        for (var each : FILES.entrySet()) {
            Optional<InputStream> file = comparand.open(each.getKey());
            Hive hive = Hive.empty();
            if (file.isPresent()) {
                try (InputStream in = file.get()) {
                    hive = Hive.read(in.readAllBytes(), comparand.source() + "/" + each.getKey());
                }
            }
            hives.put(each.getValue(), hive);
        }
        return hives;
    }

    /** The differences below every root, keys before what they hold; a hive that only one has counts as empty in the other. */
    public static List<RegistryDifference> differences(Map<String, Hive> first, Map<String, Hive> second) {
        List<RegistryDifference> all = new ArrayList<>();
        for (String root : FILES.values()) {
            all.addAll(Keys.compare(
                    root,
                    first.getOrDefault(root, Hive.empty()).root(),
                    second.getOrDefault(root, Hive.empty()).root()));
        }
        return all;
    }
}
