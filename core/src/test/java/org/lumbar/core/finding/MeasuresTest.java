package org.lumbar.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lumbar.core.CoreFixtures.TODAY;
import static org.lumbar.core.CoreFixtures.daysAgo;
import static org.lumbar.core.CoreFixtures.icd;
import static org.lumbar.core.CoreFixtures.loinc;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.MeasureFixture.measure;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.MeasureFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.knowledge.Measure.SameDay;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Bound;
import org.lumbar.core.record.Entry.Value;
import org.lumbar.core.record.Entry.Value.Quantity;
import org.lumbar.core.record.PatientRecord.ReadingNote;
import org.lumbar.core.record.Span;
import org.lumbar.core.record.UnusableRecord;

/** Numbers out of observations and answers: units, bounds, plausibility, age, and which of several counts. */
class MeasuresTest {

    @Test
    void convertUnitsWhateverTheirCase() {
        MeasureFixture warmth = measure("m").alsoIn("F", 0.5, -10);
        assertThat(read(warmth, quantity(40, "u"))).isEqualTo(Interval.exactly(40));
        assertThat(read(warmth, quantity(40, "U"))).isEqualTo(Interval.exactly(40));
        assertThat(read(warmth, quantity(40, "f"))).isEqualTo(Interval.exactly(10)); // 40 × 0.5 - 10
        assertThat(read(warmth, quantity(40, "x"))).isNull();
        assertThat(notes(warmth, quantity(40, "x")))
                .containsExactly(new ReadingNote("Observation/1", "note.unit-unknown", "x"));
    }

    @Test
    void useANumberWithoutUnitOnlyWhereItsMeaningIsClear() {
        assertThat(read(measure("m").defaultUnit("u"), quantity(40, null))).isEqualTo(Interval.exactly(40));
        assertThat(read(measure("m"), quantity(40, null))).isNull();
        assertThat(notes(measure("m"), quantity(40, null)))
                .containsExactly(new ReadingNote("Observation/1", "note.unit-missing", "40.0"));
    }

    @ParameterizedTest
    @EnumSource
    void keepABoundAsItWasWritten(Bound bound) {
        Interval expected = switch (bound) {
            case EXACT -> new Interval(40, 40);
            case BELOW, AT_MOST -> new Interval(Double.NEGATIVE_INFINITY, 40);
            case AT_LEAST, ABOVE -> new Interval(40, Double.POSITIVE_INFINITY);
        };
        assertThat(read(measure("m"), new Quantity(40, bound, "u"))).isEqualTo(expected);
    }

    @Test
    void reportAndIgnoreWhatIsNotPlausible() {
        for (double number : new double[] {0, 100}) {
            assertThat(read(measure("m"), quantity(number, "u"))).isEqualTo(Interval.exactly(number));
        }
        assertThat(read(measure("m"), quantity(-1, "u"))).isNull();
        assertThat(notes(measure("m"), quantity(-1, "u")))
                .containsExactly(new ReadingNote("Observation/1", "note.implausible", "-1 u"));
        assertThat(notes(measure("m"), quantity(100.5, "u")))
                .containsExactly(new ReadingNote("Observation/1", "note.implausible", "100.5 u"));
        assertThat(notes(measure("m"), quantity(1e15, "u")).get(0).detail()).isEqualTo("1.0E15 u");
        assertThat(read(measure("m"), new Quantity(200, Bound.BELOW, "u"))).isNull();
        assertThat(read(measure("m"), new Quantity(-5, Bound.ABOVE, "u"))).isNull();
    }

    @Test
    void refuseAScoreOutsideItsScale() {
        assertThat(read(measure("m").scale(), quantity(100, "u"))).isEqualTo(Interval.exactly(100));
        for (double number : new double[] {-1, 101}) {
            assertThatThrownBy(() -> read(measure("m").scale(), quantity(number, "u")))
                    .isInstanceOf(UnusableRecord.class)
                    .hasMessage("Observation/1: m is " + (int) number
                            + ", outside 0 to 100 u; correct the value or remove the entry");
        }
    }

    @Test
    void ageAndAreNotUsedAfterThat() {
        MeasureFixture fresh = measure("m").validDays(30);
        assertThat(read(fresh, quantity(40, "u"), daysAgo(30))).isNotNull();
        assertThat(read(fresh, quantity(40, "u"), daysAgo(31))).isNull();
        assertThat(read(fresh, quantity(40, "u"), new Span(TODAY.minusDays(60), TODAY.minusDays(30))))
                .isNotNull();
        assertThat(read(measure("m"), quantity(40, "u"), daysAgo(5000))).isNotNull();
        assertThat(notes(fresh, quantity(-1, "u"), daysAgo(31))).isEmpty();
    }

