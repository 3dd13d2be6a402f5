package org.lumbar.figures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lumbar.figures.Body.Segment;
import org.lumbar.figures.Skeleton.Arm;
import org.lumbar.figures.Skeleton.Leg;

/**
 * Puts the skeleton of a pose where it belongs: what is anchored or in contact stays where the base pose has it, and limbs
 * bend as far as that needs.
 */
final class Placement {

    /** Heights of the joint above what the spot rests on, in statures, chosen for how thick the limb is drawn. */
    static final double WRIST_HEIGHT = 0.0142;

    static final double KNEE_HEIGHT = 0.035;
    static final double ELBOW_HEIGHT = 0.022;
    /** The joint of the toes above the sole. */
    static final double BALL_HEIGHT = 0.014;
    /** Where the ball of the foot is, as a share of the forefoot. */
    static final double BALL = 0.70;

    private final Body body;
    private final Clip clip;
    private final Skeleton base;
    private final double ground;
    private final Map<Contact, Vec> homes = new LinkedHashMap<>();
    private final Map<Side, Leg> kneeling = new EnumMap<>(Side.class);

    Placement(Body body, Clip clip) {
        this.body = body;
        this.clip = clip;
        this.ground = propHeight(Prop.Kind.COUCH);
        Skeleton free = Kinematics.skeleton(body, clip.base());
        double lift = ground
                - Flesh.lowest(free, body)
                + Kinematics.shift(body, clip.base()).y();
        this.base = free.moved(new Vec(0, lift, 0));
    }

    /** How high the floor, or the couch, is that the body rests on. */
    double ground() {
        return ground;
    }

    /**
     * The skeleton in place while hands go from what they held before to what they hold now; all else holds what it holds now.
     *
     * @param share how much of their way the hands have gone, 0 to 1
     */
    Skeleton place(Pose pose, Set<Contact> before, Set<Contact> now, double share) {
        Skeleton bare = withLegs(pose, now);
        Skeleton placed = withArms(bare, now);
        if (share == 1 || before.equals(now)) {
            return placed;
        }
        Skeleton left = withArms(bare, before);
        for (Side side : Side.values()) {
            placed = placed.with(side, between(left.arm(side), placed.arm(side), share));
        }
        return placed;
    }

    private Skeleton withLegs(Pose pose, Set<Contact> contacts) {
        Skeleton free = Kinematics.skeleton(body, pose);
        Skeleton placed = free.moved(move(free, pose, contacts));
        for (Contact contact : contacts) {
            if (contact.spot() != Spot.HAND && contact.spot() != Spot.ELBOW) {
                placed = placed.with(contact.side(), leg(placed.leg(contact.side()), contact));
            }
        }
        return placed;
    }

    private Skeleton withArms(Skeleton skeleton, Set<Contact> contacts) {
        Skeleton placed = skeleton;
        for (Contact contact : contacts) {
            if (contact.spot() == Spot.HAND || contact.spot() == Spot.ELBOW) {
                placed = placed.with(contact.side(), arm(placed, contact));
            }
        }
        return placed;
    }

    /** An arm whose hand is on the straight way between two places. */
    private Arm between(Arm from, Arm to, double share) {
        TwoBone.Reach reach = TwoBone.solve(
                to.shoulder(),
                from.wrist().towards(to.wrist(), share),
                body.length(Segment.UPPER_ARM),
                body.length(Segment.FOREARM),
                from.elbow().towards(to.elbow(), share));
        return to.through(reach.middle(), reach.end(), from.hand().towards(to.hand(), share));
    }

    /** Where a contact in the room belongs; empty for hands on the body. */
    Optional<Vec> home(Contact contact) {
        return contact.place().isBody()
                ? Optional.empty()
                : Optional.of(homes.computeIfAbsent(contact, this::findHome));
    }

    private Vec move(Skeleton free, Pose pose, Set<Contact> contacts) {
        Vec shift = Kinematics.shift(body, pose).minus(Kinematics.shift(body, clip.base()));
        if (clip.anchor().isPresent()) {
            Spot.Sided anchor = clip.anchor().get();
            Vec home = fixed(anchor.spot(), anchor.side(), contacts).orElse(spot(base, anchor.spot(), anchor.side()));
            return home.minus(spot(free, anchor.spot(), anchor.side())).plus(shift);
        }
        List<Contact> bearing = bearing(contacts);
        if (bearing.isEmpty()) {
            return new Vec(0, ground + Kinematics.shift(body, pose).y() - Flesh.lowest(free, body), 0);
        }
        Vec sum = Vec.ZERO;
        for (Contact contact : bearing) {
            Vec home = home(contact).orElse(Vec.ZERO);
            sum = sum.plus(home.minus(bearingPoint(free, contact)));
        }
        return sum.times(1.0 / bearing.size()).plus(shift);
    }

    /** The home of an anchor that is a contact as well. */
    private Optional<Vec> fixed(Spot spot, Side side, Set<Contact> contacts) {
        return contacts.stream()
                .filter(contact -> contact.spot() == spot && contact.side() == side)
                .findFirst()
                .flatMap(this::home);
    }

