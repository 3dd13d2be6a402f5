package org.lumbar.core.exercise;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something that a programme says about itself. The words are a pattern of the knowledge base with places for the values.
 *
 * @param values by place: a {@link Number}, a {@link java.time.LocalDate}, a {@link java.time.LocalTime}, a
 *     {@link org.lumbar.core.text.LocalizedText} or the id of an item as {@link String}
 */
public record Note(Kind kind, Map<String, Object> values) {

    public Note {
        values = Map.copyOf(values);
    }

    /** A note whose values are given as place, value, place, value. */
    static Note of(Kind kind, Object... placesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < placesAndValues.length; i += 2) {
            values.put((String) placesAndValues[i], placesAndValues[i + 1]);
        }
        return new Note(kind, values);
    }

    /** What is said, and the item in which the rule behind it stands with its sources. */
    public enum Kind {
        /** The person exercises alone after so many correct sessions with an instructor. */
        SUPERVISED_FIRST("home-exercise-gate"),
        /** Movements that need an instructor first are left out at home. */
        LOW_LOAD_ONLY("home-exercise-gate");

        private final String source;

        Kind(String source) {
            this.source = source;
        }

        public String source() {
            return source;
        }

        /** Key of the text. */
        public String text() {
            return "programme." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
