package org.lumbar.server.governance;

import java.util.ArrayList;
import java.util.List;

/** What two texts differ in, line by line, with a few lines around each place. */
public final class Difference {

    private static final int AROUND = 3;

    private Difference() {}

    /**
     * A line.
     *
     * @param sign {@code +} new, {@code -} gone, a space when it is in both, {@code …} for lines left out
     * @param number in the new text, in the old one for a line that is gone
     */
    public record Line(String sign, int number, String text) {}

    /** The lines that differ, with those around them; empty when nothing does. */
    public static List<Line> of(String before, String after) {
        List<String> old = before.isEmpty() ? List.of() : before.lines().toList();
        List<String> fresh = after.isEmpty() ? List.of() : after.lines().toList();
        return around(all(old, fresh));
    }

    private static List<Line> all(List<String> old, List<String> fresh) {
        int head = 0;
        while (head < Math.min(old.size(), fresh.size()) && old.get(head).equals(fresh.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), fresh.size()) - head
                && old.get(old.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            lines.add(new Line(" ", i + 1, fresh.get(i)));
        }
        middle(lines, old.subList(head, old.size() - tail), fresh.subList(head, fresh.size() - tail), head);
        for (int i = fresh.size() - tail; i < fresh.size(); i++) {
            lines.add(new Line(" ", i + 1, fresh.get(i)));
        }
        return lines;
    }

    /** The longest common subsequence decides what is the same. */
    private static void middle(List<Line> lines, List<String> old, List<String> fresh, int offset) {
        int[][] longest = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                longest[i][j] = old.get(i).equals(fresh.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                lines.add(new Line(" ", offset + j + 1, fresh.get(j)));
                i++;
                j++;
            } else if (i < old.size() && (j == fresh.size() || longest[i + 1][j] >= longest[i][j + 1])) {
                lines.add(new Line("-", offset + i + 1, old.get(i)));
                i++;
            } else {
                lines.add(new Line("+", offset + j + 1, fresh.get(j)));
                j++;
            }
        }
    }

    private static List<Line> around(List<Line> all) {
        boolean[] shown = new boolean[all.size()];
        boolean any = false;
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).sign().equals(" ")) {
                any = true;
                for (int k = Math.max(0, i - AROUND); k <= Math.min(all.size() - 1, i + AROUND); k++) {
                    shown[k] = true;
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        boolean left = false;
        for (int i = 0; i < all.size() && any; i++) {
            if (shown[i]) {
                if (left) {
                    lines.add(new Line("…", all.get(i).number(), ""));
                }
                lines.add(all.get(i));
            }
            left = !shown[i];
        }
        return lines;
    }
}
