package org.lumbar.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lumbar.figures.Motion.Frame;

/**
 * Leaves out the frames of an outline that straight lines between others give as well (Ramer 1972, Douglas and Peucker 1973),
 * phase by phase, so that the way back keeps the same frames as the way there.
 */
final class Thinning {

    private final List<int[]> outlines;
    private final List<Frame> frames;
    private final double near;
    private final List<Integer> kept = new ArrayList<>();

    private Thinning(List<int[]> outlines, List<Frame> frames, double near) {
        this.outlines = outlines;
        this.frames = frames;
        this.near = near;
    }

    /**
     * The frames to keep, from the first to the last; none when the outline never moves.
     *
     * @param near how far a coordinate may be from where it should be, in picture units
     */
    static List<Integer> keep(List<int[]> outlines, List<Frame> frames, double near) {
        if (outlines.stream().allMatch(outline -> Arrays.equals(outline, outlines.getFirst()))) {
            return List.of();
        }
        Thinning thinning = new Thinning(outlines, frames, near);
        thinning.kept.add(0);
        int from = 0;
        for (int i = 1; i < frames.size(); i++) {
            if (frames.get(i).last()) {
                thinning.between(from, i);
                from = i;
            }
        }
        return thinning.kept;
    }

    private void between(int from, int to) {
        int farthest = -1;
        double most = near;
        for (int i = from + 1; i < to; i++) {
            double away = away(from, i, to);
            if (away > most) {
                most = away;
                farthest = i;
            }
        }
        if (farthest < 0) {
            kept.add(to);
        } else {
            between(from, farthest);
            between(farthest, to);
        }
    }

    /** The largest distance of a coordinate from the straight way between two frames. */
    private double away(int from, int at, int to) {
        double start = frames.get(from).time();
        double share = (frames.get(at).time() - start) / (frames.get(to).time() - start);
        int[] a = outlines.get(from);
        int[] b = outlines.get(to);
        int[] here = outlines.get(at);
        double most = 0;
        for (int j = 0; j < here.length; j++) {
            most = Math.max(most, Math.abs(a[j] + share * (b[j] - a[j]) - here[j]));
        }
        return most;
    }
}
