package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.knowledge.ExampleContent.error;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An id that leads nowhere is reported where it stands, with the one that was probably meant. */
class UnknownIdTest {

    private static final String ITEM = "items/medicine/examplol-oral.yaml";

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
                "finding     | items/medicine/examplol-oral.yaml | [green-skin, {all         | [gren-skin, {all         | gren-skin     | green-skin",
                "finding     | pathway.yaml         | findings: {green-skin: true}     | findings: {grean-skin: true}     | grean-skin    | green-skin",
                "finding     | personas.yaml        | present: [blue-skin]             | present: [blue-skim]             | blue-skim     | blue-skin",
                "measure     | items/medicine/examplol-oral.yaml | hue >= 200                  | hues >= 200                 | hues          | hue",
                "measure     | personas.yaml        | {hue: 210}                       | {hu: 210}                        | hu            | hue",
                "red flag    | pathway.yaml         | flags: [rf-purple-skin]          | flags: [rf-purpel-skin]          | rf-purpel-skin | rf-purple-skin",
                "single treatment | choices.yaml         | guideline: [examplol-oral]       | guideline: [examplol-orol]       | examplol-orol | examplol-oral",
                "single treatment | choices.yaml         | items: [examplol-oral]           | items: [exampol-oral]            | exampol-oral  | examplol-oral",
                "single treatment | formularies/XA.yaml  | item: examplol-oral              | item: examplol-orl               | examplol-orl  | examplol-oral",
                "class       | items/medicine/examplol-oral.yaml | classes: [example-class]    | classes: [exemple-class]    | exemple-class | example-class",
                "class       | items/medicine/examplol-oral.yaml | items: [examplol-oral], classes: [example-class] | classes: [example-clas]    | example-clas | example-class",
                "gate        | items/medicine/examplol-oral.yaml | gates: [mirror]             | gates: [mirrow]             | mirrow        | mirror",
                "citation    | items/medicine/examplol-oral.yaml | cite: [EX-2026]             | cite: [EX-2025]             | EX-2025       | EX-2026",
                "citation    | guidelines.yaml      | citations: [EX-2026]             | citations: [EX-2062]             | EX-2062       | EX-2026",
                "citation    | compatibility.yaml   | {en: \"One bath.\", ru: \"Одна ванна.\"}, cite: [EX-2026] | {en: \"One bath.\", ru: \"Одна ванна.\"}, cite: [EX-202] | EX-202 | EX-2026",
                "citation    | sessions/stretch.yaml | cite: [EX-2026]                 | cite: [EX2026]                   | EX2026        | EX-2026",
                "substance   | items/medicine/examplol-oral.yaml | {substance: examplol, per   | {substance: examplal, per   | examplal      | examplol",
                "substance   | items/medicine/examplol-oral.yaml | ingredients: [examplol]     | ingredients: [exampol]      | exampol       | examplol",
                "guideline   | items/medicine/examplol-oral.yaml | position: {EX: do-not-offer} | position: {EY: do-not-offer} | EY           | EX",
                "herb or food | classes/example-class.yaml | herb-food: [grape]        | herb-food: [grapes]              | grapes        | grape",
                "single treatment | compatibility.yaml | items: [examplol-oral], classes: [example-class] | items: [examplol-orl], classes: [example-class] | examplol-orl | examplol-oral",
                "class       | compatibility.yaml   | items: [examplol-oral], classes: [example-class] | items: [examplol-oral], classes: [exampel-class] | exampel-class | example-class",
                "procedure   | compatibility.yaml   | b: bath                          | b: bat                           | bat           | bath",
                "stage       | pathway.yaml         | next: first                      | next: firs                       | firs          | first",
                "person      | items/medicine/examplol-oral.cases.yaml | {person: somebody}    | {person: someboddy}   | someboddy     | somebody",
                "finding     | items/medicine/examplol-oral.cases.yaml | because: []           | because: [gren-skin]  | gren-skin     | green-skin",
            })
    void isReportedWhereItStandsWithTheNearestOne(
            String kind, String file, String text, String by, String id, String near) {
        ExampleContent.Change change = example.replace(file, text, by);
        assertThat(change.problems())
                .containsExactly(error(file, change.line(), "no " + kind + " has the id " + id, "Maybe " + near + "?"));
    }

    /** A note on what was not seen is read by people too, in both languages. */
    @Test
    void countsANoteWithoutRussianAsUnknown() {
        ExampleContent.Change change = example.replace("topics/colour.yaml", "[fading]", "[vanishing]");
        assertThat(change.problems())
                .containsExactly(error(
                        "topics/colour.yaml",
                        change.line(),
                        "“vanishing” has no Russian",
                        "Add it to unverified.yaml."));
    }

    @Test
    void isReportedWithoutAGuessWhenNothingIsNear() {
        assertThat(example.replace(ITEM, "gates: [mirror]", "gates: [window-cleaner]")
                        .problems())
                .containsExactly(error(
                        ITEM,
                        example.line(ITEM, "gates:"),
                        "no gate has the id window-cleaner",
                        "Define it first, or correct the id."));
    }

    @Test
    void isReportedOnItsOwnLineOfALongList() {
        assertThat(example.replace(ITEM, "gates: [mirror]", "gates: [mirror,\n  mirror,\n  miror]")
                        .problems())
                .containsExactly(
                        error(ITEM, example.line(ITEM, "gates:") + 2, "no gate has the id miror", "Maybe mirror?"));
    }

    @Test
    void isReportedForACodeList() {
        assertThat(example.replace("findings/example.yaml", "snomed-list: green-skin", "snomed-list: green-skim")
                        .problems())
                .containsExactly(error(
                        "findings/example.yaml",
                        example.line("findings/example.yaml", "snomed-list"),
                        "codes/snomed-wide.csv has no list green-skim",
                        "Maybe green-skin?"));
    }
}
