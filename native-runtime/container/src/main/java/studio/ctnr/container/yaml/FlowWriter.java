package studio.ctnr.container.yaml;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes values on one line, in YAML's flow style.
 *
 * @param quotedKeys whether keys are quoted, as in JSON
 */
record FlowWriter(Quoting quoting, boolean quotedKeys) {
    String write(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry((String) entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(this::write).collect(Collectors.joining(", ", "[", "]"));
            case null, default -> ScalarText.of(value, quoting);
        };
    }

    String entry(String key, Object value) {
        return ScalarText.of(key, quotedKeys ? Quoting.DOUBLE : Quoting.PLAIN) + ": " + write(value);
    }
}
