package studio.ctnr.container.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.ctnr.container.Variable;
import studio.ctnr.container.yaml.YamlPath;

/** What a schema can't say: how values of a config.yml fit together. */
final class ConfigRules {
    private static final Pattern VARIABLE = Pattern.compile("%CONTAINER_([^%\\s]*)%", Pattern.CASE_INSENSITIVE);
    private static final List<String> VARIABLES =
            Stream.of(Variable.values()).map(Variable::token).toList();

    private final BiConsumer<YamlPath, String> error;
    private final BiConsumer<YamlPath, String> warning;

    private ConfigRules(BiConsumer<YamlPath, String> error, BiConsumer<YamlPath, String> warning) {
        this.error = error;
        this.warning = warning;
    }

    static void check(
            ContainerConfig config, BiConsumer<YamlPath, String> error, BiConsumer<YamlPath, String> warning) {
        ConfigRules rules = new ConfigRules(error, warning);
        rules.unique("env", "key", config.env(), EnvironmentVariable::key);
        rules.unique("services", "name", config.services(), ServiceConfig::name);
        rules.unique("entrypoints", "name", config.entrypoints(), EntryPoint::name);
        rules.unique("isolation.filesystem", "path", config.isolation().filesystem(), Isolation.Rule::path);
        rules.unique("isolation.registry", "path", config.isolation().registry(), Isolation.Rule::path);
        rules.unique("associations", "extension", config.associations(), FileAssociation::extension);
        rules.unique("protocols", "scheme", config.protocols(), ProtocolHandler::scheme);
        rules.oneDefault(config.entrypoints());
        rules.variables("env", "value", config.env(), EnvironmentVariable::value);
        rules.variables("entrypoints", "target", config.entrypoints(), EntryPoint::target);
        rules.variables(
                "entrypoints",
                "args",
                config.entrypoints(),
                entry -> entry.args().orElse(""));
        rules.variables(
                "entrypoints", "cwd", config.entrypoints(), entry -> entry.cwd().orElse(""));
        rules.variables(
                "services",
                "command",
                config.services(),
                service -> service.command().orElse(""));
    }

    private static YamlPath path(String list, int index, String key) {
        return YamlPath.of(list).index(index).key(key);
    }

    /** No two items of a list have the same name by Windows' rules. */
    private <T> void unique(String list, String key, List<T> items, Function<T, String> name) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            String text = name.apply(items.get(i));
            Integer before = seen.putIfAbsent(text.toUpperCase(Locale.ROOT), i);
            if (before != null) {
                error.accept(
                        path(list, i, key),
                        "found " + text + " a second time; it stands at " + path(list, before, key) + " already");
            }
        }
    }

    private void oneDefault(List<EntryPoint> entries) {
        int first = -1;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).isDefault() && first >= 0) {
                error.accept(
                        path("entrypoints", i, "default"),
                        "found a second default; " + path("entrypoints", first, "default") + " is one already");
            } else if (entries.get(i).isDefault()) {
                first = i;
            }
        }
    }

    private <T> void variables(String list, String key, List<T> items, Function<T, String> text) {
        for (int i = 0; i < items.size(); i++) {
            Matcher variable = VARIABLE.matcher(text.apply(items.get(i)));
            while (variable.find()) {
                if (!VARIABLES.contains(variable.group())) {
                    warning.accept(
                            path(list, i, key),
                            "names " + variable.group() + ", which is no variable;" + " there are "
                                    + String.join(", ", VARIABLES));
                }
            }
        }
    }
}
