package org.lumbar.core.exercise;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Pathway.Bound;
import org.lumbar.core.knowledge.Pathway.SessionSign;

/** What ends a treatment in the clinic or keeps it from beginning, by what was seen, told and measured. */
public final class SessionCheck {

    /** Names of what can be measured: blood pressure in mm Hg, pulse in beats a minute, pain from 0 to 10. */
    public static final String SYSTOLIC = "systolic";

    public static final String DIASTOLIC = "diastolic";
    public static final String PULSE = "heart-rate";
    public static final String PAIN_BEFORE = "pain-before";
    public static final String PAIN_AFTER = "pain-after";

    private final List<SessionSign> signs;
    private final ExerciseRules rules;

    private SessionCheck(List<SessionSign> signs, ExerciseRules rules) {
        this.signs = signs;
        this.rules = rules;
    }

    /**
     * The check of a knowledge base.
     *
     * @throws IllegalArgumentException when it lacks a number that exercise needs
     */
    public static SessionCheck of(KnowledgeBase knowledge) {
        return new SessionCheck(knowledge.pathway().sessionSigns(), ExerciseRules.of(knowledge));
    }

    /** The signs to look and ask for in a treatment of this category, besides what is measured. */
    public List<SessionSign> signs(String category) {
        return signs.stream()
                .filter(sign -> sign.bound() == null && sign.holdsFor(category))
                .toList();
    }

    /**
     * The signs that stop a treatment, in the order of the knowledge base.
     *
     * @param present ids of the signs that were seen or told
     * @param measured by the names above; what is missing crosses nothing
     */
    public List<SessionSign> stops(String category, Set<String> present, Map<String, BigDecimal> measured) {
        return signs.stream()
                .filter(sign -> sign.holdsFor(category))
                .filter(sign -> present.contains(sign.id()) || crossed(sign.bound(), measured))
                .toList();
    }

    private boolean crossed(@Nullable Bound bound, Map<String, BigDecimal> measured) {
        BigDecimal value = bound == null ? null : measured.get(measure(bound));
        if (bound == null || value == null) {
            return false;
        }
        double number = value.doubleValue();
        return switch (bound) {
            case SYSTOLIC_HIGH, DIASTOLIC_HIGH -> number >= limit(bound);
            case SYSTOLIC_LOW -> number < limit(bound);
            case PULSE_HIGH, PAIN_HIGH -> number > limit(bound);
        };
    }

    /** The number that must not be crossed. */
    public double limit(Bound bound) {
        return switch (bound) {
            case SYSTOLIC_HIGH -> rules.vitals().systolicFrom();
            case SYSTOLIC_LOW -> rules.vitals().systolicBelow();
            case DIASTOLIC_HIGH -> rules.vitals().diastolicFrom();
            case PULSE_HIGH -> rules.vitals().pulseAbove();
            case PAIN_HIGH -> rules.pain().amberMost();
        };
    }

    /** The name of what is measured against a bound. */
    public static String measure(Bound bound) {
        return switch (bound) {
            case SYSTOLIC_HIGH, SYSTOLIC_LOW -> SYSTOLIC;
            case DIASTOLIC_HIGH -> DIASTOLIC;
            case PULSE_HIGH -> PULSE;
            case PAIN_HIGH -> PAIN_AFTER;
        };
    }
}
