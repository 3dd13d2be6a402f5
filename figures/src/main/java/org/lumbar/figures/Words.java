package org.lumbar.figures;

/**
 * What the figure says to those who do not see it.
 *
 * @param title the name of the movement
 * @param description what happens, in sentences; may be empty
 */
public record Words(String title, String description) {}
