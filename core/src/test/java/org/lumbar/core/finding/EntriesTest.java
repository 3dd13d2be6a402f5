package org.lumbar.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lumbar.core.CoreFixtures.TODAY;
import static org.lumbar.core.CoreFixtures.atc;
import static org.lumbar.core.CoreFixtures.codes;
import static org.lumbar.core.CoreFixtures.daysAgo;
import static org.lumbar.core.CoreFixtures.icd;
import static org.lumbar.core.CoreFixtures.loinc;
import static org.lumbar.core.CoreFixtures.rxnorm;
import static org.lumbar.core.CoreFixtures.snomed;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.KnowledgeFixture.bare;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.MeasureFixture.measure;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.FindingFixture;
import org.lumbar.core.FindingFixture.EvidenceFixture;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.finding.Findings.Allergen;
import org.lumbar.core.finding.Findings.CurrentMedicine;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Activity;
import org.lumbar.core.record.Entry.Certainty;
import org.lumbar.core.record.Entry.Value;
import org.lumbar.core.record.PatientRecord.ReadingNote;
import org.lumbar.core.record.Span;
import org.lumbar.core.record.UnusableRecord;

/** What one entry of a record says: by its state, its certainty and its age. */
class EntriesTest {

    private static final Coding CODE = icd("A1");

    @Test
    void aConditionCountsWhileItHoldsAndForEverWhereTheKnowledgeSaysSo() {
        for (Activity activity : Activity.values()) {
            boolean current = List.of(Activity.ACTIVE, Activity.RECURRENCE, Activity.RELAPSE, Activity.UNSTATED)
                    .contains(activity);
            assertThat(state(byCondition(), activity, Certainty.CONFIRMED))
                    .as("%s", activity)
                    .isEqualTo(current ? Truth.TRUE : Truth.UNKNOWN);
            assertThat(state(byCondition().ever(), activity, Certainty.CONFIRMED))
                    .isEqualTo(Truth.TRUE);
        }
    }

    @Test
    void aConditionCountsInCertainStatesOnlyWhereTheKnowledgeNamesThem() {
        for (Activity activity : Activity.values()) {
            boolean named = activity == Activity.REMISSION || activity == Activity.RELAPSE;
            EvidenceFixture evidence = byCondition().only(Activity.REMISSION, Activity.RELAPSE);
            assertThat(state(evidence, activity, Certainty.CONFIRMED)).isEqualTo(named ? Truth.TRUE : Truth.UNKNOWN);
        }
    }

    @Test
    void aSuspectedConditionRaisesAQuestionAndDecidesNothing() {
        for (Certainty certainty : Certainty.values()) {
            boolean sure = certainty != Certainty.SUSPECTED;
            assertThat(state(byCondition(), Activity.ACTIVE, certainty)).isEqualTo(sure ? Truth.TRUE : Truth.UNKNOWN);
            assertThat(questioned(byCondition(), certainty)).isEqualTo(!sure);
            // Absence that is only suspected raises no question.
            assertThat(questioned(new EvidenceFixture(Effect.ABSENT, Source.CONDITION, code()), certainty))
                    .isFalse();
        }
    }

    @Test
    void aConditionThatMustBeConfirmedRaisesAQuestionUntilItIs() {
        for (Certainty certainty : Certainty.values()) {
            boolean confirmed = certainty == Certainty.CONFIRMED;
            assertThat(state(byCondition().confirmedOnly(), Activity.ACTIVE, certainty))
                    .isEqualTo(confirmed ? Truth.TRUE : Truth.UNKNOWN);
            assertThat(questioned(byCondition().confirmedOnly(), certainty)).isEqualTo(!confirmed);
        }
    }

