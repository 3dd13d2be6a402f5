package org.lumbar.fhir;

import java.util.Map;
import org.lumbar.core.record.Entry.Certainty;

/** What a record says of its own truth. */
enum Verification {
    CONFIRMED(Certainty.CONFIRMED),
    UNSTATED(Certainty.UNSTATED),
    SUSPECTED(Certainty.SUSPECTED),
    /** Refuted or entered in error: it does not count. */
    DISOWNED(Certainty.SUSPECTED);

    static final String CONDITION_SYSTEM = "http://terminology.hl7.org/CodeSystem/condition-ver-status";

    static final Map<String, Verification> OF_CONDITION = Map.of(
            "confirmed", CONFIRMED,
            "unconfirmed", SUSPECTED,
            "provisional", SUSPECTED,
            "differential", SUSPECTED,
            "refuted", DISOWNED,
            "entered-in-error", DISOWNED);

    static final String ALLERGY_SYSTEM = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";

    static final Map<String, Verification> OF_ALLERGY = Map.of(
            "confirmed", CONFIRMED,
            "unconfirmed", SUSPECTED,
            "refuted", DISOWNED,
            "entered-in-error", DISOWNED);

    private final Certainty certainty;

    Verification(Certainty certainty) {
        this.certainty = certainty;
    }

    /** The certainty of what is recorded; a modifier extension may turn its meaning round, so then it is only suspected. */
    Certainty certainty(boolean modified) {
        return modified ? Certainty.SUSPECTED : certainty;
    }
}
