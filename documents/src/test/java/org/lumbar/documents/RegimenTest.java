package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/** Doses and courses in words. */
class RegimenTest {

    private static final Regimen ENGLISH = new Regimen(new Words(KNOWLEDGE, Language.EN));
    private static final Regimen RUSSIAN = new Regimen(new Words(KNOWLEDGE, Language.RU));

    @Test
    void sayHowMuchHowOftenAndHowLong() {
        Dose dose = oral(new Range(2, 3), 8.0, 14, 7, ingredient("diclofenac", 50, 50));
        assertThat(ENGLISH.of(dose))
                .isEqualTo("50\u00a0mg by mouth 2–3 times a day, at least 8 hours apart; for at most 14 days, "
                        + "review after 7 days");
        assertThat(RUSSIAN.of(dose))
                .isEqualTo("внутрь по 50\u00a0мг 2–3 раза в день, промежуток не меньше 8 часов; не дольше 14 дней, "
                        + "оценка эффекта через 7 дней");
    }

    @Test
    void sayUpToWhenOnceIsEnough() {
        Dose dose = oral(new Range(1, 4), null, null, null, ingredient("paracetamol", 500, 1000));
        assertThat(ENGLISH.of(dose)).isEqualTo("500–1,000\u00a0mg by mouth up to 4 times a day");
    }

    @Test
    void sayNoReviewThatFallsOnTheLastDay() {
        Dose dose = oral(new Range(1, 1), null, 4, 4, ingredient("paracetamol", 500, 500));
        assertThat(ENGLISH.of(dose)).isEqualTo("500\u00a0mg by mouth once a day; for at most 4 days");
    }

    @Test
    void nameEachIngredientOfACombination() {
        Dose dose = oral(
                new Range(1, 2), null, 3, null, ingredient("paracetamol", 300, 300), ingredient("caffeine", 50, 50));
        assertThat(ENGLISH.of(dose))
                .isEqualTo(
                        "paracetamol 300\u00a0mg + caffeine 50\u00a0mg by mouth up to 2 times a day; for at most 3 days");
    }

    @Test
    void measureAGelInGrams() {
        Dose gel = new Dose(
                "cutaneous",
                null,
                List.of(new Dose.Ingredient("diclofenac", null)),
                new Range(2, 4),
                null,
                14,
                null,
                new LocalizedText("2–4 g of gel", "2–4 г геля"),
                16.0,
                List.of(),
                List.of());
        assertThat(ENGLISH.of(gel))
                .isEqualTo("2–4 g of gel, 2–4 times a day, at most 16\u00a0g a day; for at most 14 days");
    }

    @Test
    void sayHowAProcedureIsGiven() {
        Course massage = new Course(new Range(15, 20), 12, 3, 12, 4, List.of());
        assertThat(ENGLISH.of(massage))
                .isEqualTo("15–20 minutes, at most 3 times a week, at most 12 sessions, review after 4 sessions, "
                        + "at least 12 weeks before the next course");
        assertThat(RUSSIAN.of(massage))
                .isEqualTo(
                        "15–20 минут, не чаще 3 раз в неделю, не больше 12 процедур, оценка эффекта после 4 процедур, "
                                + "до следующего курса не меньше 12 недель");
    }

    @Test
    void writeASettingWithItsUnit() {
        Course.Parameter current =
                new Course.Parameter(null, new LocalizedText("current", "сила тока"), new Range(0, 0.2), "mA", null);
        assertThat(ENGLISH.of(current)).isEqualTo("Current: 0–0.2\u00a0mA");
        assertThat(RUSSIAN.of(current)).isEqualTo("Сила тока: 0–0,2\u00a0мА");
    }

    private static Dose.Ingredient ingredient(String substance, double least, double most) {
        return new Dose.Ingredient(substance, new Range(least, most));
    }

    private static Dose oral(
            Range times,
            @org.jspecify.annotations.Nullable Double hours,
            @org.jspecify.annotations.Nullable Integer longest,
            @org.jspecify.annotations.Nullable Integer review,
            Dose.Ingredient... ingredients) {
        return new Dose(
                "oral", null, List.of(ingredients), times, hours, longest, review, null, null, List.of(), List.of());
    }
}
