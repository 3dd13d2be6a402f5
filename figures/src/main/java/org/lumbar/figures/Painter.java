package org.lumbar.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lumbar.figures.Scene.Cloth;
import org.lumbar.figures.Scene.Layer;

/** Writes a scene as SVG, painting from far to near. */
final class Painter {

    private static final int OUTLINE = 9;
    private static final double FAR_SHADE = 0.15;
    /** How wide the side in shade is, in statures. */
    private static final double WIDE_SHADE = 0.020;

    private static final double NARROW_SHADE = 0.011;
    private static final double GHOST = 0.25;

    private final Scene scene;
    private final Look look;
    private final Words words;
    private final Fit fit;
    private final double near;
    private final StringBuilder svg = new StringBuilder();
    private final String timing;
    private int ids;

    /** @param near how far an outline may be from where it should be, in picture units */
    Painter(Scene scene, Look look, Words words, double near) {
        this.scene = scene;
        this.look = look;
        this.words = words;
        this.fit = scene.fit();
        this.near = near;
        this.timing = timing();
    }

    String animated() {
        begin();
        if (look.play() == Look.Play.ON_DEMAND) {
            svg.append("<animate id=\"")
                    .append(look.id())
                    .append("-go\" attributeName=\"visibility\" values=\"visible\" dur=\"")
                    .append(seconds())
                    .append("\" begin=\"indefinite\" repeatCount=\"indefinite\"/>");
        }
        room(false);
        shadows(scene.shadows());
        figure(scene.layers());
        room(true);
        return svg.append("</svg>\n").toString();
    }

    /**
     * @param from the frame shown faintly and joined by arrows; -1 for none
     * @param number shown in the corner; 0 for none
     * @param left where the corner is
     */
    String still(int frame, int from, int number, int left) {
        begin();
        room(false);
        shadows(scene.shadows().stream().map(track -> track.only(frame)).toList());
        if (from >= 0 && scene.clip().strokes().isEmpty()) {
            svg.append("<g opacity=\"").append(GHOST).append("\">");
            figure(at(from));
            svg.append("</g>");
        }
        figure(at(frame));
        room(true);
        if (from >= 0) {
            Arrows.between(scene, from, frame).forEach(this::arrow);
        }
        if (number > 0) {
            badge(left, number);
        }
        return svg.append("</svg>\n").toString();
    }

    private List<Layer> at(int frame) {
        return scene.layers().stream()
                .map(layer -> new Layer(
                        layer.chain(),
                        layer.cloths().stream().map(cloth -> only(cloth, frame)).toList(),
                        new boolean[] {layer.before()[frame]},
                        layer.depth()))
                .toList();
    }

    private static Cloth only(Cloth cloth, int frame) {
        return new Cloth(
                cloth.role(),
                cloth.outlined(),
                cloth.shapes().stream().map(track -> track.only(frame)).toList());
    }

