package studio.ctnr.wizard.preview;

import java.util.ArrayList;
import java.util.List;
import studio.ctnr.wizard.preview.Preview.Happened;
import studio.ctnr.wizard.preview.Preview.Line;

/**
 * What happened to lines: what both begin and end with stays, and between those the longest common sequence. Where that
 * takes too much to find, all between was removed and added.
 */
final class LineDifference {
    private static final long PAIRS_AT_MOST = 4_000_000;
    /** So many lines that stay are shown before and after one that does not. */
    private static final int AROUND = 3;

    private LineDifference() {}

    static List<Line> of(List<String> before, List<String> after) {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        add(lines, Happened.SAME, before.subList(0, start));
        between(lines, before.subList(start, before.size() - end), after.subList(start, after.size() - end));
        add(lines, Happened.SAME, before.subList(before.size() - end, before.size()));
        return lines;
    }

    /** The changed lines with a few around them; where others were left out, one line says so. */
    static List<Line> shortened(List<Line> all) {
        boolean[] near = new boolean[all.size()];
        for (int at = 0; at < near.length; at++) {
            if (all.get(at).happened() != Happened.SAME) {
                for (int i = Math.max(0, at - AROUND); i <= Math.min(near.length - 1, at + AROUND); i++) {
                    near[i] = true;
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < near.length; at++) {
            if (near[at]) {
                lines.add(all.get(at));
            } else if (at == 0 || near[at - 1]) {
                lines.add(new Line(Happened.SAME, "⋯"));
            }
        }
        return lines;
    }

    private static void between(List<Line> lines, List<String> old, List<String> now) {
        if ((long) old.size() * now.size() > PAIRS_AT_MOST) {
            add(lines, Happened.REMOVED, old);
            add(lines, Happened.ADDED, now);
            return;
        }
        int[][] common = common(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(Happened.SAME, old.get(i)));
                i++;
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(Happened.REMOVED, old.get(i++)));
            } else {
                lines.add(new Line(Happened.ADDED, now.get(j++)));
            }
        }
    }

    private static void add(List<Line> lines, Happened happened, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(happened, text)));
    }

    /** How long the longest common sequence is from each pair of places on. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
