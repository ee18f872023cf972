package studio.ctnr.engine.amend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.config.Isolation.Rule;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.engine.change.ValueForm;
import studio.ctnr.engine.internal.yaml.YamlFile;
import studio.ctnr.engine.internal.yaml.YamlSection;
import studio.ctnr.engine.internal.yaml.YamlText;

/** Reads and writes {@code amendments.yml}. */
final class AmendmentsText {
    private static final Set<String> DATA = Set.of("text", "texts", "number", "hex");

    private AmendmentsText() {}

    static Amendments read(Path file) throws IOException {
        Optional<YamlSection> top = YamlFile.read(file);
        if (top.isEmpty()) {
            return Amendments.NONE;
        }
        top.get().allow(Set.of("values", "isolation", "application"));
        List<Amendments.Value> values = new ArrayList<>();
        for (YamlSection item : top.get().sections("values")) {
            values.add(value(item));
        }
        List<Rule> rules = new ArrayList<>();
        for (YamlSection item : top.get().sections("isolation")) {
            rules.add(rule(item));
        }
        Described application =
                top.get().has("application") ? DescribedText.read(top.get().section("application")) : Described.NOTHING;
        return new Amendments(values, rules, application);
    }

    private static Amendments.Value value(YamlSection item) throws IOException {
        item.allow(Set.of("key", "name", "type", "text", "texts", "number", "hex"));
        try {
            int type = ValueForm.typeNumber(item.requiredText("type"));
            return new Amendments.Value(
                    KeyPath.of(item.requiredText("key")),
                    new RegistryValue(
                            item.text("name").orElse(""), type, form(item).bytes(type)));
        } catch (IllegalArgumentException wrong) {
            throw item.problem("type", wrong.getMessage());
        }
    }

    private static ValueForm form(YamlSection item) throws IOException {
        if (DATA.stream().filter(item::has).count() != 1) {
            throw item.problem("type", "a value has its data as one of text, texts, number and hex");
        }
        if (item.has("text")) {
            return new ValueForm.Text(item.requiredText("text"));
        }
        if (item.has("texts")) {
            return new ValueForm.Texts(item.texts("texts"));
        }
        return item.has("number")
                ? new ValueForm.Number(Long.parseUnsignedLong(item.requiredText("number")))
                : new ValueForm.Bytes(HexFormat.of().parseHex(item.requiredText("hex")));
    }

    private static Rule rule(YamlSection item) throws IOException {
        item.allow(Set.of("path", "mode"));
        try {
            return new Rule(
                    item.requiredText("path"),
                    Mode.valueOf(item.requiredText("mode").toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException wrong) {
            throw item.problem("mode", "a mode is merged, isolated or host");
        }
    }

    static byte[] of(Amendments amendments) {
        Map<String, Object> top = new LinkedHashMap<>();
        if (!amendments.values().isEmpty()) {
            top.put(
                    "values",
                    amendments.values().stream().map(AmendmentsText::item).toList());
        }
        if (!amendments.isolation().isEmpty()) {
            top.put(
                    "isolation",
                    amendments.isolation().stream().map(AmendmentsText::item).toList());
        }
        if (!amendments.application().equals(Described.NOTHING)) {
            top.put("application", DescribedText.map(amendments.application()));
        }
        return YamlText.of("What is changed of the capture before a container is built of it.", top)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> item(Amendments.Value amended) {
        RegistryValue value = amended.value();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("key", amended.key().toString());
        item.put("name", value.name());
        item.put("type", ValueForm.typeName(value.type()));
        switch (ValueForm.of(value.type(), value.data())) {
            case ValueForm.Text(String text) -> item.put("text", text);
            case ValueForm.Texts(List<String> texts) -> item.put("texts", texts);
            case ValueForm.Number(long number) -> item.put("number", Long.toUnsignedString(number));
            case ValueForm.Bytes(byte[] bytes) -> item.put("hex", HexFormat.of().formatHex(bytes));
        }
        return item;
    }

    private static Map<String, Object> item(Rule rule) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("path", rule.path());
        item.put("mode", rule.mode().name().toLowerCase(Locale.ROOT));
        return item;
    }
}