    /** Nobody knows how old it is, so it may be worse by now: it alarms, but does not reassure. */
    @Test
    void withoutADayDoNotReassureWhereTheyGoStale() {
        MeasureFixture stale = measure("m").validDays(30);
        assertThat(read(stale.sameDay(SameDay.LOWEST), quantity(40, "u"), null))
                .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, 40));
        assertThat(read(stale.sameDay(SameDay.HIGHEST), quantity(40, "u"), null))
                .isEqualTo(new Interval(40, Double.POSITIVE_INFINITY));
        assertThat(read(stale.sameDay(SameDay.LOWEST), new Quantity(60, Bound.ABOVE, "u"), null))
                .isNull();
        assertThat(read(stale.sameDay(SameDay.NEWEST), quantity(40, "u"), null)).isNull();
        assertThat(notes(stale, quantity(40, "u"), null))
                .containsExactly(new ReadingNote("Observation/1", "note.undated", "40 u"));
        assertThat(read(measure("m"), quantity(40, "u"), null)).isEqualTo(Interval.exactly(40));
        assertThat(notes(measure("m"), quantity(40, "u"), null)).isEmpty();
    }

    @Test
    void withADayOrAnAnswerMakeThoseWithoutADayNeedless() {
        MeasureFixture stale = measure("m").validDays(30).sameDay(SameDay.LOWEST);
        PersonFixture dated = person().measured(loinc("m"), 40, null).measured(loinc("m"), 50, daysAgo(3));
        Findings found = knowledge().measure(stale).findings(dated);
        assertThat(found.measures()).containsEntry("m", Interval.exactly(50));
        assertThat(found.notes()).isEmpty();
        for (double answer : new double[] {30, 50}) {
            PersonFixture answered = person().measured(loinc("m"), 40, null).answers("m", answer);
            assertThat(knowledge().measure(stale).findings(answered).measures())
                    .containsEntry("m", Interval.exactly(Math.min(40, answer)));
        }
    }

    @Test
    void ofTheNewestDayCount() {
        PersonFixture person = person().measured(loinc("m"), 1, daysAgo(9))
                .measured(loinc("m"), 2, daysAgo(3))
                .measured(loinc("m"), 3, daysAgo(5))
                .measured(loinc("m"), 4, null);
        for (SameDay rule : SameDay.values()) {
            Findings found = knowledge().measure(measure("m").sameDay(rule)).findings(person);
            assertThat(found.measures()).containsOnlyKeys("m").containsEntry("m", Interval.exactly(2));
            assertThat(found.measureEvidence()).containsEntry("m", "Observation/2");
        }
    }

    @Test
    void ofOneDayCountAsTheKnowledgeSays() {
        for (int[] order : new int[][] {{5, 3, 7, 4}, {4, 7, 3, 5}, {3, 7, 4, 4}}) {
            PersonFixture person = person();
            for (int number : order) {
                person.measured(loinc("m"), number, daysAgo(3));
            }
            assertThat(sameDay(SameDay.NEWEST, person)).isEqualTo(Interval.exactly(order[3]));
            assertThat(sameDay(SameDay.LOWEST, person)).isEqualTo(Interval.exactly(3));
            assertThat(sameDay(SameDay.HIGHEST, person)).isEqualTo(Interval.exactly(7));
        }
    }

    /** Of two equal values the first is the evidence. */
    @Test
    void ofEqualWorthNameTheFirst() {
        PersonFixture person = person().measured(loinc("m"), 3, daysAgo(3)).measured(loinc("m"), 3, daysAgo(3));
        for (SameDay rule : SameDay.values()) {
            assertThat(knowledge()
                            .measure(measure("m").sameDay(rule))
                            .findings(person)
                            .measureEvidence())
                    .containsEntry("m", rule == SameDay.NEWEST ? "Observation/2" : "Observation/1");
        }
    }

    private static @Nullable Interval sameDay(SameDay rule, PersonFixture person) {
        return knowledge()
                .measure(measure("m").sameDay(rule))
                .findings(person)
                .measures()
                .get("m");
    }

    @Test
    void growWithTheDaysSinceTheyWereTaken() {
        MeasureFixture growing = measure("m").growsPerDay(0.5);
        assertThat(read(growing, quantity(40, "u"), daysAgo(10))).isEqualTo(Interval.exactly(45));
        assertThat(read(growing, quantity(40, "u"), new Span(TODAY.minusDays(20), TODAY.minusDays(10))))
                .isEqualTo(new Interval(45, 50));
        assertThat(read(growing, quantity(40, "u"), new Span(TODAY.minusDays(2), TODAY.plusDays(2))))
                .isEqualTo(new Interval(40, 41));
        assertThat(read(growing, quantity(40, "u"), null)).isEqualTo(new Interval(40, Double.POSITIVE_INFINITY));
        assertThat(read(growing, quantity(95, "u"), daysAgo(10))).isEqualTo(Interval.exactly(100));
        assertThat(read(growing, quantity(96, "u"), daysAgo(10))).isNull();
    }

    @Test
    void comeFromTheirOwnCodesAndFromNumbersOnly() {
        assertThat(knowledge()
                        .measure(measure("m"))
                        .findings(person().measured(loinc("other"), 1, null)
                                .measured(icd("m"), 1, null)
                                .measured(loinc("m"), new Value.Text("1 u"), null))
                        .measures())
                .isEmpty();
        Entry.Observation coded = new Entry.Observation(
                "o", new Entry.Concept(List.of(icd("m"), loinc("x"), loinc("m")), null), null, quantity(1, "u"));
        assertThat(knowledge()
                        .measure(measure("m"))
                        .findings(person().with(coded))
                        .measures())
                .containsEntry("m", Interval.exactly(1));
    }

    @Test
    void areAnsweredWithinTheirBounds() {
        for (double number : new double[] {0, 50, 100}) {
            assertThat(answered(number)).isEqualTo(Interval.exactly(number));
        }
        for (double number : new double[] {-1, 101}) {
            assertThatThrownBy(() -> answered(number))
                    .isInstanceOf(UnusableRecord.class)
                    .hasMessageContaining("Answer/1: m is " + (int) number + ", outside 0 to 100 u");
        }
        assertThatThrownBy(() -> knowledge().measure(measure("m")).findings(person().has("m")))
                .isInstanceOf(UnusableRecord.class)
                .hasMessageContaining("expected a number");
    }

    private static @Nullable Interval answered(double number) {
        return knowledge()
                .measure(measure("m"))
                .findings(person().answers("m", number))
                .measures()
                .get("m");
    }

    /** Wherever it stands in the record, an answer is what the person says now. */
    @Test
    void areTakenFromAnAnswerRatherThanAnObservation() {
        PersonFixture first = person().answers("m", 8).measured(loinc("m"), 3, daysAgo(0));
        PersonFixture last = person().measured(loinc("m"), 3, daysAgo(0)).answers("m", 8);
        for (PersonFixture person : List.of(first, last)) {
            Findings found = knowledge().measure(measure("m")).findings(person);
            assertThat(found.measures()).containsEntry("m", Interval.exactly(8));
            assertThat(found.measureEvidence().get("m")).startsWith("Answer");
        }
    }

    /** A laboratory value cannot be talked away: where one direction is dangerous, the more dangerous number counts. */
    @Test
    void areTheMoreDangerousOfAnAnswerAndAnObservation() {
        for (SameDay rule : SameDay.values()) {
            for (int observed = 1; observed <= 3; observed++) {
                for (int answer = 1; answer <= 3; answer++) {
                    double expected = switch (rule) {
                        case NEWEST -> answer;
                        case LOWEST -> Math.min(observed, answer);
                        case HIGHEST -> Math.max(observed, answer);
                    };
                    Findings found = knowledge()
                            .measure(measure("m").sameDay(rule))
                            .findings(person().answers("m", answer).measured(loinc("m"), observed, daysAgo(3)));
                    assertThat(found.measures()).containsEntry("m", Interval.exactly(expected));
                    String note = expected == answer ? "note.answered-otherwise" : "note.answer-not-used";
                    assertThat(found.notes())
                            .isEqualTo(
                                    observed == answer
                                            ? List.of()
                                            : List.of(new ReadingNote("Observation/2", note, observed + " u")));
                }
            }
        }
    }

    @Test
    void reportAnObservationThatAnAnswerContradicts() {
        MeasureFixture one = measure("m");
        PersonFixture differs = person().answers("m", 8).measured(loinc("m"), 3.5, daysAgo(1));
        assertThat(knowledge().measure(one).findings(differs).notes())
                .containsExactly(new ReadingNote("Observation/2", "note.answered-otherwise", "3.5 u"));
        for (double number : new double[] {7, 9}) {
            PersonFixture agrees = person().answers("m", 8).measured(loinc("m"), 8, daysAgo(1));
            assertThat(knowledge().measure(one).findings(agrees).notes()).isEmpty();
            for (Bound bound : new Bound[] {Bound.BELOW, Bound.ABOVE}) {
                PersonFixture bounded =
                        person().answers("m", 8).measured(loinc("m"), new Quantity(number, bound, "u"), daysAgo(1));
                boolean contradicts = (bound == Bound.BELOW) == number < 8;
                assertThat(knowledge().measure(one).findings(bounded).notes()).hasSize(contradicts ? 1 : 0);
            }
        }
    }

    private static Quantity quantity(double number, @Nullable String unit) {
        return new Quantity(number, Bound.EXACT, unit);
    }

    private static @Nullable Interval read(MeasureFixture measure, Value value) {
        return read(measure, value, daysAgo(1));
    }

    private static @Nullable Interval read(MeasureFixture measure, Value value, @Nullable Span taken) {
        return knowledge()
                .measure(measure)
                .findings(person().measured(loinc("m"), value, taken))
                .measures()
                .get("m");
    }

    private static List<ReadingNote> notes(MeasureFixture measure, Value value) {
        return notes(measure, value, daysAgo(1));
    }

    private static List<ReadingNote> notes(MeasureFixture measure, Value value, @Nullable Span taken) {
        return knowledge()
                .measure(measure)
                .findings(person().measured(loinc("m"), value, taken))
                .notes();
    }
}
