package studio.ctnr.cli;

/** Text from files that nobody here wrote, made safe for a terminal. */
final class Printable {
    private Printable() {}

    /** The text with control characters as escapes such as {@code \u001b}, so that none can command the terminal. */
    static String of(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isISOControl(unit)) {
                if (safe == null) {
                    safe = new StringBuilder(text.substring(0, i));
                }
                safe.append("\\u%04x".formatted((int) unit));
            } else if (safe != null) {
                safe.append(unit);
            }
        }
        return safe == null ? text : safe.toString();
    }
}
