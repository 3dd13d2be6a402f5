package org.lumbar.figures;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Colours by role. Each has a tone where light falls, one in shade and one deep in shade.
 *
 * <p>The palettes for pages name a custom property before every colour, such as {@code var(--figure-shirt, #…)}, so that a page
 * can give figures its own colours; the one for print names colours only.
 */
public enum Palette {
    NORMAL("normal", true),
    HIGH_CONTRAST("high-contrast", true),
    PRINT("print", false);

    private static final String[] SUFFIXES = {"", "-shade", "-deep"};

    private static final Map<Role, String[]> CALM = colours(
            "INK #22313f",
            "SKIN #f2c6a0 #e0a981",
            "HAIR #5b4636 #4a382b",
            "FACE #3a2d28",
            "SHIRT #5fb3a8 #3f9489 #338077",
            "TROUSERS #4a6488 #384f70 #30445f",
            "SHOE #e9edf2 #c3ccd6",
            "SOLE #ffffff #dfe5ec",
            "HIGHLIGHT #f0803c #d9601a",
            "ARROW #d6451b",
            "MAT #c9dff0 #9dbfd9 #89aecb",
            "WOOD #dcb98c #c49b6b #ad8456",
            "CLOTH #b9a6d3 #9c86bd #866fa9",
            "WALL #e6e1d8 #d3ccbf #c3baab",
            "SLEEVE #ffffff #d7e3ee",
            "PAPER #f4f7f9",
            "FLOOR #e4eaee #d0d9df",
            "SHADOW #1c2b36");
    private static final Map<Role, String[]> STRONG = colours(
            "INK #000000",
            "SKIN #ffe0c2 #f2c095",
            "HAIR #1a1a1a #000000",
            "FACE #000000",
            "SHIRT #8fd0ff #4aa3e8 #2f88cf",
            "TROUSERS #2b3f66 #1a2a4a #101c36",
            "SHOE #ffffff #d0d0d0",
            "SOLE #ffffff #ffffff",
            "HIGHLIGHT #ffd400 #b34700",
            "ARROW #b30000",
            "MAT #ffffff #d9d9d9 #bfbfbf",
            "WOOD #f0dcc0 #d0b48c #b09468",
            "CLOTH #e6e6e6 #bfbfbf #a6a6a6",
            "WALL #f2f2f2 #d9d9d9 #bfbfbf",
            "SLEEVE #ffffff #e0e0e0",
            "PAPER #ffffff",
            "FLOOR #f2f2f2 #8c8c8c",
            "SHADOW #000000");
    private static final Map<Role, String[]> INK_ONLY = colours(
            "INK #000000",
            "SKIN #ffffff #e6e6e6",
            "HAIR #4d4d4d #333333",
            "FACE #000000",
            "SHIRT #ffffff #d9d9d9 #cccccc",
            "TROUSERS #a6a6a6 #8c8c8c #808080",
            "SHOE #ffffff #d9d9d9",
            "SOLE #ffffff #ffffff",
            "HIGHLIGHT #ffffff #000000",
            "ARROW #000000",
            "MAT #ffffff #e6e6e6 #d9d9d9",
            "WOOD #ffffff #e6e6e6 #cccccc",
            "CLOTH #ffffff #e6e6e6 #cccccc",
            "WALL #f2f2f2 #e6e6e6 #d9d9d9",
            "SLEEVE #ffffff #e6e6e6",
            "PAPER #ffffff",
            "FLOOR #ffffff #999999",
            "SHADOW #000000");

    private final String id;
    private final boolean properties;

    Palette(String id, boolean properties) {
        this.id = id;
        this.properties = properties;
    }

    public String id() {
        return id;
    }

    public static Optional<Palette> of(String id) {
        return Arrays.stream(values()).filter(palette -> palette.id.equals(id)).findFirst();
    }

    /** @param shade 0 in the light, 1 in shade, 2 deep in shade; the last that the role has when there are fewer */
    String colour(Role role, int shade) {
        String[] tones = tones().getOrDefault(role, new String[] {"#000000"});
        String tone = tones[Math.min(shade, tones.length - 1)];
        return properties ? "var(" + property(role, Math.min(shade, tones.length - 1)) + "," + tone + ")" : tone;
    }

    private static String property(Role role, int shade) {
        return "--figure-" + role.name().toLowerCase(Locale.ROOT) + SUFFIXES[shade];
    }

    /** The colours as declarations of custom properties, such as {@code --figure-shirt:#…;}, for a page that sets them. */
    public String properties() {
        StringBuilder all = new StringBuilder();
        tones().forEach((role, tones) -> {
            for (int shade = 0; shade < tones.length; shade++) {
                all.append(property(role, shade))
                        .append(':')
                        .append(tones[shade])
                        .append(';');
            }
        });
        return all.toString();
    }

    private Map<Role, String[]> tones() {
        return switch (this) {
            case NORMAL -> CALM;
            case HIGH_CONTRAST -> STRONG;
            case PRINT -> INK_ONLY;
        };
    }

    private static Map<Role, String[]> colours(String... lines) {
        Map<Role, String[]> colours = new EnumMap<>(Role.class);
        for (String line : lines) {
            int space = line.indexOf(' ');
            colours.put(
                    Role.valueOf(line.substring(0, space)),
                    line.substring(space + 1).split(" ", -1));
        }
        return colours;
    }
}
