package org.lumbar.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Equipment in the picture.
 *
 * @param forwardCm how far in front of the place where the body starts
 * @param sideCm how far to its right
 * @param turn how far it is turned to the right, in degrees
 * @param heightCm its height; 0 for the usual one
 */
public record Prop(Kind kind, double forwardCm, double sideCm, double turn, double heightCm) {

    /** What there is to draw. */
    public enum Kind {
        MAT("mat"),
        /** A chair to sit on, under the pelvis. */
        CHAIR("chair"),
        /** A chair whose back is held. */
        SUPPORT("support"),
        TABLE("table"),
        /** In front, or with a turn of 90 at the right side. */
        WALL("wall"),
        /** A rail to hold, as long as the way that one walks. */
        RAIL("rail"),
        STEP("step"),
        /** Held in both hands. */
        STICK("stick"),
        /** Held between both hands. */
        BALL("ball"),
        /** Under the head, or behind the low back of one who sits on a chair. */
        PILLOW("pillow"),
        /** Under the knees, ankles or belly. */
        ROLL("roll"),
        /** A couch to lie on. */
        COUCH("couch");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        public static Optional<Kind> of(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
        }

        public static List<String> ids() {
            return Arrays.stream(values()).map(Kind::id).toList();
        }
    }

    Prop mirrored() {
        return new Prop(kind, forwardCm, -sideCm, -turn, heightCm);
    }
}
