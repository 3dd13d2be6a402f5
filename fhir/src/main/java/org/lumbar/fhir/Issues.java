package org.lumbar.fhir;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Citation;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.text.LocalizedText;

/** Writes one DetectedIssue for each medicine that is withheld, and for each offered one that meets another medicine. */
final class Issues {

    private static final String TYPE = "DetectedIssue";

    /** HL7's words for the kinds of reason that it has words for. */
    private static final Map<String, String> ACT_CODES = Map.of(
            Reason.EXCLUDED, "COND",
            Reason.RED_FLAG, "COND",
            Reason.ALLERGY, "ALGY",
            Reason.DUPLICATE, "DUPTHPY",
            Reason.CEILING, "DOSEH",
            Reason.INTERACTION, "DRG",
            Reason.INTERACTION_NOTE, "DRG",
            Reason.INTERACTION_PLAN, "DRG");

    private static final Set<String> CONFLICTS =
            Set.of(Reason.INTERACTION_NOTE, Reason.INTERACTION_PLAN, Reason.CEILING);

    private final PlanSheet sheet;
    private final FhirJson json;
    private final Map<String, Citation> citations = new HashMap<>();

    Issues(PlanSheet sheet) {
        this.sheet = sheet;
        this.json = sheet.json();
        sheet.knowledge().citations().forEach(citation -> citations.put(citation.id(), citation));
    }

    void write() throws IOException {
        for (Recommendation recommendation : sheet.plan().treatments()) {
            Item item = recommendation.item();
            List<Reason> grounds = grounds(recommendation);
            if (Requests.isMedicine(item) && !grounds.isEmpty()) {
                sheet.resource(TYPE, item.id(), () -> issue(recommendation, grounds));
            }
        }
    }

    private static List<Reason> grounds(Recommendation recommendation) {
        if (recommendation.status() == Status.WITHHELD) {
            return recommendation.reasons();
        }
        return recommendation.reasons().stream()
                .filter(reason -> CONFLICTS.contains(reason.pattern()))
                .toList();
    }

    private void issue(Recommendation recommendation, List<Reason> grounds) throws IOException {
        Item item = recommendation.item();
        json.only("contained", () -> {
            json.text("resourceType", "Medication");
            json.text("id", "medicine");
            Requests.medicine(sheet, "code", item);
        });
        json.text("status", "final");
        code(grounds);
        json.text("severity", severity(recommendation, grounds));
        sheet.patient("patient");
        json.text("identifiedDateTime", sheet.date());
        Set<String> implicated = new LinkedHashSet<>();
        implicated.add("#medicine");
        if (recommendation.status() == Status.RECOMMENDED) {
            implicated.add(sheet.url(Requests.MEDICINE, item.id()));
        }
        sheet.entries(grounds).stream()
                .map(FhirJson::resource)
                .filter(Objects::nonNull)
                .forEach(implicated::add);
        json.references("implicated", implicated);
        json.array("evidence", findings(grounds), this::evidence);
        json.text("detail", grounds.stream().map(sheet.wording()::say).collect(Collectors.joining(" ")));
        json.text("reference", address(grounds));
        json.array(
                "mitigation",
                mitigations(grounds),
                text -> json.object(() -> json.object("action", () -> json.text("text", text))));
    }

    /** A danger to this person weighs more than a closed gate or a missing licence. */
    private static String severity(Recommendation recommendation, List<Reason> grounds) {
        if (recommendation.status() != Status.WITHHELD) {
            return "moderate";
        }
        return grounds.stream().anyMatch(reason -> ACT_CODES.containsKey(reason.pattern())) ? "high" : "low";
    }

    private void code(List<Reason> grounds) throws IOException {
        String pattern = grounds.get(0).pattern();
        String act = ACT_CODES.get(pattern);
        json.object(
                "code",
                () -> json.array(
                        "coding",
                        act == null ? List.of(pattern) : List.of(act, pattern),
                        code -> json.coding(
                                code.equals(pattern) ? Names.REASON : Names.HL7_ACT,
                                code.substring(code.indexOf('.') + 1),
                                null)));
    }

    private List<String> findings(List<Reason> grounds) {
        return grounds.stream()
                .flatMap(reason -> reason.findings().stream())
                .filter(finding -> sheet.findingName(finding) != null)
                .distinct()
                .toList();
    }

    private void evidence(String finding) throws IOException {
        json.object(() -> {
            json.concepts("code", Names.FINDING, finding, sheet.findingName(finding));
            json.entries("detail", sheet.evidence(finding));
        });
    }

    private List<String> mitigations(List<Reason> grounds) {
        return grounds.stream()
                .map(Reason::advice)
                .filter(Objects::nonNull)
                .map((LocalizedText advice) -> sheet.wording().say(advice))
                .distinct()
                .toList();
    }

    /** The address of the first source that has one. */
    private @Nullable String address(List<Reason> grounds) {
        return grounds.stream()
                .flatMap(reason -> reason.sources().citations().stream())
                .map(citations::get)
                .filter(Objects::nonNull)
                .map(Citation::url)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
