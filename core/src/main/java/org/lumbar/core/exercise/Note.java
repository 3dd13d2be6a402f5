package org.lumbar.core.exercise;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something that a programme says about itself. The words are a pattern of the knowledge base with places for the values.
 *
 * @param values by place: a {@link Number}, a {@link java.time.LocalDate}, a {@link java.time.LocalTime}, a
 *     {@link org.lumbar.core.text.LocalizedText} or the id of an item as {@link String}; shares are in percent
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
        // Why there is no programme.
        PHASE_UNKNOWN("exercise-dosage"),
        NOTHING_LEFT("exercise-individualisation"),
        // Why the programme is as it is.
        ACUTE_DOSE("exercise-dosage"),
        FIRST_SESSIONS_SUPERVISED("home-exercise-gate"),
        LOW_LOAD_ALONE("home-exercise-gate"),
        MAY_GO_HOME("home-exercise-gate"),
        BEGINNER("exercise-dosage"),
        SMALL_SET("home-exercise-gate"),
        MANY_EXERCISES("home-exercise-gate"),
        TOO_MANY_EXERCISES("home-exercise-gate"),
        ROTATES("exercise-dosage"),
        REST_DAYS("exercise-dosage"),
        STRENGTH_DAYS("exercise-dosage"),
        BALANCE_DAYS("exercise-dosage"),
        AEROBIC("exercise-dosage"),
        SESSIONS_BOUNDED("exercise-dosage"),
        MOVED_AFTER_RISING("morning-exercise"),
        NO_ROOM("exercise-dosage"),
        YOGA_MONTH("yoga-complex"),
        YOGA_REVIEW("yoga-complex"),
        YOGA_LATER("yoga-complex"),
        WALKING("walking-programme"),
        PAIN_GUIDE("exercise-progression"),
        // Why something is left out.
        PLAN_SAYS_NO("exercise-individualisation"),
        NOT_CHOSEN("exercise-individualisation"),
        DISLIKED("exercise-individualisation"),
        NO_EQUIPMENT("exercise-conduct"),
        NEEDS_INSTRUCTOR("home-exercise-gate"),
        LATE_NOT_YET("exercise-progression"),
        // What an instructor decided.
        INSTRUCTOR_EASIER("exercise-individualisation"),
        INSTRUCTOR_HARDER("exercise-individualisation"),
        INSTRUCTOR_PAUSED("exercise-individualisation"),
        // What follows from the sessions so far.
        FIRST_PROGRAMME("exercise-progression"),
        GREW_MINUTES("exercise-progression"),
        GREW_SESSIONS("exercise-progression"),
        GREW_VERSION("exercise-progression"),
        GREW_LATE("exercise-progression"),
        GREW_WALK("walking-programme"),
        GREW_WALKS("walking-programme"),
        STAYS_ACUTE("exercise-progression"),
        STAYS_TOO_SOON("exercise-progression"),
        STAYS_GREEN_NEEDED("exercise-progression"),
        STAYS_AMBER("exercise-progression"),
        STAYS_MORNING_UNKNOWN("exercise-progression"),
        STAYS_ADHERENCE("exercise-progression"),
        STAYS_EFFORT("exercise-dosage"),
        STAYS_RISING("exercise-progression"),
        STAYS_AT_GOAL("exercise-progression"),
        FELL_RED("exercise-progression"),
        FELL_LEG("exercise-progression"),
        FELL_PAUSE("exercise-progression"),
        STARTS_ANEW("exercise-progression"),
        STOPPED_WARNING_SIGN("exercise-conduct"),
        STOPPED_AT_LEAST("exercise-progression"),
        SEE_CLINICIAN("exercise-progression");

        private final String source;

        Kind(String source) {
            this.source = source;
        }

        /** Id of the item whose rule it is. */
        public String source() {
            return source;
        }

        /** Key of the text. */
        public String text() {
            return "programme." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
