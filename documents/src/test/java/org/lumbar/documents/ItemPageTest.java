package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.knowledge.Citation;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.text.Language;

/** What is known of a treatment, as people read it. */
class ItemPageTest {

    private static final int WIDTH = 92;
    private static final TextOptions OPTIONS = new TextOptions(WIDTH, false, true);

    static Stream<Item> everyItem() {
        return KNOWLEDGE.items().stream();
    }

    @ParameterizedTest
    @MethodSource("everyItem")
    void keepsToItsWidthAndFillsEveryPlace(Item item) {
        for (Language language : Language.values()) {
            TextRules.hold(ItemPage.of(item, KNOWLEDGE, language, OPTIONS), WIDTH);
        }
    }

    @ParameterizedTest
    @MethodSource("everyItem")
    void writesEveryCitationOut(Item item) {
        String page = unwrapped(ItemPage.of(item, KNOWLEDGE, Language.EN, OPTIONS));
        for (Citation citation : KNOWLEDGE.citations()) {
            if (item.sources().citations().contains(citation.id())) {
                assertThat(page).contains(citation.id() + ": " + citation.cite().strip());
            }
        }
    }

    @Test
    void saysWhyAnItemIsRefused() {
        String page = page("vitamin-a", Language.EN);
        assertThat(page).contains("closed, never offered").contains("Why it is refused:");
    }

    @ParameterizedTest
    @MethodSource("everyItem")
    void tellsEachStepOfAnExerciseInOrder(Item item) {
        if (item.movement() != null) {
            for (Language language : Language.values()) {
                String page = unwrapped(ItemPage.of(item, KNOWLEDGE, language, OPTIONS));
                int number = 0;
                for (var step : item.movement().steps()) {
                    number++;
                    assertThat(page).contains(number + ". " + step.in(language));
                }
            }
        }
    }

    @Test
    void saysHowMuchOfAnExercise() {
        assertThat(page("knees-to-chest-tuck", Language.EN).replace('\u00a0', ' '))
                .contains("Dose: 5 times, on each side, 1–2 sets, 14 s each time, 10 s of them held");
        assertThat(page("knees-to-chest-tuck", Language.RU))
                .contains("Легче: Опускание согнутых коленей в стороны (knee-drops)");
        assertThat(page("neck-full-circles", Language.EN))
                .contains("Do instead:")
                .doesNotContain("When: • ");
    }

    @Test
    void listsTheStepsOfASession() {
        assertThat(page("lesson-session", Language.EN))
                .contains("1. Slow walking")
                .contains("(instead of full circles of the head)")
                .contains("(30 times; in turn with the next)");
        assertThat(page("massage-course", Language.RU)).contains("9. Вся спина, завершение");
    }

    @Test
    void groupsInteractionsByLevelWorstFirst() {
        String page = page("ibuprofen", Language.EN);
        assertThat(page.indexOf("Avoid together:")).isPositive().isLessThan(page.indexOf("Only with care together:"));
    }

    @Test
    void namesMedicinesRatherThanTheirCodes() {
        assertThat(page("diclofenac-oral", Language.EN)).contains("Cidofovir: ").doesNotContain("J05AB12");
        assertThat(page("diclofenac-oral", Language.RU)).contains("Цидофовир: ");
    }

    @Test
    void givesEachGuidelineInWords() {
        assertThat(page("ibuprofen", Language.EN)).contains("NG59: The guideline says it can be considered.");
        assertThat(page("ibuprofen", Language.RU)).contains("NG59: Рекомендации предлагают рассмотреть это.");
    }

    @Test
    void saysWhereAMedicineIsLicensed() {
        assertThat(page("methocarbamol", Language.EN)).contains("Russia: not licensed");
    }

    @Test
    void marksWhatWasNotVerified() {
        assertThat(page("ibuprofen", Language.EN)).contains("Not yet verified:");
    }

    @Test
    void listsEveryItemOnOneLineAPiece() {
        String list = ItemList.of(KNOWLEDGE, Language.EN, null, null, new TextOptions(120, false, false));
        TextRules.hold(list, 120);
        for (Item item : KNOWLEDGE.items()) {
            assertThat(list.lines().filter(line -> line.matches(" {2}" + item.id() + "[\\s\u00a0].*")))
                    .as(item.id())
                    .hasSize(1);
        }
    }

    @Test
    void listsOneCategoryOnly() {
        String list = ItemList.of(KNOWLEDGE, Language.RU, "vitamin", null, new TextOptions(100, false, false));
        assertThat(list).contains("vitamin-c").doesNotContain("ibuprofen");
    }

    @Test
    void listsOnlyWhatAStandardCanOffer() {
        TextOptions wide = new TextOptions(100, false, false);
        String guideline = ItemList.of(KNOWLEDGE, Language.EN, "medicine", Standard.GUIDELINE, wide);
        assertThat(guideline).contains("ibuprofen").doesNotContain("metamizole");
    }

    private static String page(String id, Language language) {
        Item item = KNOWLEDGE.items().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        return unwrapped(ItemPage.of(item, KNOWLEDGE, language, OPTIONS));
    }

    private static String unwrapped(String text) {
        return String.join(
                " ",
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    @Test
    void knowsEveryRouteUnitAndGrade() {
        List<String> missing = KNOWLEDGE.items().stream()
                .flatMap(item -> Stream.concat(
                        item.dose() == null
                                ? Stream.of()
                                : Stream.of("route." + item.dose().route()),
                        item.course() == null
                                ? Stream.of()
                                : item.course().parameters().stream()
                                        .filter(parameter -> parameter.unit() != null)
                                        .map(parameter -> "unit." + Regimen.key(parameter.unit()))))
                .filter(key -> !KNOWLEDGE.texts().containsKey(key))
                .distinct()
                .toList();
        assertThat(missing).isEmpty();
    }
}
