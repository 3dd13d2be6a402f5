package org.lumbar.figures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Pictures of a clip as SVG documents: the same clip and look give the same text, byte for byte. No scripts. */
public final class Drawing {

    /** How far an outline may be from where it should be, in picture units: exact first, then coarser while that is too large. */
    private static final double[] NEAR = {3, 5, 8, 12, 16};

    /** The largest moving picture, in bytes after gzip. */
    static final int LARGEST = 40 * 1024;

    private final Scene scene;
    private final Clip clip;

    /** Works out the movement once; all pictures of it are then cheap. */
    public Drawing(Body body, Clip clip) {
        this.clip = clip;
        this.scene = new Scene(body, clip);
    }

    /**
     * The movement, animated with SMIL. Until it begins it shows the base pose. One that would take more than {@value #LARGEST}
     * bytes is drawn with fewer frames.
     */
    public String animated(Look look, Words words) {
        String svg = "";
        for (double near : NEAR) {
            svg = new Painter(scene, look, words, near).animated();
            if (gzipped(svg) <= LARGEST) {
                break;
            }
        }
        return svg;
    }

    /** How many bytes the moving picture takes after gzip when it is drawn with the fewest frames. */
    int fewestBytes(Look look, Words words) {
        return gzipped(new Painter(scene, look, words, NEAR[NEAR.length - 1]).animated());
    }

    /** How many bytes a text takes after gzip. */
    static int gzipped(String text) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The still picture of a key pose with its number, the pose that it came from, and arrows that tell how.
     *
     * @param index which of the key poses, from 0
     */
    public String still(int index, Look look, Words words) {
        return still(index, look, words, 0);
    }

    private String still(int index, Look look, Words words, int left) {
        int phase = clip.keyPhases().get(index);
        boolean moves = !clip.poseAfter(phase).equals(clip.poseAfter(phase - 1));
        if (!moves && !clip.strokes().isEmpty()) {
            List<Integer> inside = inside(phase);
            int from = inside.getFirst();
            return painter(look, words).still(inside.get(inside.size() * 5 / 8), from, index + 1, left);
        }
        int from = moves ? frameAfter(phase - 1) : -1;
        return painter(look, words).still(frameAfter(phase), from, index + 1, left);
    }

    /** Every key pose as {@link #still} draws it, cut to what it shows, side by side in rows, as one document. */
    public String strip(Look look, Words words) {
        Strip strip = new Strip(scene, clip.keyPoses().size());
        return strip.draw(
                i -> still(i, new Look(look.palette(), look.play(), look.id() + "-" + (i + 1)), words, strip.left()),
                words);
    }

    /** How wide a strip is, as a multiple of its height. */
    public double stripRatio() {
        return new Strip(scene, clip.keyPoses().size()).ratio();
    }

    /** The pose in the middle of a phase, without number and arrows; for looking a clip over. */
    public String middle(int phase, Look look, Words words) {
        List<Integer> inside = inside(phase);
        return painter(look, words).still(inside.get((inside.size() - 1) / 2), -1, 0, 0);
    }

    private Painter painter(Look look, Words words) {
        return new Painter(scene, look, words, NEAR[0]);
    }

    private List<Integer> inside(int phase) {
        List<Integer> inside = new ArrayList<>();
        for (int i = 0; i < scene.frames().size(); i++) {
            if (scene.frames().get(i).phase() == phase) {
                inside.add(i);
            }
        }
        return inside;
    }

    private int frameAfter(int phase) {
        return scene.frames().indexOf(scene.motion().after(phase));
    }
}
