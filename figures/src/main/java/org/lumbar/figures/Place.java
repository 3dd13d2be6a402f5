package org.lumbar.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a hand or foot rests on: the room, equipment, or the body itself. */
public enum Place {
    FLOOR("floor", false),
    STEP("step", false),
    WALL("wall", false),
    /** The back of the chair that is held, or the edge of the table. */
    SUPPORT("support", false),
    HIP("hip", true),
    SACRUM("sacrum", true),
    THIGH("thigh", true),
    KNEE("knee", true),
    SHIN("shin", true),
    /** The back of the thigh above the knee. */
    HAMSTRINGS("hamstrings", true),
    SHOULDER("shoulder", true),
    CHEST("chest", true),
    BELLY("belly", true),
    NAPE("nape", true),
    /** The other hand. */
    HAND("hand", true);

    private final String id;
    private final boolean body;

    Place(String id, boolean body) {
        this.id = id;
        this.body = body;
    }

    public String id() {
        return id;
    }

    /** True for places of the body itself, which move with it. */
    boolean isBody() {
        return body;
    }

    public static Optional<Place> of(String id) {
        return Arrays.stream(values()).filter(place -> place.id.equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Place::id).toList();
    }
}
