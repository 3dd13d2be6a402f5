package org.lumbar.core.plan;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Verdicts;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.PatientRecord;

/** Words the diagnosis: the first syndrome, phase and severity that fit, and the code that a physician gave it. */
final class Diagnoser {

    private record CompiledTerm(DiagnosisTerm term, Condition when) {}

    private final Atoms atoms;
    private final int confirmed;
    private final List<CompiledTerm> syndromes;
    private final List<CompiledTerm> phases;
    private final List<CompiledTerm> severities;
    /** Findings that a diagnosis of the episode is. */
    private final int[] episodeDiagnoses;

    Diagnoser(KnowledgeBase knowledge, Atoms atoms) {
        this.atoms = atoms;
        this.confirmed = atoms.finding(Vocabulary.DIAGNOSIS_CONFIRMED);
        this.syndromes = compile(knowledge.syndromes());
        this.phases = compile(knowledge.phases());
        this.severities = compile(knowledge.severities());
        this.episodeDiagnoses = IntStream.range(0, atoms.findings())
                .filter(i -> knowledge.findings().get(i).id().startsWith(Vocabulary.DIAGNOSED_PREFIX))
                .toArray();
    }

    private List<CompiledTerm> compile(List<DiagnosisTerm> terms) {
        return terms.stream()
                .map(term -> new CompiledTerm(term, Condition.compile(term.when(), atoms)))
                .toList();
    }

    Diagnosis of(PatientRecord record, Case patient) {
        Verdicts state = patient.state();
        DiagnosisTerm syndrome = first(syndromes, state);
        String coded = codedDiagnosis(record, patient.findings());
        return new Diagnosis(
                patient.truths().isTrue(confirmed),
                syndrome,
                first(phases, state),
                first(severities, state),
                coded != null ? coded : syndrome == null ? null : syndrome.icd10());
    }

    private static @Nullable DiagnosisTerm first(List<CompiledTerm> terms, Verdicts state) {
        for (CompiledTerm term : terms) {
            if (state.holds(term.when())) {
                return term.term();
            }
        }
        return null;
    }

    /** The ICD-10 code of the first entry that established a diagnosis. */
    private @Nullable String codedDiagnosis(PatientRecord record, Findings findings) {
        for (Entry entry : record.entries()) {
            if (entry instanceof Entry.Condition condition && establishesDiagnosis(condition.ref(), findings)) {
                for (Coding coding : condition.concept().codings()) {
                    if (coding.system() == CodeSystem.ICD10 || coding.system() == CodeSystem.ICD10_CM) {
                        return coding.display();
                    }
                }
            }
        }
        return null;
    }

    private boolean establishesDiagnosis(String ref, Findings findings) {
        for (int finding : episodeDiagnoses) {
            if (findings.evidenceOf(finding).contains(ref)) {
                return true;
            }
        }
        return false;
    }
}
