package org.lumbar.documents;

import java.util.Optional;
import org.lumbar.figures.Drawing;
import org.lumbar.figures.Look;
import org.lumbar.figures.Palette;
import org.lumbar.figures.Words;

/** Pictures of movements and of the zones of a massage, one file each, for pages that show them beside their own words. */
public final class Pictures {

    private static final Look LOOK = new Look(Palette.NORMAL, Look.Play.AUTO, "f");
    /** The page says what it shows. */
    private static final Words NONE = new Words("", "");

    private final Gallery gallery;

    public Pictures(Gallery gallery) {
        this.gallery = gallery;
    }

    /** The first key pose as an SVG document; empty when there is no such picture. */
    public Optional<String> still(String id) {
        return drawing(id).map(drawing -> drawing.still(0, LOOK, NONE));
    }

    /** The movement as an SVG document that moves by itself; empty when there is no such picture. */
    public Optional<String> moving(String id) {
        return drawing(id).map(drawing -> drawing.animated(LOOK, NONE));
    }

    private Optional<Drawing> drawing(String id) {
        return gallery.clip(id).map(clip -> new Drawing(gallery.body(), clip));
    }
}
