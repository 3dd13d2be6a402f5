package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.cli.CommandFixtures.example;
import static org.lumbar.cli.CommandFixtures.lumbar;
import static org.lumbar.cli.CommandFixtures.plan;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.cli.CommandFixtures.Answer;

/** How the command is called, and what it says when it is called wrongly. */
class UsageTest {

    private static final String PATIENT = example("acute-lumbago").toString();

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("plan?", new String[] {"plna", PATIENT}),
                Arguments.of("--standard?", new String[] {"plan", PATIENT, "--standrd", "guideline"}),
                Arguments.of("comprehensive, guideline", new String[] {"plan", PATIENT, "--standard", "best"}),
                Arguments.of("text, json, brief, fhir, pdf, ics", new String[] {"plan", PATIENT, "--format", "xml"}),
                Arguments.of("ISO 3166", new String[] {"plan", PATIENT, "--country", "UK"}),
                Arguments.of("YYYY-MM-DD", new String[] {"plan", PATIENT, "--date", "24.11.2026"}),
                Arguments.of("YYYY-MM-DD", new String[] {"plan", PATIENT, "--date", "2026-02-30"}),
                Arguments.of("en, ru", new String[] {"plan", PATIENT, "--lang", "de"}),
                Arguments.of("auto, always, never", new String[] {"plan", PATIENT, "--color", "red"}),
                Arguments.of("40 to 400", new String[] {"plan", PATIENT, "--width", "20"}),
                Arguments.of("40 to 400", new String[] {"plan", PATIENT, "--width", "wide"}),
                Arguments.of("FILE", new String[] {"plan"}),
                Arguments.of("--date needs", new String[] {"plan", PATIENT, "--date"}),
                Arguments.of("twice", new String[] {"plan", PATIENT, "--date", "2026-11-24", "--date", "2026-11-23"}),
                Arguments.of("second.json", new String[] {"plan", PATIENT, "second.json"}),
                Arguments.of("неизвестный параметр", new String[] {"plan", PATIENT, "--lang", "ru", "--speed"}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void isCorrectedInOneLine(String hint, String[] arguments) {
        Answer answer = lumbar(arguments);

        assertThat(answer.exit()).isEqualTo(Exit.USAGE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).startsWith("lumbar: ").contains(hint);
    }

    @Test
    void keepsAPdfOffTheTerminal() {
        Answer answer = CommandFixtures.lumbarOnTerminal("plan", PATIENT, "--format", "pdf");

        assertThat(answer.exit()).isEqualTo(Exit.USAGE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("-o plan.pdf");
    }

    @Test
    void isShownWhenNothingIsAsked() {
        assertThat(lumbar().exit()).isEqualTo(Exit.USAGE);
        assertThat(lumbar().err()).contains("lumbar plan examples/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "plan --help",
                "help plan",
                "knowledge --help",
                "knowledge check --help",
                "knowledge list --help",
                "knowledge show --help",
                "help",
                "generate-completion --help"
            })
    void isExplainedInBothLanguages(String command) {
        Answer english = lumbar(command.split(" "));
        Answer russian = lumbar((command + " --lang ru").split(" "));

        assertThat(english.exit()).isEqualTo(Exit.DONE);
        assertThat(english.out()).contains("Usage: lumbar").doesNotContainPattern("[а-яё]{3}");
        assertThat(english.err()).isEmpty();
        assertThat(russian.out()).contains("Вызов: lumbar").doesNotContain("Usage");
    }

    @Test
    void namesTheVersionOfTheKnowledge() {
        assertThat(lumbar("--version").out())
                .contains("lumbar ")
                .containsPattern("knowledge \\S+ .*sha256 [0-9a-f]{64}");
    }

    @Test
    void offersCompletion() {
        assertThat(lumbar("generate-completion").out()).contains("complete -F").contains("guideline");
    }

    @Test
    void takesTheCountryOfTheAddressUnlessToldOtherwise() {
        assertThat(Json.of(plan(example("acute-lumbago"), "--format", "json").out())
                        .at("country")
                        .text())
                .isEqualTo("GB");
        assertThat(Json.of(plan(example("acute-lumbago"), "--format", "json", "--country", "ru")
                                .out())
                        .at("country")
                        .text())
                .isEqualTo("RU");
    }

    @Test
    void planWithAnEditedKnowledgeFolderIsThatOfTheBuiltInOne() {
        String folder = CommandFixtures.PROJECT.resolve("knowledge").toString();

        assertThat(plan(example("polypharmacy"), "--format", "json", "--knowledge", folder))
                .isEqualTo(plan(example("polypharmacy"), "--format", "json"));
    }

    @Test
    void traceShowsWhereAProblemArose() {
        assertThat(plan(example("nobody"), "--trace").err())
                .contains("NoSuchFileException")
                .contains("\tat ");
        assertThat(plan(example("nobody")).err()).doesNotContain("\tat ");
    }
}
