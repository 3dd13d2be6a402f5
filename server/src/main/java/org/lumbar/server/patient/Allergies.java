package org.lumbar.server.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Evidence;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.server.page.Messages;

/** What is known of the allergies of a patient, from entries and from answers, and how an allergy gets on the record. */
final class Allergies {

    private static final String TYPE = "AllergyIntolerance";

    private final KnowledgeBase knowledge;

    Allergies(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    /** True when a "yes" to the question about this finding tells of an allergy to a medicine that can be named. */
    static boolean namesMedicine(FindingDefinition finding) {
        return finding.id().equals(Vocabulary.DRUG_HYPERSENSITIVITY)
                || !groups(finding).isEmpty();
    }

    /** True when allergies on record speak of the finding. */
    private static boolean isAllergy(FindingDefinition finding) {
        return finding.id().equals(Vocabulary.DRUG_HYPERSENSITIVITY)
                || finding.evidence().stream().anyMatch(Allergies::showsIt);
    }

    /** An allergy on record shows the finding; codes that never show it are evidence too, of every source. */
    private static boolean showsIt(Evidence evidence) {
        return evidence.source() == Source.ALLERGY && evidence.effect() == Effect.PRESENT;
    }

    /** The beginnings of the ATC codes of the medicines that the finding is about. */
    private static List<String> groups(FindingDefinition finding) {
        return finding.evidence().stream()
                .filter(Allergies::showsIt)
                .flatMap(evidence -> evidence.codes().codes().getOrDefault(CodeSystem.ATC, List.of()).stream())
                .toList();
    }

    /** Codes of ATC that the name of a substance brings; empty for what is no such name. */
    List<String> codesOf(String name) {
        return knowledge.medicineCodes().atcOfName().getOrDefault(name.strip().toLowerCase(Locale.ROOT), List.of());
    }

    /**
     * Puts an allergy on the record. One without a code opens the question about allergies to medicines again: an earlier "no"
     * knew nothing of it.
     *
     * @param agreed the question about allergies to medicines is answered with "yes", so that it stays answered
     */
    static List<Entry.Draft> recorded(
            PatientChart chart, String name, List<String> atc, boolean agreed, LocalDate today) {
        Entry.Draft allergy = Drafts.allergic(chart.id(), name, atc, today);
        return atc.isEmpty() && !agreed
                ? List.of(allergy, Drafts.unanswered(Vocabulary.DRUG_HYPERSENSITIVITY))
                : List.of(allergy);
    }

    /** True when an allergy of this name is on record. */
    static boolean has(PatientChart chart, String name) {
        return chart.resources(TYPE).stream()
                .anyMatch(allergy -> EntryNames.text(allergy).equalsIgnoreCase(name));
    }

    /** The allergies on record, then those that an answer states and no entry names. */
    List<String> inWords(PatientChart chart, Messages messages) {
        EntryWords words = new EntryWords(knowledge, messages);
        List<Map<String, Object>> entries = chart.resources(TYPE);
        List<String> all = new ArrayList<>();
        entries.forEach(entry -> all.add(words.recorded(entry)));
        boolean uncoded = entries.stream().anyMatch(entry -> codes(entry).isEmpty());
        for (FindingDefinition finding : knowledge.findings()) {
            PatientChart.Answer answer = chart.answers().get(finding.id());
            boolean stated = answer != null && answer.value().equals(true) && isAllergy(finding);
            if (stated && !named(finding, entries)) {
                boolean unknown = namesMedicine(finding) && !uncoded;
                all.add(messages.say(
                        unknown ? "banner.allergies.unknown" : "banner.allergies.stated",
                        "name",
                        name(finding, messages)));
            }
        }
        return all;
    }

    private static String name(FindingDefinition finding, Messages messages) {
        return finding.id().equals(Vocabulary.DRUG_HYPERSENSITIVITY)
                ? messages.say("banner.allergies.medicine")
                : messages.say(finding.name());
    }

    /** True when an entry tells what the finding is about. */
    private static boolean named(FindingDefinition finding, List<Map<String, Object>> entries) {
        if (finding.id().equals(Vocabulary.DRUG_HYPERSENSITIVITY)) {
            return !entries.isEmpty();
        }
        List<String> groups = groups(finding);
        return entries.stream()
                .flatMap(entry -> codes(entry).stream())
                .anyMatch(code -> groups.stream().anyMatch(code::startsWith));
    }

    private static List<String> codes(Map<String, Object> entry) {
        Map<String, Object> concept = Json.map(entry, "code");
        return concept == null
                ? List.of()
                : Json.maps(concept, "coding").stream()
                        .map(coding -> Json.text(coding, "code"))
                        .filter(code -> !code.isEmpty())
                        .toList();
    }
}
