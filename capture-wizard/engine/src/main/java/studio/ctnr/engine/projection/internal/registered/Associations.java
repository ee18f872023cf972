package studio.ctnr.engine.projection.internal.registered;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.config.FileAssociation;
import studio.ctnr.container.config.ProtocolHandler;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.projection.internal.registry.CapturedKey;
import studio.ctnr.engine.projection.internal.registry.RegistryText;

/**
 * Finds the kinds of files and addresses that an application opens, in all three ways that Windows knows: classes,
 * "open with" lists, and the capabilities of a registered application.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/shell/fa-file-types">File types</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/shell/default-programs">Default programs</a>
 */
public final class Associations {
    private static final Comparator<String> FOLDED = Comparator.comparing(WindowsNames::fold);

    private final Application application;
    private final List<CapturedKey> classes;
    private final Map<String, Map<String, FileAssociation>> files = new TreeMap<>(FOLDED);
    private final Map<String, ProtocolHandler> protocols = new TreeMap<>(FOLDED);

    public Associations(Application application) {
        this.application = application;
        this.classes = application
                .registry()
                .all("HKLM\\Software\\Classes", "HKLM\\Software\\Wow6432Node\\Classes", "HKCU\\Software\\Classes");
        classes.stream().flatMap(key -> key.children().stream()).forEach(this::readClass);
        applications().forEach(this::readApplication);
        capabilities().forEach(this::readCapabilities);
    }

    /** By extension, then by class. */
    public List<FileAssociation> files() {
        List<FileAssociation> all = new ArrayList<>();
        files.values().forEach(ofExtension -> all.addAll(ofExtension.values()));
        return all;
    }

    public List<ProtocolHandler> protocols() {
        return List.copyOf(protocols.values());
    }

    private void readClass(CapturedKey key) {
        if (key.name().startsWith(".") && key.name().length() > 1) {
            Stream.concat(
                            key.string("").stream(),
                            key.find("OpenWithProgids").stream()
                                    .flatMap(list -> list.changes().stream())
                                    .filter(change -> change.after().isPresent())
                                    .map(RegistryChange.OfValue::name)
                                    .filter(name -> !name.isEmpty()))
                    .forEach(progid -> addFile(key.name(), progid));
        } else if (key.value("URL Protocol").isPresent()) {
            addProtocol(key.name(), key.name());
        }
    }

    private Stream<CapturedKey> applications() {
        return classes.stream()
                .flatMap(key -> key.find("Applications").stream())
                .flatMap(key -> key.children().stream());
    }

    /** "Open with" by the program's name: it lists the extensions that it supports. */
    private void readApplication(CapturedKey program) {
        Optional<String> command = command(program);
        program.find("SupportedTypes").stream()
                .flatMap(types -> types.changes().stream())
                .map(RegistryChange.OfValue::name)
                .filter(extension -> extension.startsWith(".") && command.isPresent())
                .filter(extension -> !files.containsKey(extension))
                .forEach(extension -> put(
                        extension,
                        "Applications\\" + program.name(),
                        new FileAssociation(
                                extension,
                                Optional.of("Applications\\" + program.name()),
                                program.string("FriendlyAppName"),
                                command)));
    }

    /** Where registered applications say that their capabilities are. */
    private Stream<CapturedKey> capabilities() {
        return Stream.of("HKLM\\Software\\", "HKLM\\Software\\Wow6432Node\\", "HKCU\\Software\\")
                .flatMap(software -> application.registry().find(software + "RegisteredApplications").stream()
                        .flatMap(list -> list.changes().stream())
                        .flatMap(change -> change.after().flatMap(RegistryText::string).stream())
                        .flatMap(path -> application.registry().find(root(software) + path).stream()));
    }

    /** The paths are relative to the hive's root and name 32-bit keys in full. */
    private static String root(String software) {
        return software.substring(0, software.indexOf('\\') + 1);
    }

    private void readCapabilities(CapturedKey capabilities) {
        pairs(capabilities, "FileAssociations").forEach(pair -> addFile(pair.getKey(), pair.getValue()));
        pairs(capabilities, "URLAssociations").forEach(pair -> addProtocol(pair.getKey(), pair.getValue()));
    }

    private static Stream<Map.Entry<String, String>> pairs(CapturedKey key, String name) {
        return key.find(name).stream()
                .flatMap(list -> list.changes().stream())
                .flatMap(change -> change
                        .after()
                        .flatMap(RegistryText::string)
                        .filter(progid -> !progid.isBlank() && !change.name().isBlank())
                        .map(progid -> Map.entry(change.name(), progid))
                        .stream());
    }

    /** A class that the installer registered nothing of is another program's. */
    private void addFile(String extension, String progid) {
        Optional<CapturedKey> known = progid(progid);
        if (known.isPresent() && extension.startsWith(".")) {
            put(
                    extension,
                    progid,
                    new FileAssociation(
                            extension,
                            Optional.of(progid),
                            known.get().string("").or(() -> known.get().string("FriendlyTypeName")),
                            command(known.get())));
        }
    }

    private void put(String extension, String progid, FileAssociation association) {
        files.computeIfAbsent(extension, missing -> new TreeMap<>(FOLDED)).putIfAbsent(progid, association);
    }

    private void addProtocol(String scheme, String progid) {
        progid(progid)
                .flatMap(this::command)
                .filter(command -> scheme.matches("[A-Za-z][A-Za-z0-9+.-]*"))
                .ifPresent(command -> protocols.putIfAbsent(scheme, new ProtocolHandler(scheme, command)));
    }

    private Optional<CapturedKey> progid(String name) {
        return classes.stream().flatMap(key -> key.find(name).stream()).findFirst();
    }

    /** The command of the default verb: the one that the shell key names, else open, else the first. */
    private Optional<String> command(CapturedKey progid) {
        return progid.find("shell").flatMap(shell -> {
            Optional<CapturedKey> named = shell.string("").flatMap(verb -> shell.find(verb.split("[, ]")[0]));
            return named.or(() -> shell.find("open"))
                    .or(() -> shell.children().stream().findFirst())
                    .flatMap(verb -> verb.find("command"))
                    .flatMap(command -> command.string(""))
                    .map(application::portableCommand);
        });
    }
}
