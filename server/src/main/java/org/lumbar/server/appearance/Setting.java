package org.lumbar.server.appearance;

import java.util.List;
import java.util.Locale;

/** Something that a reader of the version for the visually impaired sets. */
public enum Setting {
    /** Size of everything, in percent. */
    SIZE("100", "150", "200", "250"),
    /** Colour of text and ground. */
    COLOURS("usual", "white", "black", "blue", "beige", "green"),
    /** Space between letters. */
    LETTERS("usual", "wide", "wider"),
    /** Height of a line, in percent of that of a letter. */
    LINES("150", "200", "250"),
    TYPE("sans", "serif"),
    /** Without pictures, their words take their place. */
    IMAGES("on", "grey", "off"),
    MOTION("off", "on"),
    SPEECH("off", "on");

    @SuppressWarnings("ImmutableEnumChecker") // what List.of gives cannot change
    private final List<String> choices;

    Setting(String... choices) {
        this.choices = List.of(choices);
    }

    /** Its name in addresses, message keys and style. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it can be; the first is what it is when nobody chose. */
    public List<String> choices() {
        return choices;
    }
}
