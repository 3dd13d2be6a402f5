package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.DoseAdvice;

/** The numbers that a person is told are those for this person, and not only the sentence under them. */
class LoweredDosesTest {

    @ParameterizedTest
    @CsvSource({
        "paracetamol, weight-kg, 44, 500, 1, 4, 6, 2000",
        "paracetamol, weight-kg, 30, 450, 1, 4, 6, 1800",
        "paracetamol, egfr, 45, 500, 1, 4, 6, 2000",
        "paracetamol, egfr, 8, 500, 1, 3, 8, 1500",
        "tizanidine, egfr, 15, 2, 1, 1, , 2",
        "diclofenac-oral, egfr, 45, 50, 2, 2, , 100",
        "ibuprofen, egfr, 45, 200, 3, 3, 6, 600",
        "metamizole, weight-kg, 52, 500, 2, 3, 6, 1500",
        "meloxicam, age, 70, 7.5, 1, 1, , 7.5",
        "lornoxicam, egfr, 45, 4, 2, 3, , 12",
        "baclofen, age, 70, 10, 3, 3, , 30"
    })
    void areThoseForThisPerson(
            String item,
            String measure,
            double value,
            double most,
            double from,
            double to,
            @Nullable Double hours,
            double day) {
        Patients usual = Hosts.of(item, Standard.COMPREHENSIVE).orElseThrow();
        Patients patient = measure.equals("age") ? usual.aged((int) value) : usual.measured(measure, value);
        DoseAdvice advice =
                Hosts.of(Hosts.plan(patient, Standard.COMPREHENSIVE), item).dose();
        assertThat(advice).as("still offered").isNotNull();
        DoseAdvice.IngredientDose only = advice.ingredients().getFirst();
        assertThat(only.perDoseMg().most()).isEqualTo(most);
        assertThat(advice.dose().timesPerDay()).isEqualTo(new Range(from, to));
        assertThat(advice.dose().hoursBetween()).isEqualTo(hours);
        assertThat(only.perDayMaxMg()).isEqualTo(day);
        assertThat(advice.adjustments()).isNotEmpty();
    }

    /** What no tablet or measure holds is a sign that a ceiling was met by arithmetic and not by the sheet. */
    @ParameterizedTest
    @EnumSource
    void areNeverTheQuotientOfADay(Standard standard) {
        for (Patients host : Hosts.all(standard)) {
            Hosts.plan(host, standard).recommendations().stream()
                    .filter(one -> one.dose() != null)
                    .forEach(one -> assertThat(one.dose().ingredients())
                            .as(one.item().id())
                            .allMatch(part ->
                                    stated(one.item(), part) || part.perDoseMg().most() * 2 % 1 == 0));
        }
    }

    private static boolean stated(Item item, DoseAdvice.IngredientDose part) {
        return part.perDoseMg() == null
                || item.dose().ingredients().stream()
                        .anyMatch(own -> own.substance().equals(part.substance().id())
                                && own.perDoseMg().most() == part.perDoseMg().most());
    }

    @Test
    void areTheUsualOnesForAnyoneElse() {
        Patients usual =
                Hosts.of("paracetamol", Standard.COMPREHENSIVE).orElseThrow().aged(40);
        DoseAdvice advice = Hosts.of(
                        Hosts.plan(usual.measured("weight-kg", 80).measured("egfr", 95), Standard.COMPREHENSIVE),
                        "paracetamol")
                .dose();
        assertThat(advice.ingredients().getFirst().perDoseMg()).isEqualTo(new Range(500, 1000));
        assertThat(advice.ingredients().getFirst().perDayMaxMg()).isEqualTo(4000);
    }
}
