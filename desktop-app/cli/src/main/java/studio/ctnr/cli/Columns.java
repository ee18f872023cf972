package studio.ctnr.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Lines of a list whose parts stand below one another. Text in it is made safe for a terminal. */
final class Columns {
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();
    private final boolean[] right;

    /** @param right which columns are numbers, and end below one another */
    Columns(boolean... right) {
        this.right = right;
    }

    void add(String... cells) {
        lines.add(List.of(cells).stream().map(Printable::of).toList());
    }

    void print(PrintWriter out) {
        int[] widths = new int[right.length];
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                String gap = " ".repeat(widths[i] - width(line.get(i)));
                text.append(i == 0 ? "" : GAP).append(right[i] ? gap + line.get(i) : line.get(i) + gap);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
