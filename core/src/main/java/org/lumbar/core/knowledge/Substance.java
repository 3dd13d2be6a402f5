package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;

/**
 * An active ingredient.
 *
 * @param atc every ATC code whose product contains it
 * @param rxnorm RxNorm ingredient ids
 * @param snomed SNOMED CT substance ids
 * @param classes keys for "same class" checks
 */
public record Substance(
        String id,
        LocalizedText name,
        List<String> atc,
        List<String> rxnorm,
        List<String> snomed,
        List<String> classes,
        List<Ceiling> ceilings)
        implements Serializable {

    public Substance {
        atc = List.copyOf(atc);
        rxnorm = List.copyOf(rxnorm);
        snomed = List.copyOf(snomed);
        classes = List.copyOf(classes);
        ceilings = List.copyOf(ceilings);
    }

    /**
     * The most of a substance in a day, in milligrams, over all products and routes. The strictest that applies wins.
     *
     * @param countries where it holds; empty means everywhere
     * @param when for whom it holds
     */
    public record Ceiling(String substance, double mgPerDay, Expression when, List<String> countries, Sources sources)
            implements Serializable {
        public Ceiling {
            countries = List.copyOf(countries);
        }
    }
}
