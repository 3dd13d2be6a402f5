package org.lumbar.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lumbar.core.CoreFixtures.TODAY;
import static org.lumbar.core.CoreFixtures.atLeast;
import static org.lumbar.core.CoreFixtures.codes;
import static org.lumbar.core.CoreFixtures.daysAgo;
import static org.lumbar.core.CoreFixtures.icd;
import static org.lumbar.core.CoreFixtures.loinc;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.KnowledgeFixture.bare;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.MeasureFixture.measure;
import static org.lumbar.core.PersonFixture.person;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Entry.Activity;
import org.lumbar.core.record.Entry.Bound;
import org.lumbar.core.record.Entry.Certainty;
import org.lumbar.core.record.Entry.Value;
import org.lumbar.core.record.PatientRecord.ReadingNote;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;

/** Numbers that nobody measured: age, day of the episode, and renal function out of creatinine. */
class PersonalNumbersTest {

    /** Round made-up coefficients, so that the expected values are easy to work out. */
    private static final Map<String, Double> ROUND = Map.of(
            "constant", 100.0,
            "kappa-female", 1.0,
            "kappa-male", 2.0,
            "alpha-female", -1.0,
            "alpha-male", -2.0,
            "max-exponent", -0.5,
            "age-base", 0.5,
            "female-factor", 3.0,
            "min-age", 18.0);

    @Test
    void ageIsCountedInCompletedYears() {
        assertThat(age(Span.day(LocalDate.of(1976, 6, 15)))).isEqualTo(Interval.exactly(50));
        assertThat(age(Span.day(LocalDate.of(1976, 6, 16)))).isEqualTo(Interval.exactly(49));
        assertThat(age(Span.year(1976))).isEqualTo(new Interval(49, 50));
        assertThat(age(Span.year(2026))).isEqualTo(new Interval(0, 0));
        assertThat(age(Span.day(TODAY))).isEqualTo(Interval.exactly(0));
        assertThat(knowledge().findings(person()).measures()).isEmpty();
        assertThat(knowledge().findings(person().born(Span.year(1976))).measureEvidence())
                .containsEntry(Vocabulary.AGE, "Patient/p");
    }

    @Test
    void ageByBirthDateCountsAndAnAnswerThatDoesNotFitIsReported() {
        for (int answer : new int[] {49, 50, 51}) {
            Findings found = knowledge()
                    .measure(measure(Vocabulary.AGE))
                    .findings(person().born(Span.year(1976)).answers(Vocabulary.AGE, answer));
            assertThat(found.measures()).containsEntry(Vocabulary.AGE, new Interval(49, 50));
            assertThat(found.notes())
                    .isEqualTo(
                            answer == 51
                                    ? List.of(new ReadingNote("Answer/1", "note.age-by-birth-date", "51 u"))
                                    : List.of());
        }
    }

    private static @Nullable Interval age(Span birth) {
        return knowledge().findings(person().born(birth)).measures().get(Vocabulary.AGE);
    }

    @ParameterizedTest
    @EnumSource
    void sexIsTakenFromTheRecord(Sex sex) {
        KnowledgeFixture knowledge = bare().findings(Vocabulary.SEX_FEMALE, Vocabulary.SEX_MALE);
        assertThat(knowledge.state(Vocabulary.SEX_FEMALE, person().sex(sex)))
                .isEqualTo(sex == Sex.FEMALE ? Truth.TRUE : sex == Sex.MALE ? Truth.FALSE : Truth.UNKNOWN);
        assertThat(knowledge.state(Vocabulary.SEX_MALE, person().sex(sex)))
                .isEqualTo(sex == Sex.MALE ? Truth.TRUE : sex == Sex.FEMALE ? Truth.FALSE : Truth.UNKNOWN);
        assertThat(knowledge().findings(person().sex(sex)).conflicts()).isEmpty();
    }

