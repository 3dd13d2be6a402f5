package org.lumbar.server.exercise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.lumbar.chart.Json;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;

/** Pain from 0 to 10 that a chart holds, by its day: told in the diary, before a session, or measured. */
public final class Pains {

    private Pains() {}

    /**
     * The pains of a chart.
     *
     * @param several which of two of one day counts, of the earlier and the later one
     */
    public static Map<LocalDate, Integer> of(
            PatientChart chart, KnowledgeBase knowledge, BinaryOperator<Integer> several) {
        List<String> codes = knowledge.measures().stream()
                .filter(measure -> measure.id().equals(Vocabulary.PAIN))
                .map(Measure::loinc)
                .findFirst()
                .orElse(List.of());
        Map<LocalDate, Integer> pains = new TreeMap<>();
        for (Map<String, Object> observation : chart.resources("Observation")) {
            Map<String, Object> code = Json.map(observation, "code");
            Map<String, Object> quantity = Json.map(observation, "valueQuantity");
            String day = Json.text(observation, "effectiveDateTime");
            boolean pain = code != null
                    && Json.maps(code, "coding").stream().anyMatch(one -> codes.contains(Json.text(one, "code")));
            if (pain
                    && quantity != null
                    && quantity.get("value") instanceof BigDecimal value
                    && day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*")) {
                pains.merge(LocalDate.parse(day.substring(0, 10)), value.intValue(), several);
            }
        }
        return pains;
    }
}
