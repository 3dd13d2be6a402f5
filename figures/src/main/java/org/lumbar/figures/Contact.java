package org.lumbar.figures;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point of the body that stays on something.
 *
 * @param at the side of the body that a hand rests on; says nothing for places in the room
 */
public record Contact(Spot spot, Side side, Place place, Side at) {

    private static final Pattern TEXT = Pattern.compile("([a-z]+)\\.([RL])(?: on ([a-z]+)(?:\\.([RL]))?)?");

    /**
     * The contact that a text means: {@code foot.R} on the floor, {@code foot.R on step}, {@code hand.R on hip} of the same side
     * or {@code hand.R on hip.L}. Empty when it means none.
     */
    public static Optional<Contact> of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Side side = Side.valueOf(parts.group(2));
        Optional<Place> place = parts.group(3) == null ? Optional.of(Place.FLOOR) : Place.of(parts.group(3));
        boolean sided = parts.group(4) != null;
        Side at = sided ? Side.valueOf(parts.group(4)) : side;
        return Spot.Sided.of(parts.group(1) + "." + side)
                .map(Spot.Sided::spot)
                .flatMap(spot -> place.filter(where -> isPossible(spot, where, sided))
                        .map(where -> new Contact(spot, side, where, where == Place.HAND ? side.other() : at)));
    }

    private static boolean isPossible(Spot spot, Place place, boolean sided) {
        boolean everywhere = place == Place.FLOOR || place == Place.STEP;
        return spot.isContact() && (everywhere || spot == Spot.HAND) && (!sided || place.isBody());
    }

    /** True where the bones beyond the spot are carried along, not bent to reach it. */
    boolean isRigid() {
        return spot == Spot.KNEE || spot == Spot.ELBOW;
    }

    Contact mirrored() {
        return new Contact(spot, side.other(), place, at.other());
    }

    String id() {
        return spot.id() + "." + side + (place == Place.FLOOR ? "" : " on " + place.id());
    }
}
