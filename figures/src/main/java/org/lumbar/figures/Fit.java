package org.lumbar.figures;

import java.util.List;

/**
 * From camera space to the picture, whose units are whole.
 *
 * @param scale picture units for one stature
 */
record Fit(double scale, double offsetU, double offsetV) {

    static final int WIDTH = 1600;
    static final int HEIGHT = 1200;
    private static final int MARGIN = 70;
    private static final int FLOOR = 110;

    int x(double u) {
        return (int) Math.rint(offsetU + scale * u);
    }

    int y(double v) {
        return (int) Math.rint(offsetV + scale * v);
    }

    /** Smallest and largest coordinates. */
    static final class Bounds {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        private double top = Double.POSITIVE_INFINITY;
        private double bottom = Double.NEGATIVE_INFINITY;

        void add(double u, double v) {
            left = Math.min(left, u);
            right = Math.max(right, u);
            top = Math.min(top, v);
            bottom = Math.max(bottom, v);
        }

        void add(Track track) {
            for (double[] frame : track.frames()) {
                for (int i = 0; i < frame.length; i += track.curved() ? 4 : 2) {
                    add(frame[i], frame[i + 1]);
                }
            }
        }
    }

    /** The largest scale that shows everything within the bounds; a little more room below, for the floor. */
    static Fit to(Bounds bounds, double most) {
        double wide = Math.max(0.05, bounds.right - bounds.left);
        double high = Math.max(0.05, bounds.bottom - bounds.top);
        double scale =
                Math.min(most, Math.min((WIDTH - 2.0 * MARGIN) / wide, (HEIGHT - MARGIN - (double) FLOOR) / high));
        double spare = HEIGHT - MARGIN - FLOOR - scale * high;
        double offsetU = WIDTH / 2.0 - scale * (bounds.left + bounds.right) / 2;
        double offsetV = HEIGHT - FLOOR - 0.42 * spare - scale * bounds.bottom;
        return new Fit(scale, offsetU, offsetV);
    }

    /** An outline in whole picture units: coordinates in turn. */
    int[] outline(double[] numbers) {
        int[] whole = new int[numbers.length];
        for (int i = 0; i < numbers.length; i += 2) {
            whole[i] = x(numbers[i]);
            whole[i + 1] = y(numbers[i + 1]);
        }
        return whole;
    }

    /** The path of an outline: relative whole numbers, which are short and always of the same form. */
    static String path(int[] outline, boolean curved) {
        StringBuilder path = new StringBuilder();
        path.append('M').append(outline[0]).append(' ').append(outline[1]).append(curved ? 'q' : 'l');
        int stride = curved ? 4 : 2;
        for (int i = 2; i < outline.length; i += stride) {
            int x = outline[i - 2];
            int y = outline[i - 1];
            for (int j = i; j < i + stride; j += 2) {
                append(path, outline[j] - x, i == 2 && j == i);
                append(path, outline[j + 1] - y, false);
            }
        }
        return path.append('z').toString();
    }

    private static void append(StringBuilder path, int number, boolean first) {
        if (!first && number >= 0) {
            path.append(' ');
        }
        path.append(number);
    }

    String point(Camera.Axes camera, Vec point) {
        return x(camera.u(point)) + " " + y(camera.v(point));
    }

    String polygon(Camera.Axes camera, List<Vec> corners) {
        StringBuilder path = new StringBuilder("M");
        for (int i = 0; i < corners.size(); i++) {
            path.append(i == 0 ? "" : "L").append(point(camera, corners.get(i)));
        }
        return path.append('Z').toString();
    }
}
