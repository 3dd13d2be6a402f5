package org.lumbar.figures;

import java.util.Map;
import java.util.Optional;

/**
 * The person who is drawn: segment lengths in statures and how far joints go.
 *
 * @param statureCm what 1 stands for, in centimetres
 * @param lengths by segment, each a share of the stature
 * @param limits by movement ({@link Dof#limit}), in degrees (root shifts in centimetres)
 */
public record Body(double statureCm, Map<Segment, Double> lengths, Map<String, Range> limits) {

    /** Segments whose length is given. Half widths lead from the middle to a joint. */
    public enum Segment {
        PELVIS("pelvis"),
        LUMBAR("lumbar"),
        THORAX("thorax"),
        NECK("neck"),
        HEAD("head"),
        CLAVICLE("clavicle"),
        UPPER_ARM("upper-arm"),
        FOREARM("forearm"),
        HAND("hand"),
        HIP_HALF("hip-half-width"),
        THIGH("thigh"),
        SHANK("shank"),
        ANKLE_HEIGHT("ankle-height"),
        HEEL("heel"),
        FOOT("forefoot");

        private final String id;

        Segment(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** Least and most. */
    public record Range(double least, double most) {
        boolean holds(double value) {
            return value >= least - 1e-9 && value <= most + 1e-9;
        }
    }

    public Body {
        lengths = Map.copyOf(lengths);
        limits = Map.copyOf(limits);
        for (Segment segment : Segment.values()) {
            if (!lengths.containsKey(segment)) {
                throw new IllegalArgumentException("The body lacks the length of " + segment.id());
            }
        }
    }

    double length(Segment segment) {
        return lengths.getOrDefault(segment, 0.0);
    }

    /** The limit of a movement; empty when it has none. */
    Optional<Range> limit(Dof dof) {
        return Optional.ofNullable(limits.get(dof.limit()));
    }

    /** Centimetres as a share of the stature. */
    double fromCm(double cm) {
        return cm / statureCm;
    }
}
