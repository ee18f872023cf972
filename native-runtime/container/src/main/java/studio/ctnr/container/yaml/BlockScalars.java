package studio.ctnr.container.yaml;

/** Finds where a block scalar ({@code |} or {@code >}) really ends: the library counts what follows it as well. */
final class BlockScalars {
    private final String text;

    BlockScalars(String text) {
        this.text = text;
    }

    /** The end of the last line that counts, before its line break. */
    int end(int start, int markedEnd) {
        int header = Lines.end(text, start);
        boolean keepsBlankLines = text.substring(start, header).split("#", 2)[0].indexOf('+') >= 0;
        int indent = indentation(header, markedEnd);
        int last = header;
        for (int line = Lines.next(text, header); line < markedEnd; line = Lines.next(text, line)) {
            int end = Lines.end(text, line);
            boolean blank = text.substring(line, end).isBlank();
            boolean counts = blank ? keepsBlankLines && end < text.length() || end - line > indent : true;
            if (counts && (!blank || end <= markedEnd)) {
                last = end;
            }
        }
        return Math.max(last, start);
    }

    private int indentation(int header, int end) {
        for (int line = Lines.next(text, header); line < end; line = Lines.next(text, line)) {
            int first = line;
            while (first < text.length() && text.charAt(first) == ' ') {
                first++;
            }
            if (first < text.length() && text.charAt(first) != '\n' && text.charAt(first) != '\r') {
                return first - line;
            }
        }
        return Integer.MAX_VALUE;
    }
}
