package studio.ctnr.engine.projection.internal.registered;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that holds an icon, and which of its icons: {@code C:\App\app.exe,-101} in the registry.
 *
 * @param index from 0 by order; below 0 by resource number
 */
record IconLocation(String file, int index) {
    private static final Pattern INDEXED = Pattern.compile("^(.*?)\\s*,\\s*(-?\\d{1,6})$");

    static IconLocation parse(String text) {
        String plain = text.strip();
        Matcher indexed = INDEXED.matcher(plain);
        return indexed.matches()
                ? new IconLocation(unquoted(indexed.group(1)), Integer.parseInt(indexed.group(2)))
                : new IconLocation(unquoted(plain), 0);
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
