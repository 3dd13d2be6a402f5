package org.lumbar.figures;

import java.util.regex.Pattern;

/**
 * How a figure is drawn.
 *
 * @param play when a moving figure begins
 * @param id a word that no other figure of the page has; ids inside the figure begin with it
 */
public record Look(Palette palette, Play play, String id) {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    /** When a moving figure begins. */
    public enum Play {
        /** At once, and again and again. */
        AUTO,
        /** When a script begins the animation whose id is the id of the figure and {@code -go}. */
        ON_DEMAND
    }

    public Look {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(id + " cannot be part of an id; use letters, digits and hyphens");
        }
    }
}
