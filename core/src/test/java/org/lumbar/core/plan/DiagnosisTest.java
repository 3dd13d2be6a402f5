package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.codes;
import static org.lumbar.core.CoreFixtures.icd;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.snomed;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Activity;
import org.lumbar.core.record.Entry.Certainty;

/** What the patient has, as far as it is known. */
class DiagnosisTest {

    private final KnowledgeFixture knowledge = knowledge()
            .findings("b")
            .finding(finding("a").by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "Z99")))
            .finding(finding("diagnosed-ache")
                    .by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "X54"))
                    .by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10_CM, "Y54"))
                    .by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.SNOMED, "ache")))
            .finding(finding(Vocabulary.DIAGNOSIS_CONFIRMED).presentWhen(is("diagnosed-ache")))
            .syndrome(term("first", is("a"), "X1"))
            .syndrome(term("second", is("b"), null))
            .phase(term("early", is("a"), null))
            .phase(term("late", is("b"), null))
            .severity(term("mild", is("a"), null))
            .severity(term("severe", is("b"), null));

    @Test
    void takesTheFirstTermThatIsKnownToHold() {
        Diagnosis both = knowledge.plan(person().has("a").has("b")).diagnosis();
        assertThat(both.syndrome()).isEqualTo(term("first", is("a"), "X1"));
        assertThat(both.phase()).isEqualTo(term("early", is("a"), null));
        assertThat(both.severity()).isEqualTo(term("mild", is("a"), null));
        Diagnosis second = knowledge.plan(person().has("b")).diagnosis();
        assertThat(second.syndrome()).isEqualTo(term("second", is("b"), null));
        assertThat(second.phase()).isEqualTo(term("late", is("b"), null));
        assertThat(second.severity()).isEqualTo(term("severe", is("b"), null));
    }

    @Test
    void staysOpenWhileNothingIsKnown() {
        assertThat(knowledge.plan(person()).diagnosis()).isEqualTo(new Diagnosis(false, null, null, null, null));
    }

    @Test
    void takesTheCodeOfTheSyndromeUnlessOneIsOnRecord() {
        assertThat(knowledge.plan(person().has("a")).diagnosis().icd10()).isEqualTo("X1");
        assertThat(knowledge.plan(person().has("b")).diagnosis().icd10()).isNull();
        Diagnosis coded =
                knowledge.plan(person().has("a").condition(icd("X545"))).diagnosis();
        assertThat(coded.icd10()).isEqualTo("X54.5");
        assertThat(coded.confirmed()).isTrue();
        assertThat(knowledge
                        .plan(person().condition(new Coding(CodeSystem.ICD10_CM, "Y5450")))
                        .diagnosis()
                        .icd10())
                .isEqualTo("Y54.50");
    }

    @Test
    void takesNoCodeOfAnotherConditionOrAnotherSystem() {
        Diagnosis coded = knowledge
                .plan(person().condition(icd("Z99"))
                        .with(new Entry.Condition(
                                "Condition/two codes",
                                new Entry.Concept(List.of(snomed("ache"), icd("X541")), null),
                                Activity.ACTIVE,
                                Certainty.CONFIRMED,
                                null,
                                null)))
                .diagnosis();
        assertThat(coded.icd10()).isEqualTo("X54.1");
        assertThat(knowledge.plan(person().condition(snomed("ache"))).diagnosis())
                .isEqualTo(new Diagnosis(true, null, null, null, null));
    }

    private static DiagnosisTerm term(String id, Expression when, @Nullable String icd10) {
        return new DiagnosisTerm(id, text(id), text(id + " means"), when, icd10);
    }
}