    /** What lasts is not called new: of several diagnoses that still hold, the oldest dates the episode. */
    @Test
    void theEpisodeBeganWithTheOldestDiagnosisThatHolds() {
        assertThat(days(ache("X1", Activity.ACTIVE, daysAgo(40)))).isEqualTo(Interval.exactly(40));
        assertThat(days(ache("X1", Activity.ACTIVE, daysAgo(40))
                        .condition(icd("X2"), Activity.ACTIVE, Certainty.CONFIRMED, daysAgo(90), null)
                        .condition(icd("X3"), Activity.ACTIVE, Certainty.CONFIRMED, daysAgo(20), null)))
                .isEqualTo(Interval.exactly(90));
        assertThat(days(ache("X1", Activity.RESOLVED, daysAgo(400))
                        .condition(icd("X2"), Activity.ACTIVE, Certainty.CONFIRMED, daysAgo(9), null)))
                .isEqualTo(Interval.exactly(9));
        assertThat(days(ache("X1", Activity.ACTIVE, new Span(TODAY.minusDays(9), TODAY.plusDays(3)))))
                .isEqualTo(new Interval(0, 9));
    }

    @Test
    void theEpisodeHasNoDayWithoutAnOnsetOrByAnotherCondition() {
        assertThat(days(ache("X1", Activity.ACTIVE, null))).isNull();
        assertThat(days(person().condition(icd("Y1"), Activity.ACTIVE, Certainty.CONFIRMED, daysAgo(3), null)))
                .isNull();
        assertThat(days(person().condition(icd("X1"), Activity.ACTIVE, Certainty.CONFIRMED, null, daysAgo(3))))
                .isNull();
    }

    @Test
    void theDayOfTheEpisodeIsTheAnswerWhereThereIsOne() {
        assertThat(days(ache("X1", Activity.ACTIVE, daysAgo(40)).answers(Vocabulary.SYMPTOM_DAYS, 5)))
                .isEqualTo(Interval.exactly(5));
        assertThat(episodes().findings(ache("X1", Activity.ACTIVE, daysAgo(40))).measureEvidence())
                .containsEntry(Vocabulary.SYMPTOM_DAYS, "Condition/1");
    }

    private static PersonFixture ache(String code, Activity activity, @Nullable Span onset) {
        return person().condition(icd(code), activity, Certainty.CONFIRMED, onset, null);
    }

