package org.lumbar.core.finding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lumbar.core.knowledge.MedicineCodes;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry.Concept;

/** Resolves coded medicines and allergens to ATC codes and ingredients. */
final class MedicineResolver {

    /** What a concept contains. */
    record Content(List<String> atc, List<String> ingredients) {}

    private final MedicineCodes codes;

    MedicineResolver(MedicineCodes codes) {
        this.codes = codes;
    }

    Content resolve(Concept concept) {
        Set<String> atc = new LinkedHashSet<>(2);
        Set<String> ingredients = new LinkedHashSet<>(2);
        for (Coding coding : concept.codings()) {
            if (coding.system() == CodeSystem.ATC) {
                atc.add(coding.code());
                ingredients.addAll(codes.ingredientsOfAtc().getOrDefault(coding.code(), List.of()));
            }
        }
        boolean routeKnown = !atc.isEmpty();
        for (Coding coding : concept.codings()) {
            List<String> found = switch (coding.system()) {
                case RXNORM -> codes.ingredientsOfRxNorm().getOrDefault(coding.code(), List.of());
                case SNOMED -> codes.ingredientsOfRxNorm().getOrDefault("snomed:" + coding.code(), List.of());
                default -> List.of();
            };
            ingredients.addAll(found);
            if (!routeKnown) {
                for (String ingredient : found) {
                    atc.addAll(codes.atcOfIngredient().getOrDefault(ingredient, List.of()));
                }
            }
        }
        return new Content(new ArrayList<>(atc), new ArrayList<>(ingredients));
    }
}
