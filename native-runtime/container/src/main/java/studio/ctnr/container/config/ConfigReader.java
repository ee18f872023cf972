package studio.ctnr.container.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns what a config.yml holds, once it was checked, into a configuration; defaults are put in where it is silent. */
final class ConfigReader {
    private final Map<?, ?> map;

    private ConfigReader(Object value) {
        this.map = value instanceof Map<?, ?> fields ? fields : Map.of();
    }

    static ContainerConfig read(Object tree) {
        ConfigReader root = new ConfigReader(tree);
        return ContainerConfig.builder(root.text("id"), root.text("name"), root.text("version"))
                .publisher(root.optional("publisher"))
                .description(root.optional("description"))
                .icon(root.optional("icon"))
                .homepage(root.optional("homepage"))
                .runtime(root.child("runtime").runtime())
                .paths(root.child("paths").paths())
                .env(root.list("env", item -> new EnvironmentVariable(item.text("key"), item.text("value"))))
                .services(root.list("services", ConfigReader::service))
                .snapshots(root.child("snapshots").word("strategy", SnapshotStrategy.class, SnapshotStrategy.DELTA))
                .security(root.child("security").security())
                .entrypoints(root.list("entrypoints", ConfigReader::entryPoint))
                .isolation(root.isolation())
                .associations(root.list("associations", ConfigReader::association))
                .protocols(
                        root.list("protocols", item -> new ProtocolHandler(item.text("scheme"), item.text("command"))))
                .textFiles(root.texts("text_files"))
                .hashes(root.has("hashes") ? Optional.of(root.child("hashes").hash()) : Optional.empty())
                .build();
    }

    private RuntimeConfig runtime() {
        ConfigReader hooks = child("hooks");
        String registry = hooks.text("registry", Words.of(RuntimeConfig.DEFAULT.registry()));
        return new RuntimeConfig(
                optional("build"),
                hooks.word("filesystem", RuntimeConfig.FilesystemHook.class, RuntimeConfig.DEFAULT.filesystem()),
                Words.constant(RuntimeConfig.RegistryHook.class, registry.equals("mixto") ? "mixed" : registry));
    }

    private PathsConfig paths() {
        PathsConfig usual = PathsConfig.DEFAULT;
        return new PathsConfig(
                text("program_files", usual.programFiles()),
                text("appdata", usual.appdata()),
                text("local_appdata", usual.localAppdata()),
                text("temp", usual.temp()));
    }

    private ServiceConfig service() {
        return new ServiceConfig(
                text("name"),
                word("type", ServiceConfig.Type.class, ServiceConfig.Type.WINDOWS_SERVICE),
                word("mode", ServiceConfig.Mode.class, ServiceConfig.Mode.STUB),
                word("start", ServiceConfig.Start.class, ServiceConfig.Start.MANUAL),
                optional("command"));
    }

    private SecurityConfig security() {
        return new SecurityConfig(
                bool("signed"),
                word("encryption", SecurityConfig.Encryption.class, SecurityConfig.DEFAULT.encryption()));
    }

    private EntryPoint entryPoint() {
        return new EntryPoint(
                text("name"), text("target"), optional("args"), optional("cwd"), optional("icon"), bool("default"));
    }

    private Isolation isolation() {
        if (!has("isolation")) {
            return Isolation.DEFAULT;
        }
        ConfigReader isolation = child("isolation");
        return new Isolation(
                isolation.list("filesystem", ConfigReader::rule), isolation.list("registry", ConfigReader::rule));
    }

    private Isolation.Rule rule() {
        return new Isolation.Rule(text("path"), word("mode", Isolation.Mode.class, Isolation.Mode.MERGED));
    }

    private FileAssociation association() {
        return new FileAssociation(text("extension"), optional("progid"), optional("description"), optional("command"));
    }

    private ContentHash hash() {
        return new ContentHash(
                word("algorithm", ContentHash.Algorithm.class, ContentHash.Algorithm.SHA256),
                text("root"),
                list("runtime", file -> new ContentHash.RuntimeFile(file.text("path"), file.text("hash"))));
    }

    private boolean has(String key) {
        return map.containsKey(key);
    }

    private ConfigReader child(String key) {
        return new ConfigReader(map.get(key));
    }

    private String text(String key) {
        return (String) map.get(key);
    }

    private String text(String key, String usual) {
        return has(key) ? text(key) : usual;
    }

    private Optional<String> optional(String key) {
        return Optional.ofNullable(text(key));
    }

    private boolean bool(String key) {
        return Boolean.TRUE.equals(map.get(key));
    }

    private <E extends Enum<E>> E word(String key, Class<E> type, E usual) {
        return has(key) ? Words.constant(type, text(key)) : usual;
    }

    private List<String> texts(String key) {
        return map.get(key) instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    private <T> List<T> list(String key, Function<ConfigReader, T> read) {
        List<T> items = new ArrayList<>();
        if (map.get(key) instanceof List<?> list) {
            list.forEach(item -> items.add(read.apply(new ConfigReader(item))));
        }
        return items;
    }
}
