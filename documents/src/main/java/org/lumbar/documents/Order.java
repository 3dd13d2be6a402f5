package org.lumbar.documents;

import org.lumbar.core.plan.Prescription;

/**
 * How one item is ordered.
 *
 * @param asNeeded only when there is pain
 * @param meal code of when to take it: {@code after}, {@code with} or {@code before} food; empty when it does not matter
 * @param more what the prescriber adds in words; may be empty
 */
public record Order(Prescription prescription, boolean asNeeded, String meal, String more) {

    /** Nothing was ordered: the ranges of the knowledge base stand. */
    public static final Order NONE = new Order(Prescription.NONE, false, "", "");

    public boolean isEmpty() {
        return prescription.isEmpty() && !asNeeded && meal.isEmpty() && more.isEmpty();
    }
}
