package org.lumbar.figures;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.figures.Bones.Bone;
import org.lumbar.figures.Motion.Frame;

/** What in a clip no body can do, or no reader could follow. */
public final class Checks {

    /** How far below the floor is still on it, in millimetres of a person of the reference stature. */
    private static final double BELOW_MM = 2;

    /** How far a contact may slide, as a share of the stature. */
    private static final double DRIFT = 0.01;

    /** How much a drawn segment may shorten between two frames. */
    private static final double SHORTER = 0.01;

    /**
     * Something wrong.
     *
     * @param phase the phase where it is, from 0; -1 for the clip as a whole, or its base pose
     * @param dof what it is about; null for all else
     */
    public record Finding(int phase, @Nullable Dof dof, String what, String advice) {}

    private final Body body;
    private final Clip clip;
    private final Set<Finding> findings = new LinkedHashSet<>();

    private Checks(Body body, Clip clip) {
        this.body = body;
        this.clip = clip;
    }

    /** Everything that is wrong with a clip, in the order of its phases. */
    public static List<Finding> of(Body body, Clip clip) {
        Checks checks = new Checks(body, clip);
        checks.limits();
        checks.returnsToBase();
        checks.keyPosesDiffer();
        Motion motion = new Motion(body, clip);
        checks.floor(motion);
        checks.contacts(motion);
        checks.lengths(motion);
        checks.mirror(motion);
        checks.size();
        return new ArrayList<>(checks.findings);
    }

    private void add(int phase, @Nullable Dof dof, String what, String advice) {
        findings.add(new Finding(phase, dof, what, advice));
    }

    private void limits() {
        for (int phase = -1; phase < clip.phases().size(); phase++) {
            Pose pose = clip.poseAfter(phase);
            for (Dof dof : Dof.values()) {
                int at = phase;
                body.limit(dof)
                        .filter(range -> !range.holds(pose.get(dof)))
                        .ifPresent(range -> add(
                                at,
                                dof,
                                dof.id() + " is " + number(pose.get(dof)) + ", a joint goes from "
                                        + number(range.least()) + " to " + number(range.most()),
                                "Stay within the limit of figures/body.yaml."));
            }
        }
    }

    private void returnsToBase() {
        Pose last = clip.poseAfter(clip.phases().size() - 1);
        if (last.farthest(clip.base()) > 0.01) {
            add(
                    clip.phases().size() - 1,
                    null,
                    "the movement ends away from where it began",
                    "Let the last phase have pose: {}, which is the base.");
        }
    }

    private void keyPosesDiffer() {
        boolean moves = false;
        for (int phase : clip.keyPhases()) {
            moves |= !clip.poseAfter(phase).equals(clip.base());
        }
        if (!moves && clip.phases().stream().anyMatch(phase -> phase.pose().isPresent())) {
            add(-1, null, "every key pose is the base pose", "Name a phase under key-poses that ends elsewhere.");
        }
    }

    private void floor(Motion motion) {
        double ground = motion.placement().ground();
        for (Frame frame : motion.frames()) {
            Flesh.Low low = Flesh.lowestPart(frame.skeleton(), body);
            double mm = (ground - low.height()) * body.statureCm() * 10;
            if (mm > BELOW_MM && firstIn(frame.phase(), "below")) {
                add(
                        frame.phase(),
                        null,
                        low.part() + " is " + number(mm) + " mm below the floor",
                        "Raise it, or let it be a contact.");
            }
        }
    }

    private void contacts(Motion motion) {
        Placement placement = motion.placement();
        for (Frame frame : motion.frames()) {
            for (Contact contact : clip.contactsIn(frame.phase())) {
                if (arrives(frame, contact)) {
                    continue;
                }
                double drift = drift(placement, frame.skeleton(), contact);
                if (drift > DRIFT && firstIn(frame.phase(), contact.id())) {
                    add(
                            frame.phase(),
                            null,
                            contact.id() + " slips by " + number(drift * body.statureCm()) + " cm",
                            "It cannot reach: bring shoulder or hip nearer, or drop the contact.");
                }
            }
        }
    }

    /** True while a hand is on its way to a contact that it did not have before. */
    private boolean arrives(Frame frame, Contact contact) {
        return !frame.last()
                && contact.spot() == Spot.HAND
                && !clip.contactsIn(frame.phase() - 1).contains(contact);
    }

    private static double drift(Placement placement, Skeleton skeleton, Contact contact) {
        Vec now = placement.spot(skeleton, contact.spot(), contact.side());
        if (contact.place().isBody()) {
            return now.distance(Grip.on(contact.place(), skeleton, contact.side(), contact.at())
                    .wrist());
        }
        return placement.home(contact).map(now::distance).orElse(0.0);
    }

    private boolean firstIn(int phase, String what) {
        return seen.add(phase + " " + what);
    }

    private final Set<String> seen = new LinkedHashSet<>();

    /** Between two frames points move straight, which shortens what turns. */
    private void lengths(Motion motion) {
        for (int i = 1; i < motion.frames().size(); i++) {
            Frame frame = motion.frames().get(i);
            List<Bone> before = Bones.of(motion.frames().get(i - 1).skeleton());
            List<Bone> after = Bones.of(frame.skeleton());
            for (int b = 0; b < before.size(); b++) {
                Bone bone = before.get(b);
                double change = Math.abs(bone.halfWay(after.get(b)).length() - bone.length()) / bone.length();
                if (change > SHORTER && firstIn(frame.phase(), bone.name())) {
                    add(
                            frame.phase(),
                            null,
                            "the " + bone.name() + " changes its length by " + number(100 * change) + " % on the way",
                            "Contacts turn it too fast: bend the joint less, or give the phase a pose half way.");
                }
            }
        }
    }

    private void mirror(Motion motion) {
        List<Frame> others = new Motion(body, clip.mirrored()).frames();
        for (int i = 0; i < motion.frames().size(); i++) {
            if (i >= others.size()
                    || !mirrored(
                            motion.frames().get(i).skeleton(), others.get(i).skeleton())) {
                add(-1, null, "the mirrored movement is another one", "This is a fault of the program; report it.");
                return;
            }
        }
    }

    private static boolean mirrored(Skeleton skeleton, Skeleton other) {
        boolean same = near(skeleton.head(), other.head());
        for (Side side : Side.values()) {
            same &= near(skeleton.arm(side).wrist(), other.arm(side.other()).wrist());
            same &= near(skeleton.arm(side).elbow(), other.arm(side.other()).elbow());
            same &= near(skeleton.leg(side).knee(), other.leg(side.other()).knee());
            same &= near(skeleton.leg(side).ankle(), other.leg(side.other()).ankle());
        }
        return same;
    }

    private static boolean near(Vec a, Vec b) {
        return a.distance(new Vec(b.x(), b.y(), -b.z())) < 1e-6;
    }

    private void size() {
        int bytes = new Drawing(body, clip)
                .fewestBytes(new Look(Palette.NORMAL, Look.Play.AUTO, "f"), new Words(clip.id(), ""));
        if (bytes > Drawing.LARGEST) {
            add(
                    -1,
                    null,
                    "the moving picture takes " + bytes / 1024 + " kB",
                    "Use fewer or smaller movements; 40 kB is the most.");
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
    }
}
