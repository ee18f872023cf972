package studio.ctnr.container;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How the value of a {@link Variable} is written where it stands: programs keep one folder as {@code C:\Users\ann}, as
 * {@code C:/Users/ann} and, in JSON, as {@code C:\\Users\\ann}, and each place must get it back in its own form. The
 * form stands in the token, as in {@code %CONTAINER_APPDATA:slash%}.
 */
public enum VariableForm {
    /** As Windows writes it; the token has no suffix. */
    PLAIN,
    /** With forward slashes. */
    SLASH,
    /** With each back slash doubled, as JSON, Java properties and C strings have it. */
    ESCAPED,
    /** As a file URL's path: forward slashes, and what a URL can't hold as {@code %20}. */
    URL,
    /** With 8.3 names. Only the host that has the folder knows them: elsewhere the long names are written. */
    SHORT;

    private static final String URL_PATH_CHARACTERS = "-._~!$&'()*+,;=:@/";

    /** What follows the variable's name in a token: empty, or a colon and the form's name in lower case. */
    String suffix() {
        return this == PLAIN ? "" : ":" + name().toLowerCase(Locale.ROOT);
    }

    /** The form of this name in lower case. */
    static Optional<VariableForm> named(String name) {
        return Arrays.stream(values())
                .filter(form -> form != PLAIN && form.suffix().equals(":" + name))
                .findFirst();
    }

    /** Writes a value in this form. */
    public String write(String value) {
        return switch (this) {
            case PLAIN, SHORT -> value;
            case SLASH -> value.replace('\\', '/');
            case ESCAPED -> value.replace("\\", "\\\\");
            case URL -> encoded(value.replace('\\', '/'));
        };
    }

    private static String encoded(String path) {
        ByteArrayOutputStream url = new ByteArrayOutputStream();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && (Character.isLetterOrDigit(b) || URL_PATH_CHARACTERS.indexOf(b) >= 0)) {
                url.write(b);
            } else {
                url.writeBytes("%%%02X".formatted(b & 0xff).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return url.toString(StandardCharsets.US_ASCII);
    }
}