    /** The contacts that decide where the body is: bends of limbs before feet, feet before hands. */
    private static List<Contact> bearing(Set<Contact> contacts) {
        List<Contact> rigid = new ArrayList<>();
        List<Contact> feet = new ArrayList<>();
        List<Contact> hands = new ArrayList<>();
        for (Contact contact : contacts) {
            if (contact.isRigid()) {
                rigid.add(contact);
            } else if (contact.spot() != Spot.HAND) {
                feet.add(contact);
            } else if (contact.place() == Place.FLOOR) {
                hands.add(contact);
            }
        }
        return !rigid.isEmpty() ? rigid : !feet.isEmpty() ? feet : hands;
    }

    /** The point of a free skeleton that is compared with the home of a contact. */
    private Vec bearingPoint(Skeleton skeleton, Contact contact) {
        return spot(skeleton, contact.spot(), contact.side());
    }

    private Leg leg(Leg leg, Contact contact) {
        Vec home = home(contact).orElse(leg.ankle());
        if (contact.spot() == Spot.KNEE) {
            Vec knee = leg.hip().plus(home.minus(leg.hip()).unit().times(body.length(Segment.THIGH)));
            Leg low = kneeling.computeIfAbsent(contact.side(), this::kneel);
            return leg.through(knee, knee.plus(low.ankle().minus(low.knee())), low.foot());
        }
        Turn foot = contact.spot() == Spot.FOOT ? flatFoot(base.leg(contact.side())) : leg.foot();
        Vec ankle = contact.spot() == Spot.FOOT ? home : home.minus(fromAnkle(contact.spot(), foot));
        TwoBone.Reach reach =
                TwoBone.solve(leg.hip(), ankle, body.length(Segment.THIGH), body.length(Segment.SHANK), kneePole(leg));
        Leg there = leg.through(reach.middle(), reach.end(), foot);
        return contact.spot() == Spot.TOE
                ? there.withToes(Math.toDegrees(Math.asin(-foot.x().y())))
                : there;
    }