    @Test
    void everyEffectDoesWhatItSays() {
        assertThat(state(new EvidenceFixture(Effect.PRESENT, Source.CONDITION, code())))
                .isEqualTo(Truth.TRUE);
        assertThat(state(new EvidenceFixture(Effect.ABSENT, Source.CONDITION, code())))
                .isEqualTo(Truth.FALSE);
        for (Effect effect : List.of(Effect.QUESTION, Effect.NOTHING)) {
            EvidenceFixture evidence = new EvidenceFixture(effect, Source.CONDITION, code());
            assertThat(state(evidence)).isEqualTo(Truth.UNKNOWN);
            assertThat(questioned(evidence, Certainty.CONFIRMED)).isEqualTo(effect == Effect.QUESTION);
        }
    }

    /** A window of thirty days: within it present; older nothing, or a question where the knowledge wants one. */
    @Test
    void aWindowCountsDaysFromTheOnsetOrElseFromTheRecord() {
        for (boolean olderIsQuestion : new boolean[] {false, true}) {
            for (int days : new int[] {0, 29, 30, 31, 400}) {
                EvidenceFixture evidence = byCondition().within(30);
                if (olderIsQuestion) {
                    evidence.olderIsQuestion();
                }
                KnowledgeFixture knowledge = knowledge().finding(finding("a").by(evidence));
                for (boolean byOnset : new boolean[] {false, true}) {
                    PersonFixture person = person().condition(
                                    CODE,
                                    Activity.ACTIVE,
                                    Certainty.CONFIRMED,
                                    byOnset ? daysAgo(days) : null,
                                    byOnset ? daysAgo(0) : daysAgo(days));
                    assertThat(knowledge.state("a", person)).isEqualTo(days <= 30 ? Truth.TRUE : Truth.UNKNOWN);
                    assertThat(knowledge.findings(person).questioned().get(2)).isEqualTo(days > 30 && olderIsQuestion);
                }
            }
        }
    }

    @Test
    void aWindowIsAQuestionWhereTheDateIsMissingOrTooVague() {
        assertThat(windowed(null)).isEqualTo("questioned");
        assertThat(windowed(new Span(TODAY.minusDays(31), TODAY.minusDays(30)))).isEqualTo("questioned");
        assertThat(windowed(new Span(TODAY.minusDays(30), TODAY.minusDays(1)))).isEqualTo("present");
        assertThat(windowed(new Span(TODAY.minusDays(40), TODAY.minusDays(31)))).isEqualTo("nothing");
    }

    private static String windowed(@Nullable Span onset) {
        KnowledgeFixture knowledge =
                knowledge().finding(finding("a").by(byCondition().within(30)));
        PersonFixture person = person().condition(CODE, Activity.ACTIVE, Certainty.CONFIRMED, onset, null);
        if (knowledge.state("a", person) == Truth.TRUE) {
            return "present";
        }
        return knowledge.findings(person).questioned().get(2) ? "questioned" : "nothing";
    }

    @Test
    void anAbsenceOutsideItsWindowIsNoQuestion() {
        KnowledgeFixture knowledge = knowledge()
                .finding(finding("a")
                        .by(new EvidenceFixture(Effect.ABSENT, Source.CONDITION, code())
                                .within(30)
                                .olderIsQuestion()));
        PersonFixture old = person().condition(CODE, Activity.ACTIVE, Certainty.CONFIRMED, daysAgo(31), null);
        assertThat(knowledge.findings(old).questioned().get(2)).isFalse();
        PersonFixture fresh = person().condition(CODE, Activity.ACTIVE, Certainty.CONFIRMED, daysAgo(30), null);
        assertThat(knowledge.state("a", fresh)).isEqualTo(Truth.FALSE);
    }

    @Test
    void severalEntriesAreAllEvidenceEachOnce() {
        KnowledgeFixture knowledge = knowledge().finding(finding("a").by(byCondition()));
        Entry.Condition twice = new Entry.Condition(
                "Condition/both",
                new Entry.Concept(List.of(icd("A11"), icd("A12")), null),
                Activity.ACTIVE,
                Certainty.CONFIRMED,
                null,
                null);
        Findings found = knowledge.findings(person().condition(CODE).with(twice));
        assertThat(found.evidenceOf(2)).containsExactly("Condition/1", "Condition/both");
    }

