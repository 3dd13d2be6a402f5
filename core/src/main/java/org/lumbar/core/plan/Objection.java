package org.lumbar.core.plan;

import java.util.List;
import java.util.Locale;

/**
 * One rule that speaks against giving an item to a patient.
 *
 * @param weight what it takes to give the item in spite of it
 * @param facts what the rule rests on, one line for each, equal as long as nothing behind the rule has changed
 */
public record Objection(Kind kind, Weight weight, Reason reason, List<String> facts) {

    public Objection {
        facts = List.copyOf(facts);
    }

    /** What the rule is about. */
    public enum Kind {
        /** A warning sign that makes an emergency; it stops all treatment. */
        EMERGENCY,
        /** Another warning sign. */
        RED_FLAG,
        ALLERGY,
        /** With what the patient takes, or with another item of the plan. */
        INTERACTION,
        /** The same or the like is given already. */
        DUPLICATION,
        CONTRAINDICATION,
        /** A contraindication by age, pregnancy or breast-feeding. */
        AGE_PREGNANCY,
        /** A question that was not answered. */
        MISSING,
        /** A step that has to come first, and did not. */
        GATE,
        /** Nothing is treated before the diagnosis is confirmed. */
        DIAGNOSIS,
        LICENCE,
        NOT_INDICATED,
        /** More in a day than is allowed; a lower dose is the answer. */
        CEILING,
        /** The sources describe it, and it is unsafe or false. */
        REFUSED;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How an objection can be overcome; exactly one holds. */
    public enum Weight {
        /** A clinician may decide otherwise and say why. */
        RELATIVE,
        /** The same, and has to confirm it a second time. */
        ABSOLUTE,
        /** Never; only other facts, another item or another dose. */
        FINAL
    }

    public String rule() {
        return reason.rule();
    }

    static Weight weight(Kind kind) {
        return switch (kind) {
            case INTERACTION, DUPLICATION, MISSING, GATE -> Weight.RELATIVE;
            case RED_FLAG, ALLERGY, CONTRAINDICATION, AGE_PREGNANCY -> Weight.ABSOLUTE;
            case EMERGENCY, DIAGNOSIS, LICENCE, NOT_INDICATED, CEILING, REFUSED -> Weight.FINAL;
        };
    }
}
