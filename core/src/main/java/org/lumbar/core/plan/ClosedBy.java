package org.lumbar.core.plan;

import java.util.List;
import org.lumbar.core.finding.Vocabulary;

/**
 * Each finding that alone would withhold an item when it is offered.
 *
 * @param otherwise without the general answer about allergy, which decides nothing once every allergen is named
 */
record ClosedBy(List<List<String>> all, List<List<String>> otherwise) {

    static final ClosedBy NOTHING = new ClosedBy(List.of());

    ClosedBy(List<List<String>> all) {
        this(
                List.copyOf(all),
                List.copyOf(all.stream()
                        .filter(change -> !change.get(0).startsWith(Vocabulary.DRUG_HYPERSENSITIVITY + "="))
                        .toList()));
    }

    List<List<String>> of(Case patient) {
        return patient.findings().allergensNamed() ? otherwise : all;
    }
}
