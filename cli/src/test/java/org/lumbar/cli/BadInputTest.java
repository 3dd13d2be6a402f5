package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.cli.CommandFixtures.DAY;
import static org.lumbar.cli.CommandFixtures.example;
import static org.lumbar.cli.CommandFixtures.lumbar;
import static org.lumbar.cli.CommandFixtures.lumbarReading;
import static org.lumbar.cli.CommandFixtures.plan;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.cli.CommandFixtures.Answer;

/** Input that is not what it claims to be: one clear line, exit status 3, and nothing half-written. */
class BadInputTest {

    private static final String CHILD = CommandFixtures.text(example("child"));

    @TempDir
    private Path folder;

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("not JSON", "pain in the back", "JSON"),
                Arguments.of("nothing", "", "empty"),
                Arguments.of("not an object", "[]", "Bundle"),
                Arguments.of("not a bundle", "{\"resourceType\": \"Patient\", \"id\": \"a\"}", "Patient"),
                Arguments.of("truncated", CHILD.substring(0, CHILD.length() / 2), "line "),
                Arguments.of("two patients", withEntry("{\"resourceType\": \"Patient\", \"id\": \"b\"}"), "Patient/b"),
                Arguments.of("no patient", "{\"resourceType\": \"Bundle\", \"type\": \"collection\"}", "Patient"),
                Arguments.of("number for a date", changed("\"2012-04-26\"", "2012"), "Patient/leo-martin.birthDate"),
                Arguments.of("no such day", changed("2012-04-26", "2012-04-31"), "Patient/leo-martin.birthDate"),
                Arguments.of("unknown sex", changed("\"male\"", "\"boy\""), "Patient/leo-martin.gender"),
                Arguments.of(
                        "unknown status",
                        changed("\"status\": \"completed\"", "\"status\": \"done\""),
                        "QuestionnaireResponse/intake.status"),
                Arguments.of("born after the plan", changed("2012-04-26", "2031-01-01"), "birthDate"),
                Arguments.of(
                        "pain after the plan",
                        changed("\"effectiveDateTime\": \"2026", "\"effectiveDateTime\": \"2027"),
                        "Observation/pain"),
                Arguments.of("onset after the plan", changed("2026-11-09", "2026-12-24"), "Condition/back-pain"),
                Arguments.of("pain of 47", changed("\"value\": 5", "\"value\": 47"), "47"),
                Arguments.of(
                        "words for yes or no",
                        changed("\"valueBoolean\": false", "\"valueString\": \"no\""),
                        "QuestionnaireResponse/intake"),
                Arguments.of("deep nesting", withEntry("[".repeat(100_000) + "]".repeat(100_000)), "Bundle"),
                Arguments.of(
                        "deep nesting where nothing is read",
                        withEntry(
                                "{\"resourceType\": \"Basic\", \"x\": " + "[".repeat(9_000) + "]".repeat(9_000) + "}"),
                        "nested"),
                Arguments.of("a bundle and something more", CHILD + "}", ""));
    }

    /** The example with one more resource. */
    private static String withEntry(String resource) {
        return changed("\"entry\": [", "\"entry\": [{\"resource\": " + resource + "},");
    }

    private static String changed(String from, String to) {
        String changed =
                CHILD.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
        if (changed.equals(CHILD)) {
            throw new AssertionError("The example does not hold " + from);
        }
        return changed;
    }

    private static void assertRefused(Answer answer, String place) {
        assertThat(answer.exit()).isEqualTo(Exit.INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).startsWith("lumbar: ").contains(place);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void isRefusedInOneLine(String name, String text, String place) throws IOException {
        Path file = Files.writeString(folder.resolve("patient.json"), text);

        for (Format format : Format.values()) {
            assertRefused(plan(file, "--format", format.id()), place);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void leavesAnEarlierOutputAlone(String name, String text, String place) throws IOException {
        Path file = Files.writeString(folder.resolve("patient.json"), text);
        Path output = Files.writeString(folder.resolve("plan.txt"), "an earlier plan");

        assertRefused(plan(file, "--output", output.toString()), place);

        assertThat(output).hasContent("an earlier plan");
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void isRefusedFromStandardInputToo(String name, String text, String place) {
        assertRefused(lumbarReading(text.getBytes(StandardCharsets.UTF_8), "plan", "-", "--date", DAY), place);
    }

    @Test
    void namesNoPerson() throws IOException {
        Path file = Files.writeString(folder.resolve("patient.json"), changed("\"male\"", "\"Leo Martin\""));

        assertThat(plan(file).err()).doesNotContain("Leo").doesNotContain("Martin");
    }

    @Test
    void inAnotherEncodingIsRefused() throws IOException {
        Path file = Files.write(
                folder.resolve("patient.json"),
                CommandFixtures.text(example("russian-hospital")).getBytes(Charset.forName("windows-1251")));

        assertRefused(plan(file), "patient.json");
    }

    @Test
    void missingFileIsNamed() {
        assertRefused(plan(folder.resolve("nobody.json")), "nobody.json");
    }

    @Test
    void folderWithoutBundlesIsRefused() {
        assertRefused(lumbar("plan", folder.toString()), folder.toString());
    }

    @Test
    void knowledgeFolderWithoutKnowledgeIsRefused() {
        assertRefused(plan(example("child"), "--knowledge", folder.toString()), "knowledge.yaml");
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsAreRead() throws IOException {
        Path file = Files.writeString(folder.resolve("patient.json"), "\uFEFF" + CHILD.replace("\n", "\r\n"));

        assertThat(plan(file)).isEqualTo(plan(example("child")));
    }

    @Test
    void resourceThatComesTwiceCountsOnce() throws IOException {
        String pain = "{\"resourceType\": \"Condition\", \"id\": \"back-pain\", \"subject\": {\"reference\":"
                + " \"Patient/leo-martin\"}, \"code\": {\"text\": \"back pain\"}}";
        Path file = Files.writeString(folder.resolve("patient.json"), withEntry(pain));

        assertThat(plan(file).exit()).isIn(Exit.DONE, Exit.INPUT);
    }
}
