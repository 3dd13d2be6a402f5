package org.lumbar.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.lumbar.figures.Spot.Sided;

/** Arrows along the path of what moves most between two key poses. */
final class Arrows {

    /** Shorter paths, in units of the picture, need no arrow. */
    private static final double SHORTEST = 60;

    /** A hand or elbow whose path is hardly longer than that of its shoulder is carried along: the arrow is at the shoulder. */
    private static final double CARRIED = 0.8;

    private static final int MOST = 2;
    private static final double HEAD = 40;
    /** An arrow that a clip asks for is at least so long, in picture units, and shows a way of at least so many. */
    private static final double LONG_ENOUGH = 120;

    private static final double SEEN = 4;
    private static final List<String> CANDIDATES =
            List.of("hand.R", "hand.L", "toe.R", "toe.L", "head", "knee.R", "knee.L", "pelvis", "elbow.R", "elbow.L");

    /** A line and the head at its end, as path data. */
    record Arrow(String line, String head) {}

    private record Way(List<double[]> points, double length) {}

    private Arrows() {}

    static List<Arrow> between(Scene scene, int from, int to) {
        if (to <= from) {
            return List.of();
        }
        if (!scene.clip().arrows().isEmpty()) {
            return named(scene, from, to);
        }
        if (!scene.clip().strokes().isEmpty()) {
            return hands(scene, from, to);
        }
        List<Way> ways = new ArrayList<>();
        for (String id : CANDIDATES) {
            Sided.of(id).ifPresent(spot -> ways.add(way(scene, from, to, spot)));
        }
        ways.removeIf(way -> way.length() < SHORTEST);
        ways.sort(Comparator.comparingDouble(Way::length).reversed());
        List<Way> chosen = new ArrayList<>();
        for (Way way : ways) {
            boolean own = chosen.stream().allMatch(other -> apart(way, other));
            if (chosen.isEmpty()
                    || (chosen.size() < MOST
                            && own
                            && way.length() > 0.55 * chosen.getFirst().length())) {
                chosen.add(way);
            }
        }
        return chosen.stream().map(Arrows::arrow).toList();
    }

    /** The ways of the spots that the clip names, however short. */
    private static List<Arrow> named(Scene scene, int from, int to) {
        return scene.clip().arrows().stream()
                .map(spot -> way(scene, from, to, frame -> tip(scene, spot, frame.skeleton())))
                .filter(way -> way.length() > SEEN)
                .map(way -> arrow(lengthened(way)))
                .toList();
    }

    private static Way lengthened(Way way) {
        double[] a = way.points().getFirst();
        double[] b = way.points().getLast();
        double straight = Math.hypot(b[0] - a[0], b[1] - a[1]);
        if (way.length() >= LONG_ENOUGH || straight < SEEN) {
            return way;
        }
        return new Way(
                List.of(a, point(a, b, 0.5 * LONG_ENOUGH / straight), point(a, b, LONG_ENOUGH / straight)),
                LONG_ENOUGH);
    }

    /** Another arrow must tell something else: it is far from the first all along. */
    private static boolean apart(Way way, Way other) {
        double[] a = way.points().getLast();
        double[] b = other.points().getLast();
        double[] c = way.points().getFirst();
        double[] d = other.points().getFirst();
        double needed = 0.8 * other.length();
        return Math.hypot(a[0] - b[0], a[1] - b[1]) > needed && Math.hypot(c[0] - d[0], c[1] - d[1]) > needed;
    }

    /** The ways of the hands of another person. */
    private static List<Arrow> hands(Scene scene, int from, int to) {
        List<Arrow> arrows = new ArrayList<>();
        for (Side side : Side.values()) {
            Way way = way(scene, from, to, frame -> {
                Skeleton.Arm arm = HandsOn.arm(scene.clip(), frame, side);
                double ahead = HandsOn.stroke(scene.clip(), frame).way().isAcross() ? 0.03 : 0.11;
                return arm.wrist().plus(arm.hand().apply(0, -ahead, 0));
            });
            if (way.length() > HEAD) {
                arrows.add(arrow(way));
            }
        }
        return arrows;
    }