    private static KnowledgeFixture episodes() {
        return knowledge()
                .measure(measure(Vocabulary.SYMPTOM_DAYS).between(0, 1000))
                .finding(finding("other").by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "Y")))
                .finding(finding(Vocabulary.DIAGNOSED_PREFIX + "ache")
                        .by(new org.lumbar.core.FindingFixture.EvidenceFixture(
                                        Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "X"))
                                .ever()));
    }

    private static @Nullable Interval days(PersonFixture person) {
        return episodes().findings(person).measures().get(Vocabulary.SYMPTOM_DAYS);
    }

    /** By hand: 100 × min(Scr/κ, 1)^α × max(Scr/κ, 1)^-0.5 × 0.5^age, for women × 3. */
    @Test
    void renalFunctionFollowsTheFormula() {
        assertThat(RenalFunction.ckdEpi(1, 0, true, ROUND)).isEqualTo(300, within(1e-9));
        assertThat(RenalFunction.ckdEpi(0.5, 0, true, ROUND)).isEqualTo(600, within(1e-9)); // (1/2)^-1 = 2
        assertThat(RenalFunction.ckdEpi(4, 0, true, ROUND)).isEqualTo(150, within(1e-9)); // 4^-0.5 = 1/2
        assertThat(RenalFunction.ckdEpi(4, 2, true, ROUND)).isEqualTo(37.5, within(1e-9)); // 0.5^2 = 1/4
        assertThat(RenalFunction.ckdEpi(2, 0, false, ROUND)).isEqualTo(100, within(1e-9));
        assertThat(RenalFunction.ckdEpi(1, 0, false, ROUND)).isEqualTo(400, within(1e-9)); // (1/2)^-2 = 4
        assertThat(RenalFunction.ckdEpi(8, 1, false, ROUND)).isEqualTo(25, within(1e-9)); // 4^-0.5 × 1/2
    }

    @Test
    void renalFunctionNeedsCreatinineAndEveryCoefficient() {
        for (double creatinine : new double[] {0, -1, Double.NaN}) {
            assertThatThrownBy(() -> RenalFunction.ckdEpi(creatinine, 50, true, ROUND))
                    .hasMessageContaining("above 0");
        }
        Map<String, Double> incomplete = new HashMap<>(ROUND);
        incomplete.remove("age-base");
        assertThatThrownBy(() -> RenalFunction.ckdEpi(1, 50, true, incomplete)).hasMessageContaining("age-base");
    }

    @Test
    void renalFunctionIsEstimatedForAdultsWhoseSexAndAgeAreKnown() {
        PersonFixture adult = person().sex(Sex.FEMALE).born(born(20));
        // 100 × 4^-0.5 × 0.5^20 × 3
        double expected = 150 / Math.pow(2, 20);
        assertThat(renal(adult.measured(loinc(Vocabulary.CREATININE), 4, daysAgo(1))))
                .isEqualTo(Interval.exactly(expected));
        assertThat(renal(creatinine(person().sex(Sex.MALE).born(born(20)))))
                .isEqualTo(Interval.exactly(100 * Math.pow(2, -0.5) / Math.pow(2, 20)));
        assertThat(renal(creatinine(person().sex(Sex.FEMALE).born(born(18))))).isNotNull();
        assertThat(renal(creatinine(person().sex(Sex.FEMALE).born(born(17))))).isNull();
        assertThat(renal(creatinine(person().born(born(20))))).isNull();
        assertThat(renal(creatinine(person().sex(Sex.FEMALE)))).isNull();
        assertThat(renal(person().sex(Sex.FEMALE).born(born(20)))).isNull();
    }

    /** Of an uncertain age the oldest gives the lowest estimate. */
    @Test
    void renalFunctionOfAnUncertainAgeIsUncertain() {
        Interval estimate = renal(creatinine(person().sex(Sex.FEMALE).born(Span.year(2006))));
        assertThat(estimate).isEqualTo(new Interval(150 / Math.pow(2, 20), 150 / Math.pow(2, 19)));
        assertThat(renal(creatinine(person().sex(Sex.FEMALE).born(Span.year(2008)))))
                .isNull(); // 17 or 18
    }

    @Test
    void renalFunctionIsNotEstimatedFromABoundNorBesideAMeasuredOne() {
        PersonFixture bounded = person().sex(Sex.FEMALE)
                .born(born(20))
                .measured(loinc(Vocabulary.CREATININE), new Value.Quantity(4, Bound.BELOW, "u"), daysAgo(1));
        assertThat(renal(bounded)).isNull();
        PersonFixture measured =
                creatinine(person().sex(Sex.FEMALE).born(born(20))).measured(loinc(Vocabulary.EGFR), 55, daysAgo(400));
        assertThat(renal(measured)).isEqualTo(Interval.exactly(55));
        Findings found = kidneys().findings(creatinine(person().sex(Sex.FEMALE).born(born(20))));
        assertThat(found.measureEvidence()).containsEntry(Vocabulary.EGFR, "Observation/1");
        assertThat(knowledge()
                        .measure(measure(Vocabulary.CREATININE))
                        .findings(creatinine(person().sex(Sex.FEMALE).born(born(20))))
                        .measures())
                .doesNotContainKey(Vocabulary.EGFR);
    }

    @Test
    void rulesSeeTheseNumbers() {
        KnowledgeFixture knowledge = knowledge().finding(finding("old").presentWhen(atLeast(Vocabulary.AGE, 65)));
        assertThat(knowledge.state("old", person().born(born(65)))).isEqualTo(Truth.TRUE);
        assertThat(knowledge.state("old", person().born(born(64)))).isEqualTo(Truth.UNKNOWN);
    }

    private static Span born(int yearsAgo) {
        return Span.day(TODAY.minusYears(yearsAgo));
    }

    private static PersonFixture creatinine(PersonFixture person) {
        return person.measured(loinc(Vocabulary.CREATININE), 4, daysAgo(1));
    }

    private static KnowledgeFixture kidneys() {
        return knowledge()
                .measure(measure(Vocabulary.CREATININE))
                .measure(measure(Vocabulary.EGFR))
                .formula(Vocabulary.CKD_EPI_2021, ROUND);
    }

    private static @Nullable Interval renal(PersonFixture person) {
        return kidneys().findings(person).measures().get(Vocabulary.EGFR);
    }
}