    private void begin() {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(Fit.WIDTH)
                .append(' ')
                .append(Fit.HEIGHT)
                .append("\" role=\"img\" aria-labelledby=\"")
                .append(look.id())
                .append("-t");
        boolean described = !words.description().isEmpty();
        if (described) {
            svg.append(' ').append(look.id()).append("-d");
        }
        svg.append("\"><title id=\"")
                .append(look.id())
                .append("-t\">")
                .append(escape(words.title()))
                .append("</title>");
        if (described) {
            svg.append("<desc id=\"")
                    .append(look.id())
                    .append("-d\">")
                    .append(escape(words.description()))
                    .append("</desc>");
        }
        svg.append("<defs><pattern id=\"")
                .append(look.id())
                .append(
                        "-h\" width=\"18\" height=\"18\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
                .append("<rect width=\"18\" height=\"18\" fill=\"")
                .append(colour(Role.HIGHLIGHT, 0))
                .append("\" opacity=\".8\"/>")
                .append("<path d=\"M0 0V18\" stroke=\"")
                .append(colour(Role.HIGHLIGHT, 1))
                .append("\" stroke-width=\"7\"/>")
                .append("</pattern></defs>");
    }

    // ---- room ----

    private void room(boolean before) {
        if (!before) {
            floor();
        }
        for (Room.Face face : Room.faces(scene.body(), scene.clip(), scene.motion())) {
            if (face.before() == before) {
                svg.append("<path d=\"")
                        .append(fit.polygon(scene.camera(), face.corners()))
                        .append("\" fill=\"")
                        .append(colour(face.role(), face.shade()))
                        .append("\" stroke=\"")
                        .append(colour(edge(face.role()), 2))
                        .append("\" stroke-width=\"")
                        .append(edge(face.role()) == Role.INK ? 5 : 3)
                        .append("\" stroke-linejoin=\"round\"/>");
            }
        }
    }

    private static Role edge(Role role) {
        return role == Role.MAT || role == Role.WALL ? role : Role.INK;
    }

    /** A wall of paper and the floor before it, as far as half a stature behind the body. */
    private void floor() {
        Camera.Axes camera = scene.camera();
        Vec under = scene.frames().getFirst().skeleton().spine().pelvis().withY(0);
        Vec level = camera.near().withY(0);
        Vec away = level.length() < 0.1 ? Vec.ZERO : level.unit().times(-0.55);
        int horizon = Math.clamp(fit.y(camera.v(under.plus(away))), 0, Fit.HEIGHT);
        if (scene.clip().camera().elevation() > 40) {
            horizon = 0;
        }
        svg.append("<path d=\"M0 0H")
                .append(Fit.WIDTH)
                .append('V')
                .append(Fit.HEIGHT)
                .append("H0Z\" fill=\"")
                .append(colour(Role.PAPER, 0))
                .append("\"/>");
        if (horizon < Fit.HEIGHT && horizon > 0) {
            svg.append("<path d=\"M0 ")
                    .append(horizon)
                    .append('H')
                    .append(Fit.WIDTH)
                    .append('V')
                    .append(Fit.HEIGHT)
                    .append("H0Z\" fill=\"")
                    .append(colour(Role.FLOOR, 0))
                    .append("\"/><path d=\"M0 ")
                    .append(horizon)
                    .append('H')
                    .append(Fit.WIDTH)
                    .append("\" stroke=\"")
                    .append(colour(Role.FLOOR, 1))
                    .append("\" stroke-width=\"4\"/>");
        } else if (horizon == 0) {
            svg.append("<path d=\"M0 0H")
                    .append(Fit.WIDTH)
                    .append('V')
                    .append(Fit.HEIGHT)
                    .append("H0Z\" fill=\"")
                    .append(colour(Role.FLOOR, 0))
                    .append("\"/>");
        }
    }

    private void shadows(List<Track> tracks) {
        svg.append("<g fill=\"").append(colour(Role.SHADOW, 0)).append("\" opacity=\".16\">");
        tracks.forEach(track -> path(track, null, null));
        svg.append("</g>");
    }

    // ---- body ----

    private void figure(List<Layer> layers) {
        for (Layer layer : layers) {
            if (layer.chain() != Chain.TRUNK && layer.everBehind()) {
                layer(layer, false);
            }
        }
        for (Layer layer : layers) {
            if (layer.chain() == Chain.TRUNK) {
                layer(layer, true);
            }
        }
        for (Layer layer : layers) {
            if (layer.chain() != Chain.TRUNK && layer.everBefore()) {
                layer(layer, true);
            }
        }
    }

    /** Paints a layer where it is before the trunk, or where it is behind; hidden at other times. */
    private void layer(Layer layer, boolean before) {
        boolean changes = layer.everBefore() && layer.everBehind();
        boolean dim = !before && layer.chain() != Chain.HEAD && layer.chain() != Chain.CUSHION;
        svg.append("<g");
        if (changes) {
            svg.append(" visibility=\"")
                    .append(layer.before()[0] == before ? "visible" : "hidden")
                    .append("\">");
            visibility(layer, before);
        } else {
            svg.append('>');
        }
        String all = next();
        List<String> pieces = new ArrayList<>();
        svg.append("<defs><g id=\"").append(all).append("\">");
        for (Cloth cloth : layer.cloths()) {
            if (cloth.outlined()) {
                for (Track track : cloth.shapes()) {
                    String id = next();
                    pieces.add(id);
                    path(track, id, null);
                }
            }
        }
        svg.append("</g></defs>");
        String ink = colour(Role.INK, 0);
        svg.append("<use href=\"#")
                .append(all)
                .append("\" fill=\"")
                .append(ink)
                .append("\" stroke=\"")
                .append(ink)
                .append("\" stroke-width=\"")
                .append(OUTLINE)
                .append("\" stroke-linejoin=\"round\"/>");
        int piece = 0;
        for (Cloth cloth : layer.cloths()) {
            boolean shaded = cloth.outlined() && Mannequin.hasLight(cloth.role());
            String fill =
                    cloth.role() == Role.HIGHLIGHT ? "url(#" + look.id() + "-h)" : colour(cloth.role(), shaded ? 1 : 0);
            StringBuilder uses = new StringBuilder();
            for (Track track : cloth.shapes()) {
                if (cloth.outlined()) {
                    uses.append("<use href=\"#").append(pieces.get(piece++)).append("\"/>");
                } else {
                    path(track, null, fill);
                }
            }
            if (cloth.outlined()) {
                svg.append("<g fill=\"").append(fill).append("\">").append(uses).append("</g>");
            }
            if (shaded) {
                light(
                        cloth.role(),
                        uses,
                        layer.chain() == Chain.TRUNK && cloth.role() == Role.SHIRT ? WIDE_SHADE : NARROW_SHADE);
            }
        }
        if (dim) {
            svg.append("<use href=\"#")
                    .append(all)
                    .append("\" fill=\"")
                    .append(ink)
                    .append("\" opacity=\"")
                    .append(FAR_SHADE)
                    .append("\"/>");
        }
        svg.append("</g>");
    }

    /** The same shapes in the tone of light, moved towards it and cut to their own outline; what is left is in shade. */
    private void light(Role role, StringBuilder uses, double shade) {
        String clip = next();
        svg.append("<clipPath id=\"")
                .append(clip)
                .append("\">")
                .append(uses)
                .append("</clipPath><g clip-path=\"url(#")
                .append(clip)
                .append(")\"><g fill=\"")
                .append(colour(role, 0))
                .append("\" transform=\"translate(")
                .append(Math.round(-0.5 * shade * fit.scale()))
                .append(' ')
                .append(Math.round(-shade * fit.scale()))
                .append(")\">")
                .append(uses)
                .append("</g></g>");
    }

    private void visibility(Layer layer, boolean before) {
        StringBuilder values = new StringBuilder();
        StringBuilder times = new StringBuilder();
        for (int i = 0; i < layer.before().length; i++) {
            if (i == 0 || layer.before()[i] != layer.before()[i - 1]) {
                values.append(i == 0 ? "" : ";").append(layer.before()[i] == before ? "visible" : "hidden");
                times.append(i == 0 ? "" : ";")
                        .append(time(scene.frames().get(i).time()));
            }
        }
        svg.append("<animate attributeName=\"visibility\" calcMode=\"discrete\" keyTimes=\"")
                .append(times)
                .append("\" values=\"")
                .append(values)
                .append('"')
                .append(timing)
                .append("/>");
    }

    /** A path, moving if its outline does. */
    private void path(Track track, @Nullable String id, @Nullable String fill) {
        svg.append("<path");
        if (id != null) {
            svg.append(" id=\"").append(id).append('"');
        }
        if (fill != null) {
            svg.append(" fill=\"").append(fill).append('"');
        }
        List<int[]> outlines = track.frames().stream().map(fit::outline).toList();
        svg.append(" d=\"")
                .append(Fit.path(outlines.getFirst(), track.curved()))
                .append('"');
        List<Integer> kept = outlines.size() == 1 ? List.of() : Thinning.keep(outlines, scene.frames(), near);
        if (kept.isEmpty()) {
            svg.append("/>");
            return;
        }
        svg.append("><animate attributeName=\"d\" keyTimes=\"");
        for (int i : kept) {
            svg.append(i == 0 ? "" : ";").append(time(scene.frames().get(i).time()));
        }
        svg.append("\" values=\"");
        for (int i : kept) {
            svg.append(i == 0 ? "" : ";").append(Fit.path(outlines.get(i), track.curved()));
        }
        svg.append('"').append(timing).append("/></path>");
    }

    // ---- marks ----

    private void arrow(Arrows.Arrow arrow) {
        svg.append("<g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\"><path d=\"")
                .append(arrow.line())
                .append("\" stroke=\"")
                .append(colour(Role.PAPER, 0))
                .append("\" stroke-width=\"24\"/><path d=\"")
                .append(arrow.head())
                .append("\" fill=\"")
                .append(colour(Role.PAPER, 0))
                .append("\" stroke=\"")
                .append(colour(Role.PAPER, 0))
                .append("\" stroke-width=\"12\"/><path d=\"")
                .append(arrow.line())
                .append("\" stroke=\"")
                .append(colour(Role.ARROW, 0))
                .append("\" stroke-width=\"11\"/><path d=\"")
                .append(arrow.head())
                .append("\" fill=\"")
                .append(colour(Role.ARROW, 0))
                .append("\"/></g>");
    }

    private void badge(int left, int number) {
        int middle = left + 105;
        svg.append("<circle cx=\"")
                .append(middle)
                .append("\" cy=\"105\" r=\"58\" fill=\"")
                .append(colour(Role.INK, 0))
                .append("\"/><text x=\"")
                .append(middle)
                .append("\" y=\"131\" text-anchor=\"middle\" font-family=\"sans-serif\" font-weight=\"700\" ")
                .append("font-size=\"74\" fill=\"")
                .append(colour(Role.PAPER, 0))
                .append("\">")
                .append(number)
                .append("</text>");
    }

    // ---- small things ----

    private String timing() {
        String begin = look.play() == Look.Play.AUTO ? "0s" : look.id() + "-go.begin";
        return " dur=\"" + seconds() + "\" begin=\"" + begin + "\" repeatCount=\"indefinite\"";
    }

    private String seconds() {
        return trim(String.format(Locale.ROOT, "%.3f", scene.clip().milliseconds() / 1000.0)) + "s";
    }

    private static String time(double share) {
        return trim(String.format(Locale.ROOT, "%.4f", share));
    }

    private static String trim(String number) {
        return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
    }

    private String next() {
        return look.id() + "-" + ids++;
    }

    private String colour(Role role, int shade) {
        return look.palette().colour(role, shade);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