    private static Way way(Scene scene, int from, int to, Sided spot) {
        Way own = way(scene, from, to, frame -> tip(scene, spot, frame.skeleton()));
        if (spot.spot() == Spot.HEAD) {
            Way crown = way(scene, from, to, frame -> crown(frame.skeleton()));
            return crown.length() > own.length() ? crown : own;
        }
        if (spot.spot() != Spot.HAND && spot.spot() != Spot.ELBOW) {
            return own;
        }
        Sided shoulder = new Sided(Spot.SHOULDER, spot.side());
        Way carrier = way(scene, from, to, frame -> tip(scene, shoulder, frame.skeleton()));
        return carrier.length() > CARRIED * own.length() ? carrier : own;
    }

    private static Way way(Scene scene, int from, int to, Function<Motion.Frame, Vec> point) {
        List<double[]> points = new ArrayList<>();
        double length = 0;
        for (int i = from; i <= to; i++) {
            Vec at = point.apply(scene.frames().get(i));
            double[] here = {
                scene.fit().x(scene.camera().u(at)),
                scene.fit().y(scene.camera().v(at)),
            };
            if (!points.isEmpty()) {
                double[] last = points.getLast();
                length += Math.hypot(here[0] - last[0], here[1] - last[1]);
            }
            points.add(here);
        }
        return new Way(points, length);
    }

    /** The end of a hand rather than its wrist, the nose rather than the middle of the head, the breastbone rather than the spine. */
    private static Vec tip(Scene scene, Sided spot, Skeleton skeleton) {
        Vec at = scene.motion().placement().spot(skeleton, spot.spot(), spot.side());
        return switch (spot.spot()) {
            case HAND -> at.plus(skeleton.arm(spot.side()).hand().apply(0, -0.06, 0));
            case HEAD -> at.plus(skeleton.headTurn().apply(0.06, 0, 0));
            case CHEST -> at.plus(skeleton.spine().thoraxTurn().apply(0.05, -0.08, 0));
            default -> at;
        };
    }

    /** A little above the head, so that an arrow does not cross the face. */
    private static Vec crown(Skeleton skeleton) {
        return skeleton.head().plus(skeleton.headTurn().apply(0, 0.09, 0));
    }

    /** From a little after the start to the end, where the head sits. */
    private static Arrow arrow(Way way) {
        List<double[]> line = along(way.points(), 0.10 * way.length(), way.length() - HEAD * 0.8);
        double[] tip = way.points().getLast();
        double[] neck = line.getLast();
        double length = Math.max(1, Math.hypot(tip[0] - neck[0], tip[1] - neck[1]));
        double u = (tip[0] - neck[0]) / length;
        double v = (tip[1] - neck[1]) / length;
        double wing = 0.62 * HEAD;
        String head = "M" + round(neck[0] + u * HEAD) + " " + round(neck[1] + v * HEAD) + "L"
                + round(neck[0] - v * wing) + " " + round(neck[1] + u * wing) + "L" + round(neck[0] + v * wing) + " "
                + round(neck[1] - u * wing) + "Z";
        return new Arrow(smooth(line), head);
    }

    private static List<double[]> along(List<double[]> points, double start, double end) {
        List<double[]> cut = new ArrayList<>();
        double before = 0;
        for (int i = 1; i < points.size(); i++) {
            double[] a = points.get(i - 1);
            double[] b = points.get(i);
            double step = Math.hypot(b[0] - a[0], b[1] - a[1]);
            if (step > 0 && before + step > start && before < end) {
                if (cut.isEmpty()) {
                    cut.add(point(a, b, Math.max(0, (start - before) / step)));
                }
                cut.add(point(a, b, Math.min(1, (end - before) / step)));
            }
            before += step;
        }
        return cut.isEmpty() ? List.of(points.getFirst(), points.getLast()) : cut;
    }

    private static double[] point(double[] a, double[] b, double share) {
        return new double[] {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])};
    }

    /** Quadratic curves through the middles of the stretches. */
    private static String smooth(List<double[]> points) {
        StringBuilder path = new StringBuilder("M");
        path.append(round(points.getFirst()[0])).append(' ').append(round(points.getFirst()[1]));
        for (int i = 1; i < points.size() - 1; i++) {
            double[] here = points.get(i);
            double[] middle = point(here, points.get(i + 1), i == points.size() - 2 ? 1 : 0.5);
            path.append('Q')
                    .append(round(here[0]))
                    .append(' ')
                    .append(round(here[1]))
                    .append(' ')
                    .append(round(middle[0]))
                    .append(' ')
                    .append(round(middle[1]));
        }
        if (points.size() == 2) {
            path.append('L').append(round(points.getLast()[0])).append(' ').append(round(points.getLast()[1]));
        }
        return path.toString();
    }

    private static long round(double number) {
        return Math.round(number);
    }
}
