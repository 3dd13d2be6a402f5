package org.lumbar.figures;

import java.util.function.UnaryOperator;

/**
 * Where every joint is, and how every segment is turned, at one moment. Lengths in statures.
 *
 * @param skull where head and neck meet
 * @param head the middle of the head
 * @param breath how full the chest is, 0 to 1
 */
record Skeleton(
        Spine spine,
        Vec skull,
        Vec head,
        Turn neckTurn,
        Turn headTurn,
        Leg legR,
        Leg legL,
        Arm armR,
        Arm armL,
        double breath) {

    /**
     * From the middle between the hip joints upwards.
     *
     * @param t1 the top of the thorax, at the height of the shoulders
     */
    record Spine(Vec pelvis, Vec l5, Vec t12, Vec t1, Turn pelvisTurn, Turn lumbarTurn, Turn thoraxTurn) {

        Spine moved(UnaryOperator<Vec> move) {
            return new Spine(
                    move.apply(pelvis),
                    move.apply(l5),
                    move.apply(t12),
                    move.apply(t1),
                    pelvisTurn,
                    lumbarTurn,
                    thoraxTurn);
        }
    }

    /** @param toes extension of the toes in degrees */
    record Leg(Vec hip, Vec knee, Vec ankle, Turn thigh, Turn shank, Turn foot, double toes) {

        Leg moved(UnaryOperator<Vec> move) {
            return new Leg(move.apply(hip), move.apply(knee), move.apply(ankle), thigh, shank, foot, toes);
        }

        Leg withToes(double degrees) {
            return new Leg(hip, knee, ankle, thigh, shank, foot, degrees);
        }

        /** The same leg with its knee and ankle elsewhere; the segments turn with them. */
        Leg through(Vec newKnee, Vec newAnkle, Turn newFoot) {
            return new Leg(
                    hip,
                    newKnee,
                    newAnkle,
                    Turn.along(hip.minus(newKnee), thigh.z()),
                    Turn.along(newKnee.minus(newAnkle), shank.z()),
                    newFoot,
                    toes);
        }
    }

    /** @param fingers flexion of the fingers in degrees */
    record Arm(Vec shoulder, Vec elbow, Vec wrist, Turn upper, Turn fore, Turn hand, double fingers) {

        Arm moved(UnaryOperator<Vec> move) {
            return new Arm(move.apply(shoulder), move.apply(elbow), move.apply(wrist), upper, fore, hand, fingers);
        }

        /** The same arm with its elbow and wrist elsewhere; the segments turn with them. */
        Arm through(Vec newElbow, Vec newWrist, Turn newHand) {
            return new Arm(
                    shoulder,
                    newElbow,
                    newWrist,
                    Turn.along(shoulder.minus(newElbow), upper.z()),
                    Turn.along(newElbow.minus(newWrist), fore.z()),
                    newHand,
                    fingers);
        }
    }

    Leg leg(Side side) {
        return side == Side.R ? legR : legL;
    }

    Arm arm(Side side) {
        return side == Side.R ? armR : armL;
    }

    Skeleton with(Side side, Leg leg) {
        return side == Side.R
                ? new Skeleton(spine, skull, head, neckTurn, headTurn, leg, legL, armR, armL, breath)
                : new Skeleton(spine, skull, head, neckTurn, headTurn, legR, leg, armR, armL, breath);
    }

    Skeleton with(Side side, Arm arm) {
        return side == Side.R
                ? new Skeleton(spine, skull, head, neckTurn, headTurn, legR, legL, arm, armL, breath)
                : new Skeleton(spine, skull, head, neckTurn, headTurn, legR, legL, armR, arm, breath);
    }

    Skeleton moved(Vec by) {
        UnaryOperator<Vec> move = by::plus;
        return new Skeleton(
                spine.moved(move),
                move.apply(skull),
                move.apply(head),
                neckTurn,
                headTurn,
                legR.moved(move),
                legL.moved(move),
                armR.moved(move),
                armL.moved(move),
                breath);
    }
}
