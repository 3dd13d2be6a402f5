package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * How coded medicines resolve to ingredients. Ingredient names are international non-proprietary names in lower case.
 *
 * @param ingredientsOfRxNorm RxNorm id of an ingredient, drug, brand or pack → ingredients
 * @param atcOfIngredient ingredient → ATC codes of its products
 * @param ingredientsOfAtc ATC code (five levels) → ingredients
 * @param atcOfName international name of a substance in English or Russian, in lower case → ATC codes. No brands: one may hold more than is
 *     known of it, and what is known in part must not pass for checked
 */
public record MedicineCodes(
        Map<String, List<String>> ingredientsOfRxNorm,
        Map<String, List<String>> atcOfIngredient,
        Map<String, List<String>> ingredientsOfAtc,
        Map<String, List<String>> atcOfName)
        implements Serializable {}
