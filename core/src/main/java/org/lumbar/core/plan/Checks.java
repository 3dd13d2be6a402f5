package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.List;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.Reason.Word;
import org.lumbar.core.text.LocalizedText;

/** Tells what nobody could check, so that it never passes in silence. */
final class Checks {

    private final KnowledgeBase knowledge;
    private final Naming naming;

    Checks(KnowledgeBase knowledge, Naming naming) {
        this.knowledge = knowledge;
        this.naming = naming;
    }

    /** What could not be checked, and what the record contradicts itself about. */
    List<Reason> of(Findings findings) {
        List<Reason> checks = new ArrayList<>();
        if (findings.medicines().isEmpty()) {
            checks.add(check("check/no-medicines", "check.no-medicines", List.of(), List.of()));
        }
        for (Findings.CurrentMedicine medicine : findings.medicines()) {
            if (!medicine.resolved()) {
                checks.add(check(
                        "check/unknown-medicine",
                        "check.unknown-medicine",
                        List.of(Word.of("medicine", medicine.label())),
                        List.of(medicine.ref())));
            }
        }
        if (findings.allergensNamed()) {
            List<LocalizedText> allergens = texts(
                    findings.allergens().stream().map(Findings.Allergen::label).toList());
            checks.add(check(
                    "check/allergens",
                    "check.allergens",
                    List.of(new Word("allergens", allergens)),
                    findings.allergens().stream().map(Findings.Allergen::ref).toList()));
        }
        for (Findings.Conflict conflict : findings.conflicts()) {
            String id = knowledge.findings().get(conflict.finding()).id();
            boolean present = conflict.taken() == Truth.TRUE;
            checks.add(check(
                    "check/conflict/" + id,
                    present ? "check.conflict-present" : "check.conflict-absent",
                    List.of(
                            Word.of("finding", naming.name(id)),
                            new Word("present", texts(conflict.forPresent())),
                            new Word("absent", texts(conflict.forAbsent()))),
                    List.of(id)));
        }
        findings.notes()
                .forEach(note -> checks.add(check(
                        "check/" + note.textKey(),
                        note.textKey(),
                        List.of(Word.of("where", note.where()), Word.of("detail", note.detail())),
                        List.of(note.where()))));
        return checks;
    }

    private static List<LocalizedText> texts(List<String> values) {
        return values.stream().map(value -> new LocalizedText(value, value)).toList();
    }

    private static Reason check(String rule, String pattern, List<Word> words, List<String> findings) {
        return new Reason(rule, pattern, words, null, findings, null, Sources.NONE);
    }
}