    /** The lower leg of the base pose with its knee on the ground, raised at the ankle as far as the foot needs room. */
    private Leg kneel(Side side) {
        Leg free = base.leg(side);
        Leg down = free.moved(new Vec(0, ground + KNEE_HEIGHT - free.knee().y(), 0)::plus);
        double least = 0;
        double most = 60;
        for (int i = 0; i < 20; i++) {
            double middle = (least + most) / 2;
            if (lowestFoot(raised(down, middle)) < ground) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return lowestFoot(down) >= ground ? down : raised(down, most);
    }

    /** The lower leg turned about the knee, so that the ankle of one who kneels rises. */
    private Leg raised(Leg leg, double degrees) {
        Vec axis = leg.shank().z();
        Turn about = about(axis, -degrees);
        Vec ankle = leg.knee().plus(about.apply(leg.ankle().minus(leg.knee())));
        return leg.through(leg.knee(), ankle, about.then(leg.foot()));
    }

    /** A turn about any axis of length one. */
    private static Turn about(Vec axis, double degrees) {
        Turn frame = Turn.along(Math.abs(axis.y()) < 0.9 ? Vec.UP.across(axis) : new Vec(1, 0, 0).across(axis), axis);
        Turn back = new Turn(
                frame.inside(new Vec(1, 0, 0)), frame.inside(new Vec(0, 1, 0)), frame.inside(new Vec(0, 0, 1)));
        return frame.then(Turn.aboutZ(degrees)).then(back);
    }

    private double lowestFoot(Leg leg) {
        double lowest = leg.ankle().y() - 0.02;
        for (Ellipsoid solid : Flesh.sole(leg, body)) {
            lowest = Math.min(lowest, solid.lowest());
        }
        for (List<Ellipsoid> piece : Flesh.shoe(leg, body)) {
            for (Ellipsoid solid : piece) {
                lowest = Math.min(lowest, solid.lowest());
            }
        }
        return lowest;
    }

    /** Knees bend forward, even where the pose has them straight. */
    private static Vec kneePole(Leg leg) {
        return leg.knee().plus(leg.thigh().x().times(0.02));
    }

    private Arm arm(Skeleton skeleton, Contact contact) {
        Side side = contact.side();
        Arm arm = skeleton.arm(side);
        if (contact.spot() == Spot.ELBOW) {
            Vec home = home(contact).orElse(arm.elbow());
            Vec elbow = arm.shoulder().plus(home.minus(arm.shoulder()).unit().times(body.length(Segment.UPPER_ARM)));
            Arm before = base.arm(side);
            return arm.through(elbow, elbow.plus(before.wrist().minus(before.elbow())), before.hand());
        }
        return reach(arm, grip(skeleton, contact));
    }

    /** The arm with its hand there; its elbow says which way it bends. */
    private Arm reach(Arm arm, Grip grip) {
        TwoBone.Reach reach = TwoBone.solve(
                arm.shoulder(),
                grip.wrist(),
                body.length(Segment.UPPER_ARM),
                body.length(Segment.FOREARM),
                arm.elbow());
        return arm.through(reach.middle(), reach.end(), grip.hand());
    }

    private Grip grip(Skeleton skeleton, Contact contact) {
        if (contact.place().isBody()) {
            return Grip.on(contact.place(), skeleton, contact.side(), contact.at());
        }
        Vec wrist = home(contact).orElse(Vec.ZERO);
        Turn hand = skeleton.arm(contact.side()).hand();
        return switch (contact.place()) {
            case WALL -> new Grip(wrist, wallHand(contact.side()));
            case SUPPORT -> new Grip(wrist, Grip.turned(new Vec(0.8, -0.6, 0), new Vec(-0.6, -0.8, 0), contact.side()));
            default -> new Grip(wrist, flatHand(base, contact.side(), hand));
        };
    }

    private static Turn flatFoot(Leg leg) {
        Vec forward = leg.foot().x().withY(0);
        if (forward.length() < 0.2) {
            forward = leg.shank().x().withY(0);
        }
        return Turn.along(Vec.UP, forward.unit().cross(Vec.UP));
    }

    private static Turn flatHand(Skeleton base, Side side, Turn hand) {
        Vec fingers = base.arm(side).hand().y().times(-1).withY(0);
        if (fingers.length() < 0.5) {
            fingers = base.spine().thoraxTurn().y().withY(0);
        }
        return fingers.length() < 0.1 ? hand : Grip.turned(fingers.unit(), new Vec(0, -1, 0), side);
    }

    private Vec findHome(Contact contact) {
        Vec at = spot(base, contact.spot(), contact.side());
        return switch (contact.place()) {
            case STEP -> at.withY(height(contact.spot()) + propHeight(Prop.Kind.STEP));
            case WALL -> onWall(at);
            case SUPPORT -> supportGrip(contact.side());
            default -> at.withY(ground + height(contact.spot()));
        };
    }

    /** The height of a spot above what it rests on. */
    double height(Spot spot) {
        return switch (spot) {
            case HAND -> WRIST_HEIGHT;
            case KNEE -> KNEE_HEIGHT;
            case ELBOW -> ELBOW_HEIGHT;
            case FOOT -> body.length(Segment.ANKLE_HEIGHT);
            case TOE -> BALL_HEIGHT + 0.0015;
            default -> 0;
        };
    }

    private double propHeight(Prop.Kind kind) {
        return prop(kind).map(prop -> Furniture.height(body, prop)).orElse(0.0);
    }

    /** The place before the wall that is nearest to a point. */
    private Vec onWall(Vec point) {
        Vec into = intoWall();
        Vec foot = prop(Prop.Kind.WALL)
                .map(prop -> new Vec(body.fromCm(prop.forwardCm()), 0, body.fromCm(prop.sideCm())))
                .orElse(Vec.ZERO);
        return point.plus(into.times(foot.minus(point).dot(into) - WRIST_HEIGHT));
    }

    /** The palm is on the wall, the fingers point up, and forward as far as the wall lets them. */
    private Turn wallHand(Side side) {
        Vec into = intoWall();
        Vec forward = new Vec(1 - into.x() * into.x(), 0, -into.x() * into.z());
        return Grip.turned(Vec.UP.plus(forward).unit(), into, side);
    }

    private Vec intoWall() {
        return Turn.aboutY(-prop(Prop.Kind.WALL).map(Prop::turn).orElse(0.0)).x();
    }

    private Vec supportGrip(Side side) {
        return prop(Prop.Kind.SUPPORT)
                .or(() -> prop(Prop.Kind.TABLE))
                .or(() -> prop(Prop.Kind.RAIL))
                .map(prop -> Furniture.grip(body, prop, side))
                .orElse(base.arm(side).wrist());
    }

    private Optional<Prop> prop(Prop.Kind kind) {
        return clip.equipment().stream().filter(prop -> prop.kind() == kind).findFirst();
    }

    /** Where a spot of the foot is, from the ankle. */
    private Vec fromAnkle(Spot spot, Turn foot) {
        double forward = spot == Spot.HEEL ? -body.length(Segment.HEEL) : BALL * body.length(Segment.FOOT);
        double up = spot == Spot.HEEL ? 0 : BALL_HEIGHT;
        return foot.apply(forward, up - body.length(Segment.ANKLE_HEIGHT), 0);
    }

    /** Where a spot of a skeleton is. */
    Vec spot(Skeleton skeleton, Spot spot, Side side) {
        return switch (spot) {
            case PELVIS -> skeleton.spine().pelvis();
            case CHEST -> skeleton.spine().t1();
            case HEAD -> skeleton.head();
            case SHOULDER -> skeleton.arm(side).shoulder();
            case ELBOW -> skeleton.arm(side).elbow();
            case HAND -> skeleton.arm(side).wrist();
            case HIP -> skeleton.leg(side).hip();
            case KNEE -> skeleton.leg(side).knee();
            case FOOT -> skeleton.leg(side).ankle();
            case TOE, HEEL ->
                skeleton.leg(side)
                        .ankle()
                        .plus(fromAnkle(spot, skeleton.leg(side).foot()));
        };
    }
}
