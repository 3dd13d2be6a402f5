package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Entry.Activity;
import org.lumbar.core.text.LocalizedText;

/**
 * A fact about a patient that rules speak of, and everything that can establish it.
 *
 * @param question null for helper findings that nobody is asked about
 * @param presentWhen follows from other findings and measures; {@link Expression#NEVER} when nothing does
 * @param absentWhen likewise for absence
 * @param askedThroughParts its own question is too coarse: the open parts of {@code presentWhen} are asked instead
 * @param absentWins when presence and absence both follow, absence is the safer reading (phases and other context)
 */
public record FindingDefinition(
        String id,
        LocalizedText name,
        LocalizedText means,
        UnknownPolicy ifUnknown,
        AskedOf askedOf,
        @Nullable LocalizedText question,
        List<Evidence> evidence,
        Expression presentWhen,
        Expression absentWhen,
        boolean askedThroughParts,
        boolean absentWins)
        implements Serializable {

    public FindingDefinition {
        evidence = List.copyOf(evidence);
    }

    /** What it means that nothing is recorded. */
    public enum UnknownPolicy {
        /** Common or decisive: stays unknown until answered. */
        MUST_ASK,
        /** Rare: taken as absent unless something is recorded. */
        ASSUME_ABSENT
    }

    public enum AskedOf {
        PATIENT,
        CLINICIAN
    }

    /** What an entry that matches says about the finding. */
    public enum Effect {
        PRESENT,
        ABSENT,
        /** It must be asked, even where silence would be taken as absent. */
        QUESTION,
        /** It says nothing, although a shorter code prefix would match. */
        NOTHING
    }

    /** The kind of entry that evidence is looked for in. */
    public enum Source {
        CONDITION,
        ALLERGY,
        MEDICINE,
        EVENT,
        OBSERVATION
    }

    /**
     * One way to establish a finding.
     *
     * @param ever counts also when resolved, inactive or in remission
     * @param confirmedOnly counts only with verification "confirmed"
     * @param withinDays counts only when it began at most so many days before the plan; empty for no limit
     * @param olderIsQuestion an older or undated entry raises the question instead of nothing
     * @param activities when not empty, counts only in one of these states
     * @param valueCodes for an observation: the answers that count, as codes of any system
     */
    public record Evidence(
            Effect effect,
            Source source,
            CodeSet codes,
            boolean ever,
            boolean confirmedOnly,
            @Nullable Integer withinDays,
            boolean olderIsQuestion,
            List<Activity> activities,
            List<String> valueCodes)
            implements Serializable {
        public Evidence {
            activities = List.copyOf(activities);
            valueCodes = List.copyOf(valueCodes);
        }

        public OptionalInt window() {
            return withinDays == null ? OptionalInt.empty() : OptionalInt.of(withinDays);
        }
    }

    /** Codes by system. ICD and ATC codes are prefixes without dot; the others are whole codes. */
    public record CodeSet(Map<CodeSystem, List<String>> codes) implements Serializable {
        public CodeSet {
            Map<CodeSystem, List<String>> copy = new EnumMap<>(CodeSystem.class);
            codes.forEach((system, list) -> copy.put(system, List.copyOf(list)));
            codes = java.util.Collections.unmodifiableMap(copy);
        }
    }
}
