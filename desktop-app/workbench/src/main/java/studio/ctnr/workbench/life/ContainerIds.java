package studio.ctnr.workbench.life;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.ctnr.workbench.inventory.Inventory;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Ids of containers: what can be one, and which are free. */
public final class ContainerIds {
    /** The contract's: see {@code id} in the schema of config.yml. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    private static final int LONGEST = 64;

    private ContainerIds() {}

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** @throws WorkbenchException {@link ProblemCode#BAD_VALUE} */
    static String checked(String id) throws WorkbenchException {
        if (!isId(id)) {
            throw new WorkbenchException(
                    ProblemCode.BAD_VALUE,
                    "'" + id + "' can't be a container's id",
                    "An id is 1 to 64 lower-case letters, digits, dots and hyphens, and begins with a letter or digit");
        }
        return id;
    }

    /** An id like {@code wanted} that the inventory does not have: with a number behind it where it must. */
    public static String free(Inventory inventory, String wanted) throws WorkbenchException {
        return free(inventory, wanted, Optional.empty());
    }

    /** @param leaving an id that will be free by then */
    static String free(Inventory inventory, String wanted, Optional<String> leaving) throws WorkbenchException {
        String slug = slug(wanted);
        String id = slug;
        for (int i = 2; inventory.find(id).isPresent() && !Optional.of(id).equals(leaving); i++) {
            String end = "-" + i;
            id = slug.substring(0, Math.min(slug.length(), LONGEST - end.length())) + end;
        }
        return id;
    }

    private static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        slug = slug.substring(0, Math.min(slug.length(), LONGEST));
        return slug.isEmpty() ? "container" : slug;
    }
}
