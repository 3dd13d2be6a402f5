package org.lumbar.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lumbar.figures.Motion.Frame;
import org.lumbar.figures.Shape.Garment;

/** Everything in the picture of a clip, over its frames, before it becomes lines and colours. */
final class Scene {

    /** The share of a stature that something must be nearer than the trunk to come before it, or farther to go behind. */
    private static final double CLEARLY = 0.015;

    /** Picture units for one stature, at most, by what is shown. */
    private static final double LARGEST = 1150;

    /** Outlines of one colour. */
    record Cloth(Role role, boolean outlined, List<Track> shapes) {}

    /**
     * A chain over time.
     *
     * @param before for each frame, whether it is painted after the trunk
     * @param depth how near it is, for the order among chains
     */
    record Layer(Chain chain, List<Cloth> cloths, boolean[] before, double depth) {

        boolean everBefore() {
            return any(true);
        }

        boolean everBehind() {
            return any(false);
        }

        private boolean any(boolean value) {
            for (boolean one : before) {
                if (one == value) {
                    return true;
                }
            }
            return false;
        }
    }

    private final Body body;
    private final Clip clip;
    private final Motion motion;
    private final Camera.Axes camera;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Track> shadows = new ArrayList<>();
    private final Fit.Bounds bounds;
    private final Fit fit;

    Scene(Body body, Clip clip) {
        this.body = body;
        this.clip = clip;
        this.motion = new Motion(body, clip);
        this.camera = clip.camera().axes();
        build();
        this.bounds = bounds();
        this.fit = Fit.to(bounds, clip.camera().frame() == Camera.Frame.WHOLE ? LARGEST : 3 * LARGEST);
    }

    Body body() {
        return body;
    }

    Clip clip() {
        return clip;
    }

    Motion motion() {
        return motion;
    }

    List<Frame> frames() {
        return motion.frames();
    }

    Camera.Axes camera() {
        return camera;
    }

    Fit fit() {
        return fit;
    }

    /** Where in the picture the leftmost of what must be in it is. */
    int left() {
        return fit.x(bounds.left);
    }

    /** Where the rightmost is. */
    int right() {
        return fit.x(bounds.right);
    }

    List<Track> shadows() {
        return shadows;
    }

    double ground() {
        return motion.placement().ground();
    }

    /** Layers from far to near. */
    List<Layer> layers() {
        return layers;
    }

    private void build() {
        Mannequin mannequin = new Mannequin(body, clip.highlight());
        List<Stroke.Zone> zones =
                clip.strokes().stream().map(Stroke::zone).distinct().toList();
        Map<Chain, List<List<Garment>>> dressed = new EnumMap<>(Chain.class);
        List<List<List<Ellipsoid>>> shades = new ArrayList<>();
        for (Frame frame : frames()) {
            Map<Chain, List<Garment>> garments = mannequin.dress(frame.skeleton(), camera);
            zones.forEach(zone ->
                    mannequin.mark(zone, HandsOn.stroke(clip, frame).zone() == zone, frame.skeleton(), garments));
            Held.garments(body, clip, frame.skeleton()).forEach(garments::put);
            Cushions.garments(body, clip, frames().getFirst().skeleton(), ground())
                    .forEach(garments::put);
            HandsOn.garments(body, clip, frame).forEach(garments::put);
            garments.forEach((chain, list) ->
                    dressed.computeIfAbsent(chain, key -> new ArrayList<>()).add(list));
            shades.add(mannequin.shadows(frame.skeleton(), ground()));
        }
        dressed.forEach((chain, frames) -> layers.add(layer(chain, frames)));
        layers.sort(Comparator.comparingDouble(Layer::depth));
        for (int i = 0; i < shades.getFirst().size(); i++) {
            int piece = i;
            shadows.add(
                    Track.flat(shades.stream().map(frame -> frame.get(piece)).toList(), camera));
        }
    }

    private Layer layer(Chain chain, List<List<Garment>> frames) {
        List<Cloth> cloths = new ArrayList<>();
        for (int g = 0; g < frames.getFirst().size(); g++) {
            Garment first = frames.getFirst().get(g);
            List<Track> shapes = new ArrayList<>();
            for (int s = 0; s < first.shapes().size(); s++) {
                int garment = g;
                int shape = s;
                List<Shape> over = frames.stream()
                        .map(list -> list.get(garment).shapes().get(shape))
                        .toList();
                shapes.add(Track.of(over, camera));
            }
            cloths.add(new Cloth(first.role(), first.outlined(), shapes));
        }
        double[] depths = frames().stream()
                .mapToDouble(frame -> Depths.before(chain, frame.skeleton(), camera))
                .toArray();
        boolean[] before = new boolean[depths.length];
        boolean now = chain == Chain.TRUNK || depths[0] >= -CLEARLY;
        double sum = 0;
        for (int i = 0; i < depths.length; i++) {
            if (Math.abs(depths[i]) > CLEARLY && chain != Chain.TRUNK) {
                now = depths[i] > 0;
            }
            before[i] = now;
            sum += depths[i];
        }
        return new Layer(chain, cloths, before, sum / depths.length);
    }

    private Fit.Bounds bounds() {
        Fit.Bounds bounds = new Fit.Bounds();
        Camera.Frame wanted = clip.camera().frame();
        for (Layer layer : layers) {
            for (Cloth cloth : layer.cloths()) {
                if (Depths.isIn(layer.chain(), cloth.role(), wanted)) {
                    cloth.shapes().forEach(bounds::add);
                }
            }
        }
        if (wanted == Camera.Frame.WHOLE) {
            shadows.forEach(bounds::add);
            Room.corners(body, clip, motion).forEach(point -> bounds.add(camera.u(point), camera.v(point)));
        }
        return bounds;
    }
}
