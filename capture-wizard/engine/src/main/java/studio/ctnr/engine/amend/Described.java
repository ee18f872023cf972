package studio.ctnr.engine.amend;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.Variable;
import studio.ctnr.container.config.EntryPoint;

/**
 * What an engineer says of the application in the place of what was found, as {@code config.yml} has it; empty: as found.
 *
 * @param publisher an empty text takes the found one away; the same goes for the description
 * @param icon a file in the container
 * @param entrypoints all there are to be, in this order
 */
public record Described(
        Optional<String> id,
        Optional<String> name,
        Optional<String> version,
        Optional<String> publisher,
        Optional<String> description,
        Optional<String> icon,
        Optional<List<EntryPoint>> entrypoints) {
    /** The folder of a container for icons, by forward slashes. */
    public static final String ICONS = "bin/icons/";

    /** All as found. */
    public static final Described NOTHING = new Described(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Described {
        entrypoints = entrypoints.map(List::copyOf);
    }

    /** The publisher that holds where {@code found} was found. */
    public Optional<String> publisher(Optional<String> found) {
        return publisher.isPresent() ? publisher.filter(text -> !text.isEmpty()) : found;
    }

    /** The description that holds where {@code found} was found. */
    public Optional<String> description(Optional<String> found) {
        return description.isPresent() ? description.filter(text -> !text.isEmpty()) : found;
    }

    /** The names of the files in {@link #ICONS} that are meant here. */
    public List<String> icons() {
        Stream<String> ofEntries =
                entrypoints.orElse(List.of()).stream().map(EntryPoint::icon).flatMap(Optional::stream);
        return Stream.concat(icon.stream(), ofEntries.map(Described::inContainer))
                .filter(path -> path.startsWith(ICONS))
                .map(path -> path.substring(ICONS.length()))
                .filter(name -> !name.isEmpty() && name.indexOf('/') < 0)
                .distinct()
                .toList();
    }

    /** The file in the container that an entry point's icon is; empty for another one. */
    public static String inContainer(String path) {
        String root = Variable.ROOT.token() + "\\";
        return path.startsWith(root) ? path.substring(root.length()).replace('\\', '/') : "";
    }

    /** How an entry point names an icon of {@link #ICONS}. */
    public static String entryIcon(String path) {
        return Variable.ROOT.token() + "\\" + path.replace('/', '\\');
    }
}
