package studio.ctnr.wizard.preview;

import java.util.ArrayList;
import java.util.List;
import studio.ctnr.wizard.preview.Preview.Happened;
import studio.ctnr.wizard.preview.Preview.Line;

/** What happened to lines: the longest common sequence stays, the rest was removed or added. */
final class LineDifference {
    private static final int LINES_AT_MOST = 2000;

    private LineDifference() {}

    static List<Line> of(List<String> before, List<String> after) {
        List<String> old = before.subList(0, Math.min(before.size(), LINES_AT_MOST));
        List<String> now = after.subList(0, Math.min(after.size(), LINES_AT_MOST));
        int[][] common = common(old, now);
        List<Line> lines = new ArrayList<>();
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
        return lines;
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
