package studio.ctnr.container.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns a configuration into the maps and lists that config.yml holds, in the order it holds them. */
final class ConfigWriter {
    private ConfigWriter() {}

    /** The contract's keys always; extensions where there is something to say. */
    static Map<String, Object> tree(ContainerConfig config) {
        Fields root = new Fields()
                .put("id", config.id())
                .put("name", config.name())
                .put("version", config.version())
                .put("runtime", runtime(config.runtime()))
                .put("paths", paths(config.paths()))
                .put("env", list(config.env(), ConfigWriter::variable))
                .put("services", list(config.services(), ConfigWriter::service))
                .put("snapshots", new Fields().put("strategy", Words.of(config.snapshots())).map)
                .put("security", security(config.security()))
                .put("publisher", config.publisher())
                .put("description", config.description())
                .put("icon", config.icon())
                .put("homepage", config.homepage())
                .putFilled("entrypoints", list(config.entrypoints(), ConfigWriter::entryPoint))
                .put("isolation", isolation(config.isolation()))
                .putFilled("associations", list(config.associations(), ConfigWriter::association))
                .putFilled("protocols", list(config.protocols(), ConfigWriter::protocol))
                .putFilled("text_files", List.copyOf(config.textFiles()));
        config.hashes().ifPresent(hash -> root.put("hashes", hashes(hash)));
        return root.map;
    }

    private static <T> List<Object> list(List<T> items, Function<T, Map<String, Object>> write) {
        return items.stream().<Object>map(write).toList();
    }

    private static Map<String, Object> runtime(RuntimeConfig runtime) {
        Fields hooks = new Fields()
                .put("filesystem", Words.of(runtime.filesystem()))
                .put("registry", Words.of(runtime.registry()));
        return new Fields().put("build", runtime.build()).put("hooks", hooks.map).map;
    }

    private static Map<String, Object> paths(PathsConfig paths) {
        return new Fields()
                .put("program_files", paths.programFiles())
                .put("appdata", paths.appdata())
                .put("local_appdata", paths.localAppdata())
                .put("temp", paths.temp())
                .map;
    }

    private static Map<String, Object> variable(EnvironmentVariable variable) {
        return new Fields().put("key", variable.key()).put("value", variable.value()).map;
    }

    private static Map<String, Object> service(ServiceConfig service) {
        return new Fields()
                .put("name", service.name())
                .put("type", Words.of(service.type()))
                .put("mode", Words.of(service.mode()))
                .put("start", Words.of(service.start()))
                .put("command", service.command())
                .map;
    }

    private static Map<String, Object> security(SecurityConfig security) {
        return new Fields().put("signed", security.signed()).put("encryption", Words.of(security.encryption())).map;
    }

    private static Map<String, Object> entryPoint(EntryPoint entry) {
        Fields fields = new Fields()
                .put("name", entry.name())
                .put("target", entry.target())
                .put("args", entry.args())
                .put("cwd", entry.cwd())
                .put("icon", entry.icon());
        return entry.isDefault() ? fields.put("default", true).map : fields.map;
    }

    private static Map<String, Object> isolation(Isolation isolation) {
        return new Fields()
                .put("filesystem", list(isolation.filesystem(), ConfigWriter::rule))
                .put("registry", list(isolation.registry(), ConfigWriter::rule))
                .map;
    }

    private static Map<String, Object> rule(Isolation.Rule rule) {
        return new Fields().put("path", rule.path()).put("mode", Words.of(rule.mode())).map;
    }

    private static Map<String, Object> association(FileAssociation association) {
        return new Fields()
                .put("extension", association.extension())
                .put("progid", association.progid())
                .put("description", association.description())
                .put("command", association.command())
                .map;
    }

    private static Map<String, Object> protocol(ProtocolHandler protocol) {
        return new Fields().put("scheme", protocol.scheme()).put("command", protocol.command()).map;
    }

    private static Map<String, Object> hashes(ContentHash hash) {
        return new Fields()
                .put("algorithm", Words.of(hash.algorithm()))
                .put("root", hash.root())
                .putFilled("runtime", list(hash.runtime(), ConfigWriter::runtimeFile))
                .map;
    }

    private static Map<String, Object> runtimeFile(ContentHash.RuntimeFile file) {
        return new Fields().put("path", file.path()).put("hash", file.hash()).map;
    }

    private static final class Fields {
        private final Map<String, Object> map = new LinkedHashMap<>();

        Fields put(String key, Object value) {
            map.put(key, value);
            return this;
        }

        Fields put(String key, Optional<String> value) {
            value.ifPresent(text -> map.put(key, text));
            return this;
        }

        Fields putFilled(String key, List<Object> list) {
            return list.isEmpty() ? this : put(key, list);
        }
    }
}
