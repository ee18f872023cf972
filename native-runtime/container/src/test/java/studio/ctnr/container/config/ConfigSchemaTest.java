package studio.ctnr.container.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.ctnr.container.yaml.YamlPath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigSchemaTest {
    @Test
    void theKeysAreWrittenInTheSchemasOrder() {
        ConfigKeys.all().forEach((map, keys) -> assertThat(keys).as(map).isEqualTo(SchemaNodes.keys(schema(map))));
        assertThat(ConfigKeys.all()).hasSize(16);
    }

    @Test
    void theDefaultsAreTheSchemas() throws IOException {
        ConfigDocument minimal = ConfigDocument.parse("{id: a, name: A, version: '1', services: [{name: s}]}", "x");
        JsonNode written = JsonMapper.builder().build().valueToTree(ConfigWriter.tree(minimal.config("x")));
        ConfigKeys.all()
                .forEach((map, keys) -> keys.forEach(key -> SchemaNodes.keyword(
                                SchemaNodes.at(path(map).key(key)).orElseThrow(), "default")
                        .filter(usual -> !map.startsWith("entrypoints"))
                        .ifPresent(usual -> assertThat(written.at(pointer(map) + "/" + key))
                                .as(map + "." + key)
                                .isEqualTo(usual))));
    }

    @Test
    void aTypedValueIsReadAsTheSchemaWantsIt() {
        assertThat(ConfigValues.read("version", "1.0")).isEqualTo("1.0");
        assertThat(ConfigValues.read("security.signed", "true")).isEqualTo(true);
        assertThat(ConfigValues.read("env[0]", "{key: A, value: '1'}")).isEqualTo(Map.of("key", "A", "value", "1"));
        assertThat(ConfigValues.read("unknown", "text")).isEqualTo("text");
        assertThat(ConfigValues.read("entrypoints[0].args", "{x}")).isEqualTo("{x}");
    }

    private static YamlPath path(String map) {
        return YamlPath.of(map.replace("[]", "[0]"));
    }

    private static String pointer(String map) {
        return map.isEmpty() ? "" : "/" + map.replace("[]", "/0").replace('.', '/');
    }

    private static JsonNode schema(String map) {
        return SchemaNodes.at(path(map)).orElseThrow();
    }
}
