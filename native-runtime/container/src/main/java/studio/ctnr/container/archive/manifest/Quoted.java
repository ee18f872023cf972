package studio.ctnr.container.archive.manifest;

/** A name from an archive in a message: it may hold anything, and must not reach a terminal as it is. */
public final class Quoted {
    private static final int LONGEST = 200;

    private Quoted() {}

    /** In double quotes, {@link #escaped}, and cut when very long. */
    public static String of(String name) {
        boolean isLong = name.codePointCount(0, name.length()) > LONGEST;
        String start = isLong ? name.substring(0, name.offsetByCodePoints(0, LONGEST)) : name;
        return '"' + escaped(start) + (isLong ? "…\"" : "\"");
    }

    /** With control characters, invisible ones that change the order of others, and halves of surrogate pairs escaped. */
    public static String escaped(String name) {
        StringBuilder escaped = new StringBuilder();
        name.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE ->
                    escaped.append("\\u%04x".formatted(point));
                default -> escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }
}
