package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lumbar.core.text.LocalizedText;

/**
 * Everything medical that the planner takes as an argument. Whole and checked: whoever holds one may rely on every id in it
 * resolving.
 *
 * @param version of the content
 * @param sha256 of the content, in lower-case hexadecimal
 * @param findings red flags included, in a stable order
 * @param items in the order in which plans list them
 * @param topics what is explained and has no status
 * @param formulas coefficients of published formulas by name
 * @param interactionCodes what the ATC groups, herbs, foods, habits and exposures are called that interactions name
 * @param texts sentence patterns by key
 */
public record KnowledgeBase(
        String version,
        String sha256,
        LocalDate reviewed,
        LocalDate nextReview,
        LocalizedText disclaimer,
        String defaultCountry,
        List<FindingDefinition> findings,
        List<RedFlag> redFlags,
        List<Measure> measures,
        Map<String, Map<String, Double>> formulas,
        List<DiagnosisTerm> syndromes,
        List<DiagnosisTerm> phases,
        List<DiagnosisTerm> severities,
        List<Substance> substances,
        MedicineCodes medicineCodes,
        List<Item> items,
        List<Topic> topics,
        List<Interaction> interactions,
        Map<String, LocalizedText> interactionCodes,
        List<Compatibility> compatibilities,
        Map<String, Formulary> formularies,
        List<Choice> choices,
        List<Choice.Ladder> ladders,
        List<Gate> gates,
        Pathway pathway,
        List<Guideline> guidelines,
        Map<String, LocalizedText> positionWords,
        List<Citation> citations,
        List<Claim> claims,
        List<DrugClass> drugClasses,
        List<Instrument> instruments,
        MovementTerms movementTerms,
        List<Session> sessions,
        List<ProgrammeTemplate> programmes,
        Map<String, LocalizedText> texts)
        implements Serializable {

    /**
     * The pattern of a text.
     *
     * @throws IllegalArgumentException when there is none
     */
    public LocalizedText text(String key) {
        LocalizedText text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("texts.yaml has no " + key);
        }
        return text;
    }
}
