package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.cli.CommandFixtures.EXAMPLES;
import static org.lumbar.cli.CommandFixtures.example;
import static org.lumbar.cli.CommandFixtures.plan;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.cli.CommandFixtures.Answer;

/** Every example in every form and language. */
class ExamplesTest {

    private static final int WIDTH = 72;

    static Stream<Arguments> inEveryLanguage() {
        return CommandFixtures.examples().stream()
                .flatMap(name -> Stream.of("en", "ru").map(language -> Arguments.of(name, language)));
    }

    static List<String> all() {
        return CommandFixtures.examples();
    }

    @ParameterizedTest
    @MethodSource("inEveryLanguage")
    void becomeTextThatFitsTheWidth(String name, String language) {
        Answer answer = plan(example(name), "--lang", language, "--width", String.valueOf(WIDTH));

        assertThat(answer.exit()).isEqualTo(Exit.DONE);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.lines()).hasSizeGreaterThan(5).allMatch(line -> line.length() <= WIDTH);
        assertThat(answer.out()).doesNotContain("\u001b[").doesNotContain("null");
        assertThat(answer.out().matches("(?s).*[а-яё]{4}.*")).isEqualTo(language.equals("ru") || ownWordsAreRussian(name));
    }

    /** What its record calls medicines is told as it stands. */
    private static boolean ownWordsAreRussian(String name) {
        return name.equals("russian-hospital");
    }

    @ParameterizedTest
    @MethodSource("inEveryLanguage")
    void becomeDetailsWithSources(String name, String language) {
        Answer answer = plan(example(name), "--details", "--lang", language, "--color", "always");

        assertThat(answer.exit()).isEqualTo(Exit.DONE);
        assertThat(answer.out()).contains("\u001b[");
    }

    @ParameterizedTest
    @MethodSource("inEveryLanguage")
    void becomeJsonWithOneStatusForEveryItem(String name, String language) {
        Answer answer = plan(example(name), "--format", "json", "--lang", language);

        assertThat(answer.exit()).isEqualTo(Exit.DONE);
        assertThat(answer.err()).isEmpty();
        Json plan = Json.of(answer.out());
        assertThat(plan.at("lumbar").text()).isEqualTo("1");
        assertThat(plan.at("date").text()).isEqualTo(CommandFixtures.DAY);
        assertThat(plan.at("language").text()).isEqualTo(language);
        assertThat(plan.at("standard").text()).isEqualTo("comprehensive");
        assertThat(plan.at("knowledge", "sha256").text()).matches("[0-9a-f]{64}");
        List<String> items = plan.at("recommendations")
                .items()
                .map(item -> item.at("item").text())
                .toList();
        assertThat(items).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(plan.at("recommendations")
                        .items()
                        .map(item -> item.at("status").text()))
                .isSubsetOf(
                        "recommended",
                        "optional",
                        "discretion",
                        "needs-information",
                        "withheld",
                        "not-indicated",
                        "refused");
    }

    @ParameterizedTest
    @MethodSource("all")
    void becomeOneBriefLineThatAgreesWithTheWholePlan(String name) {
        Answer answer = plan(example(name), "--format", "brief");

        assertThat(answer.exit()).isEqualTo(Exit.DONE);
        assertThat(answer.lines()).hasSize(1);
        Json brief = Json.of(answer.out());
        Json whole = Json.of(plan(example(name), "--format", "json").out());
        assertThat(brief.at("id")).isEqualTo(whole.at("patient", "id"));
        assertThat(brief.at("triage", "level")).isEqualTo(whole.at("triage", "level"));
        assertThat(brief.at("diagnosis")).isEqualTo(whole.at("diagnosis"));
        for (String status : List.of("recommended", "optional", "discretion", "needs-information", "withheld")) {
            List<String> ids = whole.at("recommendations")
                    .items()
                    .filter(item -> item.at("status").text().equals(status))
                    .map(item -> item.at("item").text())
                    .toList();
            assertThat(brief.at("items").has(status) ? brief.at("items", status).texts() : List.of())
                    .as(status)
                    .isEqualTo(ids);
        }
    }

    @ParameterizedTest
    @MethodSource("inEveryLanguage")
    void becomeABundle(String name, String language) {
        Answer answer = plan(example(name), "--format", "fhir", "--lang", language);

        assertThat(answer.exit()).isEqualTo(Exit.DONE);
        Json bundle = Json.of(answer.out());
        assertThat(bundle.at("resourceType").text()).isEqualTo("Bundle");
        assertThat(bundle.at("type").text()).isEqualTo("collection");
        assertThat(bundle.at("entry")
                        .items()
                        .map(entry -> entry.at("resource", "resourceType").text()))
                .contains("CarePlan", "Provenance");
    }

    @ParameterizedTest
    @MethodSource("all")
    void neverOfferMoreUnderTheGuidelineStandard(String name) {
        Json guideline = Json.of(plan(example(name), "--format", "brief", "--standard", "guideline")
                .out());

        assertThat(guideline.at("items").has("discretion")).isFalse();
        assertThat(guideline.at("triage"))
                .isEqualTo(
                        Json.of(plan(example(name), "--format", "brief").out()).at("triage"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void giveTheSameBytesTwice(String name) {
        assertThat(plan(example(name), "--format", "json")).isEqualTo(plan(example(name), "--format", "json"));
    }

    @Test
    void allStandInTheClinicOneALine() {
        List<String> clinic =
                CommandFixtures.text(EXAMPLES.resolve("clinic.ndjson")).lines().toList();
        List<Json> files = CommandFixtures.examples().stream()
                .map(name -> Json.of(CommandFixtures.text(example(name))))
                .toList();

        assertThat(clinic.stream().map(Json::of)).containsExactlyElementsOf(files);
    }

    @Test
    void areEachExplainedInTheReadme() {
        String readme = CommandFixtures.text(EXAMPLES.resolve("README.md"));

        assertThat(CommandFixtures.examples()).hasSizeGreaterThanOrEqualTo(14).allMatch(readme::contains);
    }
}
