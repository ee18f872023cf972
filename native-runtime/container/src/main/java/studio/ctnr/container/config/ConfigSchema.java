package studio.ctnr.container.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.List;
import studio.ctnr.container.yaml.YamlPath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds values against the JSON Schema. Loading it costs most of a short program's time: only a check may ask for it. */
final class ConfigSchema {
    private ConfigSchema() {}

    private static final class Holder {
        private static final JsonMapper MAPPER = JsonMapper.builder().build();
        private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaNodes.root());
    }

    /**
     * One rule of the schema that a value breaks.
     *
     * @param keyword the schema's, such as {@code type} or {@code required}
     * @param property the key that is missing, where the keyword is {@code required}
     */
    record Violation(YamlPath path, String keyword, String property) {}

    /** Every rule that is broken by {@code tree}, which is made of maps, lists and scalars. */
    static List<Violation> check(Object tree) {
        JsonNode json = Holder.MAPPER.valueToTree(tree);
        return Holder.SCHEMA.validate(json).stream()
                .map(ConfigSchema::violation)
                .toList();
    }

    private static Violation violation(Error error) {
        NodePath location = error.getInstanceLocation();
        YamlPath path = YamlPath.ROOT;
        for (int i = 0; i < location.getNameCount(); i++) {
            path = switch (location.getElement(i)) {
                case Integer index -> path.index(index);
                case Object key -> path.key(key.toString());
            };
        }
        return new Violation(path, error.getKeyword(), error.getProperty());
    }
}
