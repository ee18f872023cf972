package studio.ctnr.engine.project;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Strings as Windows has them: any row of UTF-16 units, paired or not, which plain UTF-8 can't carry. */
final class JsonText {
    private JsonText() {}

    static void write(JsonGenerator json, String name, String text) {
        json.writeName(name);
        write(json, text);
    }

    static void write(JsonGenerator json, String text) {
        if (wellFormed(text)) {
            json.writeString(text);
        } else {
            json.writeRawValue(escaped(text));
        }
    }

    /** The string that the parser stands on. */
    static String read(JsonParser json) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("\"%s\" is no string".formatted(json.currentName()));
        }
        return json.getString();
    }

    private static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!pairAt(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean pairAt(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x20 && unit < 0x7f && unit != '"' && unit != '\\') {
                json.append(unit);
            } else {
                json.append("\\u%04x".formatted((int) unit));
            }
        }
        return json.append('"').toString();
    }
}
