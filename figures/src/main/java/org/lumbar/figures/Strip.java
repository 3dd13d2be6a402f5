package org.lumbar.figures;

import java.util.function.IntFunction;

/** Pictures of one clip side by side, each cut to the width that the clip needs. */
final class Strip {

    private static final int GAP = 40;
    /** Four pictures that fit into this stand in one row, else in two. */
    private static final int ROW = 3700;

    /** Room for the number. */
    private static final int BADGE = 190;

    private static final int MARGIN = 60;

    private final int count;
    private final int columns;
    private final int left;
    private final int width;

    Strip(Scene scene, int count) {
        this.count = count;
        this.left = Math.max(0, scene.left() - BADGE);
        this.width = Math.min(Fit.WIDTH, scene.right() + MARGIN) - left;
        this.columns = count == 4 && 4 * (width + GAP) > ROW ? 2 : Math.min(count, 4);
    }

    /** Where the pictures are cut. */
    int left() {
        return left;
    }

    double ratio() {
        return (double) allWidth() / allHeight();
    }

    /** @param picture the documents by number, from 0 */
    String draw(IntFunction<String> picture, Words words) {
        StringBuilder strip = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(allWidth())
                .append(' ')
                .append(allHeight())
                .append("\" role=\"img\" aria-label=\"")
                .append(Painter.escape(words.title()))
                .append("\">\n");
        for (int i = 0; i < count; i++) {
            strip.append("<svg x=\"")
                    .append(i % columns * (width + GAP))
                    .append("\" y=\"")
                    .append(i / columns * (Fit.HEIGHT + GAP))
                    .append("\" width=\"")
                    .append(width)
                    .append("\" height=\"")
                    .append(Fit.HEIGHT)
                    .append('"')
                    .append(cut(picture.apply(i)));
        }
        return strip.append("</svg>\n").toString();
    }

    /** The rest of a document after the name of its root, with what the cut leaves in view. */
    private String cut(String picture) {
        return picture.substring("<svg".length())
                .replaceFirst("viewBox=\"0 0 " + Fit.WIDTH, "viewBox=\"" + left + " 0 " + width);
    }

    private int allWidth() {
        return columns * (width + GAP) - GAP;
    }

    private int allHeight() {
        return Math.ceilDiv(count, columns) * (Fit.HEIGHT + GAP) - GAP;
    }
}
