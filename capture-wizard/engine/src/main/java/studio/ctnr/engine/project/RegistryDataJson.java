package studio.ctnr.engine.project;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.engine.change.ValueForm;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A registry value's type and data as JSON: "text", "texts" or "number" where that gives back the very bytes; else
 * "hex", or "base64" when there are many.
 */
final class RegistryDataJson {
    private static final int LONGEST_HEX = 256;
    private static final int LONGEST = JsonLines.LONGEST_STRING / 4 * 3;

    private RegistryDataJson() {}

    static void write(JsonGenerator json, int type, byte[] data) {
        if (data.length > LONGEST) {
            throw new IllegalArgumentException("its data is longer than %d bytes".formatted(LONGEST));
        }
        json.writeStringProperty("type", ValueForm.typeName(type));
        ValueForm form = ValueForm.of(type, data);
        switch (form) {
            case ValueForm.Text(String text) -> JsonText.write(json, "text", text);
            case ValueForm.Texts(List<String> texts) -> {
                json.writeArrayPropertyStart("texts");
                texts.forEach(text -> JsonText.write(json, text));
                json.writeEndArray();
            }
            case ValueForm.Number(long number) -> {
                json.writeName("number");
                json.writeNumber(Long.toUnsignedString(number));
            }
            case ValueForm.Bytes(byte[] bytes)
            when bytes.length <= LONGEST_HEX ->
                json.writeStringProperty("hex", HexFormat.of().formatHex(bytes));
            case ValueForm.Bytes(byte[] bytes) ->
                json.writeStringProperty("base64", Base64.getEncoder().encodeToString(bytes));
        }
    }

    /** @param known the name of the value that the state is of; null when it was not told */
    static RegistryValue read(JsonParser json, String known) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("\"%s\" is no object".formatted(json.currentName()));
        }
        String valueName = known;
        Optional<Integer> type = Optional.empty();
        ValueForm data = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "name" -> valueName = JsonText.read(json);
                case "type" -> type = Optional.of(ValueForm.typeNumber(JsonText.read(json)));
                case "text" -> data = new ValueForm.Text(JsonText.read(json));
                case "texts" -> data = new ValueForm.Texts(texts(json));
                case "number" -> data = new ValueForm.Number(Long.parseUnsignedLong(json.getString()));
                case "hex" -> data = new ValueForm.Bytes(HexFormat.of().parseHex(JsonText.read(json)));
                case "base64" -> data = new ValueForm.Bytes(Base64.getDecoder().decode(JsonText.read(json)));
                default -> throw new IllegalArgumentException("\"%s\" is unknown".formatted(name));
            }
        }
        if (valueName == null || type.isEmpty() || data == null) {
            throw new IllegalArgumentException("the value's name, type or data is missing");
        }
        return new RegistryValue(valueName, type.get(), data.bytes(type.get()));
    }

    private static List<String> texts(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new IllegalArgumentException("\"texts\" is no list");
        }
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(JsonText.read(json));
        }
        return texts;
    }
}
