package org.lumbar.server.care;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lumbar.chart.Json;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.text.Language;
import org.lumbar.server.page.Messages;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Form;

/**
 * How an item is given, in every language in which it was put into words: versions that were signed in different languages
 * are compared in one.
 *
 * @param lines by the code of the language
 */
record Said(Map<String, String> lines) {

    /** The items of a draft, by id, in the order of the plan. */
    static Map<String, Said> inDraft(Clinic clinic, PatientChart chart) {
        Map<String, Said> said = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            PlanPage page = PlanPage.of(clinic, chart, new Messages(language, clinic.zone()), "", Form.empty());
            for (String item : page.draft().items()) {
                said.computeIfAbsent(item, one -> new Said(new TreeMap<>()))
                        .lines()
                        .put(language.code(), page.how(item));
            }
        }
        return said;
    }

    /** The items of a signed version; older ones have one language. */
    static Map<String, Said> inVersion(PatientChart.SignedPlan signed) {
        String language = Json.text(signed.content(), "language");
        Map<String, Said> said = new LinkedHashMap<>();
        for (Map<String, Object> item : Json.maps(signed.content(), "items")) {
            Map<String, String> lines = new TreeMap<>();
            lines.put(language, Json.text(item, "how"));
            Objects.requireNonNullElse(Json.map(item, "said"), Map.<String, Object>of())
                    .forEach((code, line) -> lines.put(code, String.valueOf(line)));
            said.put(Json.text(item, "id"), new Said(lines));
        }
        return said;
    }

    /** The line in a language, else in the one that there is. */
    String in(String language) {
        return lines.getOrDefault(language, lines.values().stream().findFirst().orElse(""));
    }

    /** A language that both are told in; that of the reader when possible. */
    Optional<String> common(Said other, Language reader) {
        return Stream.concat(Stream.of(reader.code()), lines.keySet().stream())
                .filter(code -> lines.containsKey(code) && other.lines().containsKey(code))
                .findFirst();
    }
}
