package studio.ctnr.container.yaml;

/** Changes a part of a text. */
final class Splice {
    private Splice() {}

    static String replace(String text, int from, int to, String with) {
        return new StringBuilder(text.length() + with.length())
                .append(text, 0, from)
                .append(with)
                .append(text, to, text.length())
                .toString();
    }

    static String insert(String text, int at, String what) {
        return replace(text, at, at, what);
    }

    static String remove(String text, int from, int to) {
        return replace(text, from, to, "");
    }
}
