package studio.ctnr.container.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** Tells what a scalar means by YAML 1.2's core schema. */
final class ScalarReader {
    private static final Set<String> TAGS = Set.of("str", "int", "float", "bool", "null", "seq", "map");
    private static final String CORE = "tag:yaml.org,2002:";
    /** Longer ones cost more to read than any number is worth. */
    private static final int LONGEST_NUMBER = 64;

    private final ScalarResolver resolver;

    ScalarReader(LoadSettings settings) {
        resolver = settings.getSchema().getScalarResolver();
    }

    void refuseForeignTag(Optional<String> tag, int offset) {
        tag.filter(name -> !name.startsWith(CORE) || !TAGS.contains(name.substring(CORE.length())))
                .ifPresent(name -> {
                    throw new YamlException(offset, "the tag " + name + " is not accepted here");
                });
    }

    Object value(ScalarEvent event, int offset) {
        refuseForeignTag(event.getTag(), offset);
        String text = event.getValue();
        Tag tag = event.getTag()
                .filter(name -> !name.equals("!"))
                .map(Tag::new)
                .orElseGet(() ->
                        resolver.resolve(text, event.isPlain() && event.getTag().isEmpty()));
        try {
            return value(tag, text);
        } catch (NumberFormatException e) {
            throw new YamlException(offset, "not a number that can be read: " + shortened(text));
        }
    }

    private static Object value(Tag tag, String text) {
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return text.toLowerCase(Locale.ROOT).equals("true");
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(text);
        }
        return text;
    }

    /** The number; a text where it is none that has an end ({@code .inf}). */
    private static Object number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException();
        }
        if (text.endsWith("f") || text.endsWith("F") || text.endsWith("n") || text.endsWith("N")) {
            return text.startsWith("0x") ? new BigDecimal(new BigInteger(text.substring(2), 16)) : text;
        }
        BigDecimal number = text.startsWith("0x")
                ? new BigDecimal(new BigInteger(text.substring(2), 16))
                : text.startsWith("0o") ? new BigDecimal(new BigInteger(text.substring(2), 8)) : new BigDecimal(text);
        if (Math.abs((long) number.scale()) > 1000) {
            throw new NumberFormatException();
        }
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NUMBER ? text : text.substring(0, LONGEST_NUMBER) + "…";
    }
}
