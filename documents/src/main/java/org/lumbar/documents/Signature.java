package org.lumbar.documents;

import java.util.Set;

/**
 * What a clinician made of a plan by signing it.
 *
 * @param patient name of the patient
 * @param line who signed which version and when, as one sentence
 * @param items ids of the items that are in the signed plan
 */
public record Signature(String patient, String line, Set<String> items) {
    public Signature {
        items = Set.copyOf(items);
    }
}
