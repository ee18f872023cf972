package studio.ctnr.container.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value in a YAML text and where it stands: from {@code start} to {@code end}, in UTF-16 units. A block collection
 * ends where the last value in it ends; comments and blank lines behind that are not part of it.
 */
public sealed interface YamlNode {
    int start();

    int end();

    /** The value: String, Boolean, BigDecimal, null, List, or Map with keys in the order of the text. */
    Object value();

    /** How a scalar is written; EMPTY is a null that has no text at all. */
    enum Style {
        EMPTY,
        PLAIN,
        SINGLE,
        DOUBLE,
        BLOCK
    }

    record Scalar(int start, int end, Object value, Style style) implements YamlNode {}

    record Sequence(int start, int end, boolean flow, List<YamlNode> items) implements YamlNode {
        @Override
        public List<Object> value() {
            List<Object> values = new ArrayList<>(items.size());
            items.forEach(item -> values.add(item.value()));
            return values;
        }
    }

    record Mapping(int start, int end, boolean flow, List<Entry> entries) implements YamlNode {
        @Override
        public Map<String, Object> value() {
            Map<String, Object> values = LinkedHashMap.newLinkedHashMap(entries.size());
            entries.forEach(entry -> values.put(entry.key, entry.value.value()));
            return values;
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key.equals(key)).findFirst();
        }
    }

    /** A value that stands elsewhere in the text, under an anchor. */
    record Alias(int start, int end, YamlNode target) implements YamlNode {
        @Override
        public Object value() {
            return target.value();
        }
    }

    /**
     * One key and its value.
     *
     * @param start where the key starts
     * @param keyEnd where the key ends
     */
    record Entry(String key, int start, int keyEnd, Style keyStyle, YamlNode value) {
        /** Where the value ends, or the key where there is none. */
        public int end() {
            return Math.max(keyEnd, value.end());
        }
    }
}
