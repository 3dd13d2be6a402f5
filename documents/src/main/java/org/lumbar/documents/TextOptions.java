package org.lumbar.documents;

/**
 * How a text for people is laid out.
 *
 * @param width characters in a line
 * @param colours with the sixteen colours that every terminal has
 * @param details everything, with sources and what would change it, instead of one screen
 */
public record TextOptions(int width, boolean colours, boolean details) {

    /** Narrower than this, lists stop being readable. */
    private static final int LEAST = 40;

    public TextOptions {
        width = Math.max(width, LEAST);
    }
}
