package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.finding.FindingsEngine;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Activity;
import org.lumbar.core.record.Entry.Certainty;
import org.lumbar.core.record.Entry.Concept;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;

/**
 * The code table of the fact sheet against the content: each code alone, in a record that holds nothing else, as a current and
 * confirmed diagnosis, an allergy or a procedure of today.
 */
class FindingCodesTest {

    private static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();
    private static final Map<String, CodeSystem> SYSTEMS =
            Map.of("icd10", CodeSystem.ICD10, "icd10cm", CodeSystem.ICD10_CM, "snomed", CodeSystem.SNOMED);
    private static final Map<String, List<Facts.FindingCode>> BY_FINDING =
            Facts.FINDING_CODES.stream().collect(Collectors.groupingBy(Facts.FindingCode::finding));
    private static final List<String> IDS =
            KNOWLEDGE.findings().stream().map(FindingDefinition::id).toList();
    private static final FindingsEngine ENGINE = new FindingsEngine(KNOWLEDGE, new Atoms(IDS)).freeze();

    static Stream<String> findings() {
        return BY_FINDING.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("findings")
    void establishWhatTheSheetSays(String finding) {
        List<String> wrong = new ArrayList<>();
        for (Facts.FindingCode row : BY_FINDING.get(finding)) {
            List<Truth> states =
                    entries(row).stream().map(entry -> state(finding, entry)).toList();
            boolean right = switch (row.state()) {
                case "present" -> states.contains(Truth.TRUE);
                case "open" -> states.contains(Truth.UNKNOWN) && !states.contains(Truth.TRUE);
                default -> !states.contains(Truth.TRUE);
            };
            if (!right) {
                wrong.add(row + " is " + states);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void coverEveryFindingThatTheSheetCodes() {
        assertThat(IDS).containsAll(BY_FINDING.keySet());
        assertThat(Facts.FINDING_CODES).hasSizeGreaterThan(3000);
    }

    private static List<Entry> entries(Facts.FindingCode row) {
        CodeSystem system = SYSTEMS.get(row.system());
        String code = system == CodeSystem.SNOMED ? row.code() : row.code().replace(".", "");
        Concept concept = new Concept(List.of(new Coding(system, code)), null);
        Span recent = Span.day(Patients.TODAY);
        Entry condition =
                new Entry.Condition("Condition/c", concept, Activity.ACTIVE, Certainty.CONFIRMED, recent, recent);
        return system == CodeSystem.SNOMED
                ? List.of(
                        condition,
                        new Entry.Allergy(
                                "AllergyIntolerance/a", concept, Activity.ACTIVE, Certainty.CONFIRMED, false, true),
                        new Entry.Event("Procedure/p", concept, recent))
                : List.of(condition);
    }

    private static Truth state(String finding, Entry entry) {
        PatientRecord record = new PatientRecord("p", Sex.UNSTATED, null, "RU", List.of(entry), List.of());
        return ENGINE.establish(record, Patients.TODAY).state(IDS.indexOf(finding));
    }
}
