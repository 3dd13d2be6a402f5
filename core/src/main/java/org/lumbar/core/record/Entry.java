package org.lumbar.core.record;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a patient's record. {@link #ref()} names it the way its source does ({@code Condition/ulcer}) and is the
 * evidence that findings point back to.
 */
public sealed interface Entry extends Serializable {

    String ref();

    /** What a code-carrying entry is about: its codes, and its words where it has any. */
    record Concept(List<Coding> codings, @Nullable String text) implements Serializable {
        public Concept {
            codings = List.copyOf(codings);
        }
    }

    /** Whether a condition, an allergy or an event holds now. */
    enum Activity {
        ACTIVE,
        RECURRENCE,
        RELAPSE,
        REMISSION,
        INACTIVE,
        RESOLVED,
        /** Not stated: taken as active unless an end date says otherwise. */
        UNSTATED;

        /** True when it counts as holding now. */
        public boolean current() {
            return this == ACTIVE || this == RECURRENCE || this == RELAPSE || this == UNSTATED;
        }
    }

    /** How sure the record is. Refuted entries and entries made in error never reach the record. */
    enum Certainty {
        CONFIRMED,
        UNSTATED,
        /** Unconfirmed, provisional or differential: raises a question, decides nothing. */
        SUSPECTED
    }

    /** A diagnosis or problem. An end date makes {@link Activity#RESOLVED} of an unstated or active one when read. */
    record Condition(
            String ref,
            Concept concept,
            Activity activity,
            Certainty certainty,
            @Nullable Span onset,
            @Nullable Span recorded)
            implements Entry {}

    /** A medicine that is taken now, or was until {@link #stopped()}. */
    record Medicine(
            String ref,
            Concept concept,
            @Nullable Span started,
            @Nullable Span stopped) implements Entry {
        public boolean current() {
            return stopped == null;
        }
    }

    /**
     * An allergy or intolerance, or a statement that there is none, told by its code.
     *
     * @param maybeMedicine false when the entry says that it is about food or the environment
     */
    record Allergy(
            String ref,
            Concept concept,
            Activity activity,
            Certainty certainty,
            boolean intoleranceOnly,
            boolean maybeMedicine)
            implements Entry {}

    /** A measured number with its bound: {@code >60} is a value of 60 with {@link Bound#ABOVE}. */
    record Observation(
            String ref, Concept concept, @Nullable Span taken, Value value) implements Entry {}

    /** A procedure, an implanted device or an encounter. */
    record Event(String ref, Concept concept, @Nullable Span happened) implements Entry {}

    /** An answer of the intake questionnaire to the question {@code linkId}. */
    record Answer(String ref, String linkId, Value value) implements Entry {}

    /** How a number was bounded when it was written. */
    enum Bound {
        EXACT,
        BELOW,
        AT_MOST,
        AT_LEAST,
        ABOVE
    }

    /** The value of an observation or an answer. */
    sealed interface Value extends Serializable {
        /** A number with its unit as written, UCUM code or text; null when none was written. */
        record Quantity(
                double number, Bound bound, @Nullable String unit) implements Value {}

        record YesNo(boolean yes) implements Value {}

        record Coded(List<Coding> codings) implements Value {
            public Coded {
                codings = List.copyOf(codings);
            }
        }

        /** Words or anything else that no rule can use. */
        record Text(String text) implements Value {}
    }
}
