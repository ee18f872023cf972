package studio.ctnr.container.yaml;

/** Where lines start and end in a text; LF, CR LF and a single CR end a line. */
public final class Lines {
    private Lines() {}

    /** The start of the line that {@code offset} is in. */
    public static int start(String text, int offset) {
        int at = offset;
        while (at > 0 && !isBreak(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** The end of that line, before its line break. */
    public static int end(String text, int offset) {
        int at = offset;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The start of the line after it; the text's end when there is none. */
    public static int next(String text, int offset) {
        int at = end(text, offset);
        if (at < text.length()) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        return at;
    }

    /** What ends the first line; LF when there is just one. */
    public static String breakOf(String text) {
        int end = end(text, 0);
        return end == text.length() ? "\n" : text.substring(end, next(text, end));
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** The line of {@code offset}, counted from 1. */
    public static int number(String text, int offset) {
        int number = 1;
        for (int at = next(text, 0); at > 0 && at <= offset && isBreak(text.charAt(at - 1)); at = next(text, at)) {
            number++;
            if (at == text.length()) {
                break;
            }
        }
        return number;
    }

    /** The column of {@code offset} in its line, counted from 1 in characters. */
    public static int column(String text, int offset) {
        return text.codePointCount(start(text, offset), offset) + 1;
    }
}
