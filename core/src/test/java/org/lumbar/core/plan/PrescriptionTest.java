package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.ItemFixture.item;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Substance;
import org.lumbar.core.plan.DoseAdvice.IngredientDose;
import org.lumbar.core.plan.Prescription.Field;

/** What may be ordered, and how much a day that comes to. */
class PrescriptionTest {

    private static final Item PLAIN = item("plain").build();

    @Test
    void isBoundByTheCourseOfAProcedure() {
        Prescription.Limits limits = Prescription.limits(course(new Range(5, 12), 10, 3), null);
        assertThat(limits.fields())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Field.MINUTES,
                        new Range(5, 12),
                        Field.SESSIONS,
                        new Range(1, 10),
                        Field.PER_WEEK,
                        new Range(1, 3)));
        assertThat(limits.perDayMg()).isNull();
        assertThat(Prescription.limits(course(null, null, null), null).fields()).isEmpty();
        assertThat(Prescription.limits(course(new Range(0, 0.5), 1, 0), null).fields())
                .as("no session is shorter than a minute, and none at all is no course")
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Field.MINUTES, new Range(1, 1), Field.SESSIONS, new Range(1, 1)));
    }

    @Test
    void isBoundByTheDoseOfOneIngredient() {
        Prescription.Limits limits =
                Prescription.limits(PLAIN, dose(new Range(2, 4), 7, part(new Range(10, 50), 120.0)));
        assertThat(limits.fields().keySet()).containsExactlyInAnyOrder(Field.AMOUNT, Field.TIMES, Field.DAYS);
        assertThat(limits.fields().get(Field.AMOUNT).most()).isEqualTo(50);
        assertThat(limits.fields().get(Field.AMOUNT).least()).isPositive().isLessThan(1);
        assertThat(limits.fields().get(Field.TIMES))
                .as("more seldom is allowed")
                .isEqualTo(new Range(1, 4));
        assertThat(limits.fields().get(Field.DAYS)).isEqualTo(new Range(1, 7));
        assertThat(limits.perDayMg()).isEqualTo(120);
    }

    @Test
    void leavesTheAmountOpenWhereNoneOrSeveralAreStated() {
        for (DoseAdvice advice : List.of(
                dose(null, null, part(new Range(1, 2), 9.0), part(new Range(3, 4), 9.0)),
                dose(null, null, part(null, null)),
                dose(null, null, part(new Range(0, 0), null)))) {
            Prescription.Limits limits = Prescription.limits(PLAIN, advice);
            assertThat(limits.fields()).isEmpty();
            assertThat(limits.perDayMg()).isNull();
        }
    }

    @Test
    void comesToAnAmountADay() {
        IngredientDose ingredient = part(new Range(10, 50), 120.0);
        DoseAdvice alone = dose(new Range(1, 3), null, ingredient);
        assertThat(new Prescription(Map.of(Field.AMOUNT, 20.0, Field.TIMES, 2.0)).perDay(alone, ingredient))
                .isEqualTo(40);
        assertThat(new Prescription(Map.of(Field.TIMES, 2.0)).perDay(alone, ingredient))
                .as("the most in one dose")
                .isEqualTo(100);
        assertThat(new Prescription(Map.of(Field.AMOUNT, 20.0)).perDay(alone, ingredient))
                .as("the most in a day")
                .isEqualTo(120);
        assertThat(Prescription.NONE.perDay(alone, ingredient)).isEqualTo(120);
        IngredientDose unstated = part(null, null);
        assertThat(new Prescription(Map.of(Field.TIMES, 2.0)).perDay(dose(null, null, unstated), unstated))
                .isNull();
        DoseAdvice together = dose(new Range(1, 3), null, ingredient, part(new Range(1, 2), 6.0));
        assertThat(new Prescription(Map.of(Field.AMOUNT, 20.0, Field.TIMES, 2.0)).perDay(together, ingredient))
                .as("an amount of several ingredients says nothing of one")
                .isEqualTo(100);
    }

    @Test
    void knowsWhatWasWrittenDown() {
        assertThat(Prescription.NONE.isEmpty()).isTrue();
        Prescription some = new Prescription(Map.of(Field.DAYS, 6.6));
        assertThat(some.isEmpty()).isFalse();
        assertThat(some.whole(Field.DAYS)).isEqualTo(7);
        assertThat(some.whole(Field.TIMES)).isNull();
        assertThat(Arrays.stream(Field.values()).map(Field::id))
                .containsExactly("amount", "times", "days", "minutes", "sessions", "per-week");
    }

    private static Item course(@Nullable Range minutes, @Nullable Integer sessions, @Nullable Integer perWeek) {
        return item("procedure")
                .course(new Course(minutes, sessions, perWeek, null, null, List.of()))
                .build();
    }

    private static IngredientDose part(@Nullable Range perDose, @Nullable Double perDay) {
        return new IngredientDose(
                new Substance("zorpine", text("zorpine"), List.of(), List.of(), List.of(), List.of(), List.of()),
                perDose,
                perDay);
    }

    private static DoseAdvice dose(@Nullable Range times, @Nullable Integer days, IngredientDose... parts) {
        Dose dose = new Dose("mouth", null, List.of(), times, null, days, null, null, null, List.of(), List.of());
        return new DoseAdvice(dose, List.of(parts), List.of());
    }
}
