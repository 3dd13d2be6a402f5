package org.lumbar.figures;

import java.util.ArrayList;
import java.util.List;

/** A clip over time: enough skeletons that straight lines between them look like the movement. */
final class Motion {

    /**
     * The largest turn of a bone between two frames, in degrees. Half of it shortens a limb drawn between them by
     * 1 − cos 6° = 0.55 %.
     */
    static final double STEP = 12;

    /** Frames that a moving phase has at least, so that its easing shows. */
    private static final int LEAST = 5;

    /** Frames of a phase in which only the hands of another person move. */
    private static final int STROKE = 24;

    /** Frames that a phase has at most; what turns faster than that is reported as a bone that changes its length. */
    private static final int MOST = 40;

    /**
     * One moment.
     *
     * @param time 0 to 1 of the whole clip
     * @param phase the phase that it belongs to; the first moment belongs to phase 0
     * @param last true at the end of its phase
     */
    record Frame(double time, int phase, boolean last, Pose pose, Skeleton skeleton) {}

    private final Clip clip;
    private final Placement placement;
    private final List<Pose> knots = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();

    Motion(Body body, Clip clip) {
        this.clip = clip;
        this.placement = new Placement(body, clip);
        knots.add(clip.base());
        for (int i = 0; i < clip.phases().size(); i++) {
            knots.add(clip.poseAfter(i));
        }
        frames.add(
                new Frame(0, 0, false, clip.base(), placement.place(clip.base(), clip.contacts(), clip.contacts(), 1)));
        double before = 0;
        for (int i = 0; i < clip.phases().size(); i++) {
            before = sample(i, before);
        }
    }

    List<Frame> frames() {
        return frames;
    }

    Placement placement() {
        return placement;
    }

    /** The frame at the end of a phase; -1 gives the base. */
    Frame after(int phase) {
        if (phase < 0) {
            return frames.get(0);
        }
        return frames.stream()
                .filter(frame -> frame.phase() == phase && frame.last())
                .findFirst()
                .orElseThrow();
    }

    private double sample(int phase, double before) {
        double length = (double) clip.phases().get(phase).milliseconds() / clip.milliseconds();
        boolean still = clip.strokes().isEmpty()
                && clip.contactsIn(phase - 1).equals(clip.contactsIn(phase))
                && knots.get(phase).equals(knots.get(phase + 1))
                && !through(phase - 1)
                && !through(phase);
        if (still) {
            frames.add(frame(before + length, phase, 1, knots.get(phase + 1)));
        } else {
            frames.addAll(moving(phase, before, length));
        }
        return before + length;
    }

    /** As few frames as keep every step small. */
    private List<Frame> moving(int phase, double before, double length) {
        boolean handsOnly =
                knots.get(phase).equals(knots.get(phase + 1)) && !clip.strokes().isEmpty();
        for (int count = handsOnly ? STROKE : LEAST; ; count++) {
            List<Frame> taken = new ArrayList<>();
            double most = 0;
            Skeleton last = frames.getLast().skeleton();
            for (int i = 1; i <= count; i++) {
                double t = i == count ? 1 : moment((double) i / count);
                Frame frame = frame(before + length * t, phase, t, i == count ? knots.get(phase + 1) : at(phase, t));
                most = Math.max(most, Bones.farthest(last, frame.skeleton()));
                last = frame.skeleton();
                taken.add(frame);
            }
            if (most <= STEP || count == MOST) {
                return taken;
            }
        }
    }

    /**
     * When to take a frame: half evenly in time, half evenly along the eased way. The way back then has the same frames as the
     * way there, which keeps files small.
     */
    private static double moment(double share) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (middle + Ease.quintic(middle, 0, 0, 1, 0) < 2 * share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** @param share how much of the time of the phase has gone, 0 to 1 */
    private Frame frame(double time, int phase, double share, Pose pose) {
        Skeleton skeleton = placement.place(
                pose, clip.contactsIn(phase - 1), clip.contactsIn(phase), Ease.quintic(share, 0, 0, 1, 0));
        return new Frame(Math.min(1, time), phase, share == 1, pose, skeleton);
    }

    /** The pose within a phase; {@code t} goes from 0 to 1. */
    private Pose at(int phase, double t) {
        int length = clip.phases().get(phase).milliseconds();
        return Pose.of(dof -> Ease.quintic(
                t,
                knots.get(phase).get(dof),
                length * speed(phase, dof),
                knots.get(phase + 1).get(dof),
                length * speed(phase + 1, dof)));
    }

    /** True when the movement goes on without a stop after a phase; phase -1 is the last of the round before. */
    private boolean through(int phase) {
        return clip.phases().get(phase < 0 ? clip.phases().size() - 1 : phase).through();
    }

    /** How fast an angle changes at a knot, per millisecond: 0 at stops and turning points. */
    private double speed(int knot, Dof dof) {
        int count = clip.phases().size();
        if (!through(knot - 1)) {
            return 0;
        }
        int before = knot == 0 ? count - 1 : knot - 1;
        int next = knot == count ? 0 : knot;
        double in = knots.get(before + 1).get(dof) - knots.get(before).get(dof);
        double out = knots.get(next + 1).get(dof) - knots.get(next).get(dof);
        if (in * out <= 0) {
            return 0;
        }
        return (in + out)
                / (clip.phases().get(before).milliseconds()
                        + clip.phases().get(next).milliseconds());
    }
}
