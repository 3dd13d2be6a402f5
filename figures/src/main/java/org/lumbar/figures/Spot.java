package org.lumbar.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A point of the body that can stay in place. Those of a limb exist on both sides. */
public enum Spot {
    PELVIS("pelvis", false),
    CHEST("chest", false),
    HEAD("head", false),
    SHOULDER("shoulder", true),
    ELBOW("elbow", true),
    /** The wrist, with the palm flat on what it touches. */
    HAND("hand", true),
    HIP("hip", true),
    KNEE("knee", true),
    /** The ankle, with the sole flat on what it touches. */
    FOOT("foot", true),
    /** The ball of the foot; the heel is free. */
    TOE("toe", true),
    HEEL("heel", true);

    private final String id;
    private final boolean sided;

    Spot(String id, boolean sided) {
        this.id = id;
        this.sided = sided;
    }

    public String id() {
        return id;
    }

    /** Spots that a contact may name, which are ends and bends of limbs. */
    boolean isContact() {
        return this == HAND || this == FOOT || this == TOE || this == HEEL || this == KNEE || this == ELBOW;
    }

    /** A spot and its side, as {@code knee.R} or {@code chest} names it; for spots in the middle the side says nothing. */
    public record Sided(Spot spot, Side side) {

        /** Empty when no such spot exists. */
        public static Optional<Sided> of(String id) {
            int dot = id.indexOf('.');
            String name = dot < 0 ? id : id.substring(0, dot);
            Optional<Side> side = dot < 0
                    ? Optional.of(Side.R)
                    : Arrays.stream(Side.values())
                            .filter(one -> one.name().equals(id.substring(dot + 1)))
                            .findFirst();
            return Arrays.stream(values())
                    .filter(spot -> spot.id.equals(name) && spot.sided == dot >= 0)
                    .findFirst()
                    .flatMap(spot -> side.map(found -> new Sided(spot, found)));
        }

        Sided mirrored() {
            return new Sided(spot, side.other());
        }

        String id() {
            return spot.sided ? spot.id + "." + side : spot.id;
        }
    }

    /** Every name, for messages. */
    public static List<String> ids() {
        return Arrays.stream(values())
                .flatMap(spot -> spot.sided
                        ? Arrays.stream(Side.values()).map(side -> spot.id + "." + side)
                        : Arrays.stream(new String[] {spot.id}))
                .toList();
    }
}