    @Test
    void anEventAndACodedObservationCountByTheirDateAndAnswer() {
        KnowledgeFixture knowledge = knowledge()
                .finding(finding("operated")
                        .by(new EvidenceFixture(Effect.PRESENT, Source.EVENT, codes(CodeSystem.SNOMED, "op"))
                                .within(30)))
                .finding(finding("expecting")
                        .by(new EvidenceFixture(Effect.PRESENT, Source.OBSERVATION, codes(CodeSystem.LOINC, "q"))
                                .answered("yes", "certainly")
                                .within(30)));
        assertThat(knowledge.state("operated", person().underwent(snomed("op"), daysAgo(30))))
                .isEqualTo(Truth.TRUE);
        assertThat(knowledge.state("operated", person().underwent(snomed("op"), daysAgo(31))))
                .isEqualTo(Truth.UNKNOWN);
        for (String answer : List.of("yes", "certainly", "no")) {
            Value value = new Value.Coded(List.of(snomed("other"), snomed(answer)));
            assertThat(knowledge.state("expecting", person().measured(loinc("q"), value, daysAgo(30))))
                    .isEqualTo(answer.equals("no") ? Truth.UNKNOWN : Truth.TRUE);
            assertThat(knowledge.state("expecting", person().measured(loinc("q"), value, daysAgo(31))))
                    .isEqualTo(Truth.UNKNOWN);
        }
        assertThat(knowledge.state("expecting", person().measured(loinc("q"), new Value.Text("yes"), daysAgo(1))))
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aMedicineCountsWhileItIsTakenByItsCodesAndThoseOfItsIngredients() {
        KnowledgeFixture knowledge = knowledge()
                .rxnorm("11", "zorpine")
                .atcOf("zorpine", "Z01", "Z02")
                .finding(finding("on-zorps")
                        .by(Effect.PRESENT, Source.MEDICINE, codes(CodeSystem.ATC, "Z02"))
                        .by(Effect.PRESENT, Source.MEDICINE, codes(CodeSystem.RXNORM, "12")));
        assertThat(knowledge.state("on-zorps", person().takes(atc("Z02A")))).isEqualTo(Truth.TRUE);
        assertThat(knowledge.state("on-zorps", person().takes(rxnorm("11")))).isEqualTo(Truth.TRUE);
        assertThat(knowledge.state("on-zorps", person().takes(rxnorm("12")))).isEqualTo(Truth.TRUE);
        // The route is known from the ATC code, so the ingredient's other codes say nothing.
        assertThat(knowledge.state("on-zorps", person().takes(atc("Z01"), rxnorm("11"))))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(knowledge.state("on-zorps", person().took(atc("Z02A"), daysAgo(1))))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(knowledge.state("on-zorps", person().took(atc("Z02A"), daysAgo(0))))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void aMedicineThatWasStoppedCountsWithinAWindow() {
        KnowledgeFixture knowledge = knowledge()
                .finding(finding("lately")
                        .by(new EvidenceFixture(Effect.PRESENT, Source.MEDICINE, codes(CodeSystem.ATC, "Z"))
                                .within(14)));
        assertThat(knowledge.state("lately", person().took(atc("Z1"), daysAgo(14))))
                .isEqualTo(Truth.TRUE);
        assertThat(knowledge.state("lately", person().took(atc("Z1"), daysAgo(15))))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(knowledge.state("lately", person().takes(atc("Z1")))).isEqualTo(Truth.TRUE);
    }

    @Test
    void aCurrentMedicineIsResolvedAsFarAsItsCodesAllow() {
        KnowledgeFixture knowledge = knowledge()
                .rxnorm("11", "zorpine", "quellin")
                .rxnorm("snomed:33", "quellin")
                .atcOf("zorpine", "Z01")
                .atcOf("quellin", "Q07")
                .ingredientsOfAtc("Z01", "zorpine");
        assertThat(knowledge.findings(person().takes(rxnorm("11"))).medicines())
                .containsExactly(new CurrentMedicine(
                        "Medicine/1", "zorpine + quellin", List.of("Z01", "Q07"), List.of("zorpine", "quellin")));
        assertThat(knowledge.findings(person().takes(snomed("33"))).medicines())
                .containsExactly(new CurrentMedicine("Medicine/1", "quellin", List.of("Q07"), List.of("quellin")));
        assertThat(knowledge.findings(person().takes(atc("Z01"))).medicines())
                .containsExactly(new CurrentMedicine("Medicine/1", "zorpine", List.of("Z01"), List.of("zorpine")));
        assertThat(knowledge.findings(person().takes(icd("A154"))).medicines())
                .containsExactly(new CurrentMedicine("Medicine/1", "A15.4", List.of(), List.of()))
                .noneMatch(CurrentMedicine::resolved);
        assertThat(knowledge.findings(person().takesSomethingCalled("tea")).medicines())
                .containsExactly(new CurrentMedicine("Medicine/1", "tea", List.of(), List.of()));
        assertThat(knowledge.findings(person().takes()).medicines())
                .containsExactly(new CurrentMedicine("Medicine/1", "?", List.of(), List.of()));
        assertThat(new CurrentMedicine("m", "m", List.of("A"), List.of()).resolved())
                .isTrue();
        assertThat(new CurrentMedicine("m", "m", List.of(), List.of("a")).resolved())
                .isTrue();
    }

    @Test
    void anAllergyIsNamedWhenItsSubstanceIsKnown() {
        KnowledgeFixture knowledge = knowledge()
                .rxnorm("11", "zorpine")
                .atcOf("zorpine", "Z01")
                .finding(finding("allergic")
                        .by(Effect.PRESENT, Source.ALLERGY, codes(CodeSystem.SNOMED, "drugs"))
                        .by(Effect.ABSENT, Source.ALLERGY, codes(CodeSystem.SNOMED, "none")));
        Findings named = knowledge.findings(person().allergicTo(rxnorm("11")));
        assertThat(named.allergens())
                .containsExactly(new Allergen("Allergy/1", "zorpine", List.of("Z01"), List.of("zorpine")));
        assertThat(named.unnamedAllergen()).isFalse();
        assertThat(named.allergensNamed()).isTrue();
        assertThat(knowledge.findings(person().allergicTo(atc("Y"))).allergensNamed())
                .isTrue();
        Findings coarse = knowledge.findings(person().allergicTo(snomed("drugs")));
        assertThat(coarse.allergens()).isEmpty();
        assertThat(coarse.unnamedAllergen()).isFalse();
        assertThat(coarse.allergensNamed()).isFalse();
        assertThat(coarse.state(2)).isEqualTo(Truth.TRUE);
        assertThat(knowledge.findings(person().allergicTo(snomed("?"))).unnamedAllergen())
                .isTrue();
        assertThat(knowledge
                        .findings(person().allergicTo(snomed("?")).allergicTo(rxnorm("11")))
                        .allergensNamed())
                .isFalse();
        assertThat(knowledge.state("allergic", person().allergicTo(snomed("none"))))
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void anAllergyThatIsNotCertainRaisesAQuestion() {
        KnowledgeFixture knowledge = knowledge()
                .rxnorm("11", "zorpine")
                .finding(finding("allergic").by(Effect.PRESENT, Source.ALLERGY, codes(CodeSystem.RXNORM, "11")))
                .finding(finding("free").by(Effect.ABSENT, Source.ALLERGY, codes(CodeSystem.RXNORM, "11")));
        for (Activity activity : Activity.values()) {
            for (Certainty certainty : Certainty.values()) {
                for (boolean intolerance : new boolean[] {false, true}) {
                    Findings found =
                            knowledge.findings(person().allergy(activity, certainty, intolerance, rxnorm("11")));
                    boolean counts = activity.current();
                    boolean certain = certainty != Certainty.SUSPECTED && !intolerance;
                    assertThat(found.state(2)).isEqualTo(counts && certain ? Truth.TRUE : Truth.UNKNOWN);
                    assertThat(found.questioned().get(2)).isEqualTo(counts && !certain);
                    assertThat(found.questioned().get(3)).isFalse();
                    assertThat(found.allergens()).hasSize(counts && certain ? 1 : 0);
                }
            }
        }
    }

    @Test
    void answersAreYesOrNoAndOfTwoTheDangerousOneCounts() {
        KnowledgeFixture knowledge = knowledge().findings("a");
        assertThat(bare().findings("first").state("first", person().has("first")))
                .isEqualTo(Truth.TRUE);
        assertThat(knowledge.state("a", person().has("a").hasNo("a"))).isEqualTo(Truth.TRUE);
        assertThat(knowledge.state("a", person().hasNo("a").has("a"))).isEqualTo(Truth.TRUE);
        assertThat(knowledge.findings(person().hasNo("a").has("a")).evidenceOf(2))
                .containsExactly("Answer/2");
        assertThat(knowledge.findings(person().has("a").hasNo("a")).evidenceOf(2))
                .containsExactly("Answer/1");
        assertThat(knowledge.findings(person().hasNo("a").hasNo("a")).evidenceOf(2))
                .containsExactly("Answer/1");
        assertThatThrownBy(() -> knowledge.findings(person().answers("a", new Value.Text("perhaps"))))
                .isInstanceOf(UnusableRecord.class)
                .hasMessageContaining("Answer/1")
                .hasMessageContaining("valueBoolean");
    }

    @Test
    void anAnswerToAQuestionThatNobodyKnowsIsReported() {
        assertThat(knowledge()
                        .findings(person().note("x", "y", "z").has("mystery"))
                        .notes())
                .containsExactly(
                        new ReadingNote("x", "y", "z"),
                        new ReadingNote("Answer/1", "note.unknown-question", "mystery"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingMayLieAfterTheDayOfThePlan(Source kind) {
        KnowledgeFixture knowledge = knowledge().measure(measure("m"));
        for (int days : new int[] {0, 1}) {
            Span day = Span.day(TODAY.plusDays(days));
            List<PersonFixture> people = switch (kind) {
                case CONDITION ->
                    List.of(
                            person().condition(CODE, Activity.ACTIVE, Certainty.CONFIRMED, day, null),
                            person().condition(CODE, Activity.ACTIVE, Certainty.CONFIRMED, null, day));
                case MEDICINE ->
                    List.of(person().with(new Entry.Medicine(
                            "Medicine/1", new Entry.Concept(List.of(CODE), null), day, null)));
                case EVENT -> List.of(person().underwent(CODE, day));
                case OBSERVATION -> List.of(person().measured(loinc("m"), 1, day));
                case ALLERGY -> List.of(person().born(day)); // an allergy has no date; a birth has
            };
            for (PersonFixture person : people) {
                if (days == 0) {
                    knowledge.findings(person);
                } else {
                    assertThatThrownBy(() -> knowledge.findings(person))
                            .isInstanceOf(UnusableRecord.class)
                            .hasMessageContaining("2026-06-16")
                            .hasMessageContaining("2026-06-15");
                }
            }
        }
        // As vague as "this year", it may still lie before.
        knowledge.findings(person().condition(CODE, Activity.ACTIVE, Certainty.CONFIRMED, Span.year(2026), null));
    }

    private static EvidenceFixture byCondition() {
        return new EvidenceFixture(Effect.PRESENT, Source.CONDITION, code());
    }

    private static org.lumbar.core.knowledge.FindingDefinition.CodeSet code() {
        return codes(CodeSystem.ICD10, "A1");
    }

    private static Truth state(EvidenceFixture evidence) {
        return state(evidence, Activity.ACTIVE, Certainty.CONFIRMED);
    }

    private static Truth state(EvidenceFixture evidence, Activity activity, Certainty certainty) {
        return knowledge()
                .finding(finding("a").by(evidence))
                .state("a", person().condition(CODE, activity, certainty, null, null));
    }

    private static boolean questioned(EvidenceFixture evidence, Certainty certainty) {
        FindingFixture finding = finding("a").by(evidence);
        return knowledge()
                .finding(finding)
                .findings(person().condition(CODE, Activity.ACTIVE, certainty, null, null))
                .questioned()
                .get(2);
    }
}
