package org.lumbar.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What hands of another person do on a zone of the back or a limb: where, and which way they move. */
public record Stroke(Zone zone, Way way) {

    /** Where hands work. */
    public enum Zone {
        CERVICAL("cervical"),
        THORACIC("thoracic"),
        LUMBAR("lumbar"),
        SACRAL("sacral"),
        PELVIS("pelvis"),
        /** From the buttocks to the lowest ribs. */
        LOWER_BACK("lower-back"),
        WHOLE_BACK("whole-back"),
        /** Beside the spine from the sacrum to the shoulders. */
        LONG_MUSCLES("long-muscles"),
        LEGS("legs"),
        ARMS("arms");

        private final String id;

        Zone(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        public static Optional<Zone> of(String id) {
            return Arrays.stream(values()).filter(zone -> zone.id.equals(id)).findFirst();
        }

        public static List<String> ids() {
            return Arrays.stream(values()).map(Zone::id).toList();
        }
    }

    /** Which way the hands move. */
    public enum Way {
        /** From the pelvis towards the head. */
        UP("up"),
        /** From the spine to the sides. */
        OUT("out"),
        CIRCLES("circles"),
        /** Across the muscle to and fro. */
        ACROSS("across"),
        /** Upwards with the edge of the palm. */
        SQUEEZE("squeeze"),
        /** Upwards, grasping the muscle and letting it go. */
        KNEAD("knead"),
        /** A quick small trembling. */
        VIBRATE("vibrate"),
        /** Patting with one hand after the other. */
        PAT("pat"),
        /** Pressing on one place. */
        STAY("stay");

        private final String id;

        Way(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        /** True where the fingers point to the other side instead of the head. */
        boolean isAcross() {
            return this == SQUEEZE || this == KNEAD;
        }

        public static Optional<Way> of(String id) {
            return Arrays.stream(values()).filter(way -> way.id.equals(id)).findFirst();
        }

        public static List<String> ids() {
            return Arrays.stream(values()).map(Way::id).toList();
        }
    }

    Stroke mirrored() {
        return this;
    }
}
