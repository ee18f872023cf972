package studio.ctnr.container.yaml;

/** The library counts in code points and Java's texts in UTF-16 units: this leads from one to the other. */
final class Offsets {
    private final int[] units;

    Offsets(String text) {
        int points = text.codePointCount(0, text.length());
        if (points == text.length()) {
            units = null;
            return;
        }
        units = new int[points + 1];
        int unit = 0;
        for (int point = 0; point < points; point++) {
            units[point] = unit;
            unit += Character.charCount(text.codePointAt(unit));
        }
        units[points] = unit;
    }

    int of(int codePoint) {
        return units == null ? codePoint : units[Math.min(codePoint, units.length - 1)];
    }
}
