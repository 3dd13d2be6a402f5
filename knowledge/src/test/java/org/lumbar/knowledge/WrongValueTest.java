package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.knowledge.ExampleContent.error;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that cannot be meant is reported with what was expected. */
class WrongValueTest {

    private static final String ITEM = "items/medicine/examplol-oral.yaml";
    private static final String DIGITS = "Write digits with a point, without a unit.";

    @TempDir
    static Path folder;

    static ExampleContent example;

    @BeforeAll
    static void copy() {
        example = ExampleContent.copiedTo(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "standard: closed  | standard: close   | standard is close, expected one of both, comprehensive, check-only, emergency, closed | Maybe closed?",
                "comprehensive: none | comprehensive: optionl | comprehensive is optionl, expected one of recommended, optional, discretion, none | Maybe optional?",
                "grade: very-low   | grade: modrate    | grade is modrate, expected one of high, moderate, low, very-low, weak, none, guideline-against, guideline-conflict | Maybe moderate?",
                "EX: do-not-offer  | EX: dont-offer    | EX is dont-offer, expected one of recommend, consider, may-offer, second-line, no-recommendation, do-not-offer-routinely, do-not-offer, not-addressed | Maybe do-not-offer?",
                "route: oral       | route: mouth      | route is mouth, expected one of oral, im, iv, rectal, cutaneous, injection-local | Choose one of them.",
                "level: avoid      | level: avoided    | level is avoided, expected one of contraindicated, avoid, caution, monitor | Maybe avoid?",
                "needs-diagnosis: true | needs-diagnosis: yes | needs-diagnosis is yes, expected true or false | Write true or false.",
            })
    void isReportedWhenItIsNoWordOfTheList(String text, String by, String what, String advice) {
        ExampleContent.Change change = example.replace(ITEM, text, by);
        assertThat(change.problems()).containsExactly(error(ITEM, change.line(), what, advice));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mg-per-day: 75.5  | mg-per-day: 75 mg   | mg-per-day is 75 mg, expected a number | " + DIGITS,
                "mg-per-day: 75.5  | mg-per-day: 7e1     | mg-per-day is 7e1, expected a number | " + DIGITS,
                "mg-per-day: 75.5  | mg-per-day: '75,5'  | mg-per-day is 75,5, expected a number | " + DIGITS,
                "mg-per-day: 75.5  | mg-per-day: NaN     | mg-per-day is NaN, expected a number | " + DIGITS,
                "mg-per-day: 75.5  | mg-per-day: -75.5   | mg-per-day is -75.5, below 0 | Drop the sign.",
                "days-max: 14      | days-max: -14       | days-max is -14, below 0 | Drop the sign.",
                "days-max: 14      | days-max: 1.5       | days-max is 1.5, expected a whole number | Round it or change the unit.",
                "hours-between: 6  | hours-between: six  | hours-between is six, expected a number | " + DIGITS,
                "per-dose-mg: [25, 50] | per-dose-mg: [50, 25] | per-dose-mg goes from 50 down to 25 | Write the smaller number first.",
                "minutes: [5, 12]  | minutes: [5, many]  | minutes is many, expected a number | " + DIGITS,
                "minutes: [5, 12]  | minutes: [5, 8, 12] | minutes should be a range | Write [least, most].",
            })
    void isReportedWhenItIsNoSuchNumber(String text, String by, String what, String advice) {
        ExampleContent.Change change = example.replace(ITEM, text, by);
        assertThat(change.problems()).containsExactly(error(ITEM, change.line(), what, advice));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "last: 2026-11-22 | last: 22.11.2026 | last is 22.11.2026, expected a date | Write it as 2026-11-22.",
                "next: 2027-11-22 | next: 2027-02-30 | next is 2027-02-30, expected a date | Write it as 2026-11-22.",
                "next: 2027-11-22 | next: 2025-11-22 | the next review comes before the last one | Swap the dates or correct one.",
            })
    void isReportedWhenItIsNoSuchDate(String text, String by, String what, String advice) {
        assertThat(example.replace(ITEM, text, by).problems())
                .containsExactly(error(ITEM, example.line(ITEM, "\nreview:") + 1, what, advice));
    }

    @Test
    void isReportedWhenALanguageIsMissing() {
        assertThat(example.replace(ITEM, "{en: tablet, ru: таблетка}", "{en: tablet}")
                        .problems())
                .containsExactly(error(
                        ITEM, example.line(ITEM, "form:"), "form lacks ru", "Every text exists in both languages."));
    }

    @Test
    void isReportedWhenALanguageIsBlank() {
        assertThat(example.replace(ITEM, "{en: tablet, ru: таблетка}", "{en: '', ru: таблетка}")
                        .problems())
                .containsExactly(error(
                        ITEM, example.line(ITEM, "form:"), "form lacks en", "Every text exists in both languages."));
    }

    @Test
    void isReportedWhenALanguageIsUnknown() {
        assertThat(example.replace(ITEM, "ru: таблетка}", "ru: таблетка, de: Tablette}")
                        .problems())
                .containsExactly(error(
                        ITEM, example.line(ITEM, "form:"), "form has the language de", "Texts exist in en and ru."));
    }

    @Test
    void isReportedWhenARequiredKeyIsMissing() {
        assertThat(example.replace(ITEM, "about: {en: \"It colours.\", ru: \"Он красит.\"}\n", "")
                        .problems())
                .containsExactly(error(ITEM, 1, "needs about", "Add about: {en: …, ru: …}."));
    }

    @Test
    void isReportedWhenAClosedItemDoesNotSayWhy() {
        assertThat(example.replace(ITEM, "refused: {en: \"It stains.\", ru: \"Он пачкает.\"}\n", "")
                        .problems())
                .containsExactly(error(
                        ITEM,
                        example.line(ITEM, "standard:"),
                        "is closed without saying why",
                        "Add refused: {en: …, ru: …}."));
    }

    @Test
    void isReportedWhenAListStandsForASingleValue() {
        assertThat(example.replace(ITEM, "route: oral", "route: [oral]").problems())
                .containsExactly(error(
                        ITEM,
                        example.line(ITEM, "route:"),
                        "route should be a single value",
                        "Write it on one line after the colon."));
    }

    @Test
    void isReportedWhenASideOfAnInteractionIsEmpty() {
        assertThat(example.replace("interactions/example.yaml", "b: {atc: [Z06]}", "b: {}")
                        .problems())
                .containsExactly(
                        error(
                                "interactions/example.yaml",
                                3,
                                "needs b",
                                "Say who takes part: {items: […]}, {classes: […]}, {ingredients: […]}, {atc: […]} or {herb-food: […]}."));
    }
}
