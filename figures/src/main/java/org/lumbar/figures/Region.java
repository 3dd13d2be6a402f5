package org.lumbar.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A part of the body that a movement works on, or that hands work on. */
public enum Region {
    NECK("neck"),
    SHOULDERS("shoulders"),
    ARMS("arms"),
    HANDS("hands"),
    CHEST("chest"),
    UPPER_BACK("upper-back"),
    LUMBAR("lumbar"),
    ABDOMEN("abdomen"),
    PELVIS("pelvis"),
    HIPS("hips"),
    LEGS("legs"),
    FEET("feet");

    private final String id;

    Region(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Optional<Region> of(String id) {
        return Arrays.stream(values()).filter(region -> region.id.equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Region::id).toList();
    }
}
