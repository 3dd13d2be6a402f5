package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.knowledge.ExampleContent.error;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An umbrella that would decide anything itself is refused. */
class UmbrellaProblemsTest {

    private static final String UMBRELLA = "items/medicine/colours.yaml";

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
                "exclude        | [{when: green-skin}]",
                "caution        | [{when: green-skin}]",
                "indicated-when | green-skin",
                "classes        | [example-class]",
                "atc            | [Z09]",
                "gates          | [mirror]",
                "dose           | {route: oral}",
                "course         | {sessions-max: 3}",
            })
    void isReportedWhenItHasWhatOnlyATreatmentHas(String key, String value) {
        assertThat(example.append(UMBRELLA, key + ": " + value + "\n").problems())
                .contains(error(
                        UMBRELLA,
                        example.line(UMBRELLA, "review:") + 1,
                        "an item with members has no " + key + " of its own",
                        "Move it to the members."));
    }

    @Test
    void isReportedWhenItPromisesMoreThanItsMembers() {
        assertThat(example.replace(UMBRELLA, "comprehensive: none", "comprehensive: recommended")
                        .problems())
                .containsExactly(error(
                        UMBRELLA,
                        example.line(UMBRELLA, "offer:"),
                        "offers recommended in comprehensive, but the best of its members is none",
                        "Write comprehensive: none."));
    }

    @Test
    void isReportedWhenItStandsForAnotherUmbrella() {
        assertThat(example.replace(UMBRELLA, "[examplol-oral]", "[examplol-oral, colours]")
                        .problems())
                .containsExactly(error(
                        UMBRELLA,
                        example.line(UMBRELLA, "members:"),
                        "no single treatment has the id colours",
                        "Define it first, or correct the id."));
    }

    @Test
    void isReportedWhenItStandsForNothing() {
        assertThat(example.replace(UMBRELLA, "[examplol-oral]", "[]").problems())
                .containsExactly(error(
                        UMBRELLA,
                        example.line(UMBRELLA, "members:"),
                        "members is empty",
                        "Name the items that it stands for, or leave the key out."));
    }

    @Test
    void isReportedWhenSomethingChoosesIt() {
        assertThat(example.replace("choices.yaml", "guideline: [examplol-oral]", "guideline: [colours]")
                        .problems())
                .containsExactly(error(
                        "choices.yaml",
                        example.line("choices.yaml", "guideline: [examplol-oral]"),
                        "no single treatment has the id colours",
                        "Define it first, or correct the id."));
    }

    @Test
    void isReportedWhenItForgetsOneOfTheClassThatItIsNamedAfter() {
        assertThat(example.write("items/medicine/example-class.yaml", """
                                id: example-class
                                category: medicine
                                name: {en: dyes, ru: красители}
                                about: {en: "Dyes.", ru: "Красители."}
                                standard: both
                                members: [second]
                                cite: [EX-2026]
                                review: {last: 2026-11-22, next: 2027-11-22}
                                """)
                        .write("items/medicine/second.yaml", """
                                id: second
                                category: medicine
                                name: {en: second, ru: второй}
                                about: {en: "Another.", ru: "Другой."}
                                standard: both
                                cite: [EX-2026]
                                review: {last: 2026-11-22, next: 2027-11-22}
                                """)
                        .write(
                                "items/medicine/second.cases.yaml",
                                "- {name: never, given: {person: somebody}, expect: not-indicated}\n")
                        .write(
                                "items/medicine/example-class.cases.yaml",
                                "- {name: never, given: {person: somebody}, expect: not-indicated}\n")
                        .problems())
                .containsExactly(error(
                        "items/medicine/example-class.yaml",
                        6,
                        "members lack examplol-oral, which is of the class example-class",
                        "Add it to the members."));
    }
}
