package org.lumbar.server.appearance;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How pages look to a reader.
 *
 * @param special the version for the visually impaired; otherwise the settings have no effect
 * @param chosen the settings that are not as they are when nobody chose
 */
public record Appearance(boolean special, Map<Setting, String> chosen) {

    /** The ordinary version. */
    public static final Appearance ORDINARY = new Appearance(false, Map.of());

    private static final String SPECIAL = "on";
    private static final String SEPARATOR = ".";

    public Appearance {
        chosen = Map.copyOf(chosen);
    }

    /**
     * The version for the visually impaired with these settings.
     *
     * @param values by setting; what is missing or unknown is as when nobody chose
     */
    static Appearance of(Map<Setting, String> values) {
        Map<Setting, String> chosen = new EnumMap<>(Setting.class);
        values.forEach((setting, value) -> {
            if (setting.choices().indexOf(value) > 0) {
                chosen.put(setting, value);
            }
        });
        return new Appearance(true, chosen);
    }

    /** Reads {@link #code()}; what it does not know is left out. */
    static Appearance read(String code) {
        List<String> parts = List.of(code.split("\\" + SEPARATOR, -1));
        if (!parts.contains(SPECIAL)) {
            return ORDINARY;
        }
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            setting.choices().stream()
                    .filter(value -> parts.contains(token(setting, value)))
                    .forEach(value -> values.put(setting, value));
        }
        return of(values);
    }

    /** As a cookie or an entry keeps it; empty for the ordinary version. */
    String code() {
        return tokens().collect(Collectors.joining(SEPARATOR));
    }

    /** As the style of a page knows it; null for the ordinary version. */
    public @Nullable String attribute() {
        return special ? tokens().collect(Collectors.joining(" ")) : null;
    }

    private Stream<String> tokens() {
        return special
                ? Stream.concat(
                        Stream.of(SPECIAL),
                        Arrays.stream(Setting.values())
                                .filter(chosen::containsKey)
                                .map(setting -> token(setting, value(setting))))
                : Stream.empty();
    }

    private static String token(Setting setting, String value) {
        return setting.id() + "-" + value;
    }

    private String value(Setting setting) {
        return chosen.getOrDefault(setting, setting.choices().getFirst());
    }

    public boolean is(Setting setting, String value) {
        return value(setting).equals(value);
    }
}
