package org.lumbar.server.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;
import org.lumbar.core.text.Language;

/** What the planner would make of a single fact, so that a form can say so before the fact is written down. */
final class Foresight {

    /** The finding whose presence means that nearly everything is withheld, as Lumbar is for adults. */
    static final String CHILD = "age-under-18";

    private final Planner planner;
    private final LocalDate today;

    Foresight(Planner planner, LocalDate today) {
        this.planner = planner;
        this.today = today;
    }

    /** True for somebody who is no adult yet. */
    boolean isChild(LocalDate born) {
        return says(CHILD, Span.day(born), List.of());
    }

    /** True for a code of ICD-10 that speaks of low back pain, or at least raises the question whether it is that. */
    boolean isOfBackPain(String icd10) {
        Entry.Concept concept = new Entry.Concept(List.of(new Coding(CodeSystem.ICD10, icd10.replace(".", ""))), null);
        Entry condition = new Entry.Condition(
                "Condition/1", concept, Entry.Activity.ACTIVE, Entry.Certainty.CONFIRMED, null, null);
        return says(Vocabulary.LOW_BACK_PAIN, null, List.of(condition));
    }

    private boolean says(String finding, @Nullable Span birth, List<Entry> entries) {
        PatientRecord record = new PatientRecord("", Sex.UNSTATED, birth, null, entries, List.of());
        PlanRequest request = new PlanRequest(today, Standard.COMPREHENSIVE, null, Language.EN);
        Findings findings = planner.plan(record, request).findings();
        KnowledgeBase knowledge = planner.knowledge();
        return IntStream.range(0, knowledge.findings().size())
                .filter(i -> knowledge.findings().get(i).id().equals(finding))
                .anyMatch(i ->
                        findings.state(i) == Truth.TRUE || findings.questioned().get(i));
    }
}
