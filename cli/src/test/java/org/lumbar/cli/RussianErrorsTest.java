package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.cli.CommandFixtures.DAY;
import static org.lumbar.cli.CommandFixtures.EXAMPLES;
import static org.lumbar.cli.CommandFixtures.example;
import static org.lumbar.cli.CommandFixtures.lumbar;
import static org.lumbar.cli.CommandFixtures.plan;
import static org.lumbar.cli.CommandFixtures.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.cli.CommandFixtures.Answer;

/** With {@code --lang ru}, what is wrong with an input is told in Russian; elements, codes and values are named as they are. */
class RussianErrorsTest {

    private static final Pattern ELEMENT = Pattern.compile("^[A-Z][A-Za-z]+[^ :]*: ");
    private static final Pattern SPOT = Pattern.compile("^line (\\d+), column (\\d+): .*");
    private static final String SESSION = text(EXAMPLES.resolve("exercise/session.json"));
    private static final String INTAKE = "'resourceType':'QuestionnaireResponse','id':'r','status':'completed',"
            + "'questionnaire':'https://w3id.org/lumbar/fhir/Questionnaire/intake'";
    private static final String LOAD =
            "'load':{'share':1,'sessionsAWeek':3,'walkMinutes':10,'walksAWeek':3,'steps':0},'changed':'2026-11-16'";

    /** Sentences that take too much input, or an input that no command gives. */
    private static final Set<String> NOT_TRIED =
            Set.of("refused.too-long", "refused.string-too-long", "refused.no-unicode", "refused.result-no-object");

    @TempDir
    private Path folder;

    /** An input that its command refuses. */
    record Bad(String text, String... before) {

        /** {@code after} the name of the file. */
        Answer give(Path file, String... after) {
            List<String> arguments = new ArrayList<>(List.of(before));
            arguments.add(file.toString());
            arguments.addAll(List.of(after));
            return lumbar(arguments.toArray(String[]::new));
        }

        @Override
        public String toString() {
            return before[0] + " " + text.substring(0, Math.min(100, text.length()));
        }
    }

    static Stream<Bad> inputs() {
        return Stream.of(
                        BadInputTest.unusable()
                                .map(arguments -> (String) arguments.get()[1])
                                .map(RussianErrorsTest::ofPlan),
                        bundles().map(RussianErrorsTest::ofPlan),
                        resources().map(RussianErrorsTest::withPatient).map(RussianErrorsTest::ofPlan),
                        forms().map(text -> new Bad(quoted(text), "score", "odi")),
                        results().map(RussianErrorsTest::ofProgramme),
                        histories().map(RussianErrorsTest::quoted).map(RussianErrorsTest::ofProgramme))
                .flatMap(Function.identity());
    }

    private static Bad ofPlan(String text) {
        return new Bad(text, "plan", "--date", DAY);
    }

    private static Bad ofProgramme(String text) {
        return new Bad(text, "program", example("chronic-lumbalgia").toString(), "--date", DAY, "--history");
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private static String withPatient(String resources) {
        return quoted("{'resourceType':'Bundle','type':'collection','entry':["
                + "{'resource':{'resourceType':'Patient','id':'p'}}," + resources + "]}");
    }

    private static Stream<String> bundles() {
        return Stream.of(
                        "{}",
                        "{'resourceType':'Ivan Petrov'}",
                        "{'resourceType':'Bundle'}",
                        "{'resourceType':'Bundle','type':'document'}",
                        "{'resourceType':'Bundle','type':'Ivan Petrov'}",
                        "{'resourceType':'Bundle',\n'type':'collection','entry':[{'resource':"
                                + "{'resourceType':'Patient','id':'p'}}]}{}")
                .map(RussianErrorsTest::quoted);
    }

    private static Stream<String> resources() {
        return Stream.of(
                "{'resource':{'id':'x'}}",
                "{'resource':{'resourceType':'Device','id':'d'}},"
                        + "{'resource':{'resourceType':'Device','id':'d','status':'inactive'}}",
                "{'fullUrl':'urn:uuid:1','resource':{'resourceType':'Device'}},"
                        + "{'fullUrl':'urn:uuid:1','resource':{'resourceType':'Device','status':'inactive'}}",
                "{'resource':{'resourceType':'Device','id':'d','patient':{'reference':'Patient/q'}}}",
                "{'resource':{'resourceType':'Device','id':'d','" + "x".repeat(1_001) + "':1}}",
                "{'resource':{'resourceType':'Observation','id':'o','valueInteger':" + "9".repeat(101) + "}}",
                "{'resource':{'resourceType':'Observation','id':'o','valueQuantity':{'value':1e999}}}",
                "{'resource':{'resourceType':'Observation','id':'o','valueQuantity':{'value':'7'}}}",
                "{'resource':{'resourceType':'Observation','id':'o','component':[{'valueBoolean':0}]}}",
                "{'resource':{'resourceType':'Condition','id':'c','clinicalStatus':'active'}}",
                "{'resource':{'resourceType':'Condition','id':'c','code':{'coding':{'code':'M54'}}}}",
                "{'resource':{'resourceType':'Condition','id':'c','clinicalStatus':"
                        + "{'coding':[{'system':'http://clinic.example','code':'gone'}]}}}",
                "{'resource':{'resourceType':'Condition','id':'c','clinicalStatus':{'coding':[{'code':'gone'}]}}}",
                "{'resource':{'resourceType':'Observation','id':'o','status':'Ivan Petrov'}}",
                "{'resource':{'resourceType':'Condition','id':'c','onsetDateTime':'24.11.2026'}}",
                "{'resource':{'resourceType':'Condition','id':'c','onsetDateTime':'when Ivan came'}}",
                "{'resource':{'resourceType':'Condition','id':'c',"
                        + "'onsetPeriod':{'start':'2026-11-02','end':'2026-11-01'}}}",
                "{'resource':{'resourceType':'Condition','id':'c','recordedDate':'2031-01-01'}}",
                "{'resource':{'resourceType':'MedicationStatement','id':'m','status':'active',"
                        + "'effectiveDateTime':'2031-01-01','medicationCodeableConcept':{'text':'x'}}}",
                "{'resource':{" + INTAKE + ",'item':[{'answer':[{'valueBoolean':true}]}]}}",
                "{'resource':{" + INTAKE + ",'item':[{'linkId':'pain-nrs','answer':[{'valueBoolean':true}]}]}}",
                "{'resource':{" + INTAKE + ",'item':[{'linkId':'pain-nrs','answer':[{'valueDecimal':10.5}]}]}}",
                "{'resource':{" + INTAKE + ",'item':[{'linkId':'leg-pain','answer':[{'valueInteger':3}]}]}}");
    }

    private static Stream<String> forms() {
        String form = "{'resourceType':'QuestionnaireResponse','item':";
        String one = "{'linkId':'q','answer':[{'valueInteger':1}]}";
        return Stream.of(
                "[]",
                "{'resourceType':",
                "{'resourceType':'Bundle'}",
                "{'resourceType':'QuestionnaireResponse','id':'f','status':'entered-in-error'}",
                form + "[{'linkId':'q','answer':[{'valueDecimal':1.5}]}]}",
                form + "[{'linkId':'q','answer':[{'valueInteger':1},{'valueInteger':2}]}]}",
                form + "[" + one + "," + one.replace(":1", ":2") + "]}",
                form + "[{'x':" + "[".repeat(300) + "]".repeat(300) + "}]}");
    }

    private static Stream<String> results() {
        return Stream.of(
                "{\"resourceType\": \"Bundle\", \"entry\": []}",
                SESSION.substring(0, SESSION.length() / 2),
                SESSION.replace("Questionnaire/intake\"", "Questionnaire/exercise-session\""),
                SESSION.replace("\"authored\"", "\"written\""),
                SESSION.replace("\"linkId\": \"completion\"", "\"linkId\": \"other\""),
                SESSION.replaceFirst("(\"effort\",\\s+\"answer\": \\[\\s+\\{\\s+\"valueInteger\": )4", "$150"),
                SESSION.replaceFirst("(\"share\",\\s+\"answer\": \\[\\s+\\{\\s+\"valueDecimal\": )1", "$1-1"),
                SESSION.replace("\"2026-11-15\"", "\"soon\""));
    }

    private static Stream<String> histories() {
        return Stream.of(
                "",
                "null",
                "[]",
                "{'load':",
                "no history",
                "{}",
                "{'load':3}",
                "{'load':{}}",
                "{" + LOAD.replace("2026-11-16", "24.11.2026") + "}",
                "{" + LOAD.replace(":10", ":1.5").replace("'steps':0", "'steps':0.5") + "}",
                "{" + LOAD + ",'sesions':[]}",
                "{" + LOAD + ",'sessions':3}",
                "{" + LOAD + ",'sessions':[{'on':'2026-11-17','worst':11}]}",
                "{" + LOAD + ",'sessions':[{'on':'2026-11-17','warningSign':'yes'}]}");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void nameTheSamePlace(Bad bad) throws IOException {
        Path file = Files.writeString(folder.resolve("input.json"), bad.text());
        Answer english = bad.give(file);
        Answer russian = bad.give(file, "--lang", "ru");

        assertThat(russian.exit()).isEqualTo(Exit.INPUT).isEqualTo(english.exit());
        assertThat(russian.out()).isEmpty();
        String before = "lumbar: " + file + ": ";
        assertThat(english.err()).startsWith(before).doesNotContainPattern("[А-Яа-я]");
        assertThat(russian.err()).startsWith(before);
        assertThat(russian.err().lines()).hasSize(1);
        String told = english.err().substring(before.length()).strip();
        String said = russian.err().substring(before.length()).strip();
        assertRussian(said);
        Matcher element = ELEMENT.matcher(told);
        if (element.find()) {
            assertThat(said).startsWith(element.group());
        }
        Matcher spot = SPOT.matcher(told);
        if (spot.matches()) {
            assertThat(said).startsWith("строка " + spot.group(1) + ", столбец " + spot.group(2) + ": ");
        }
    }

    /** No words of English, whose sentences have at least two in a row. */
    private static void assertRussian(String line) {
        assertThat(line)
                .containsPattern("[а-яё]")
                .doesNotContain("refused.", "word.", "Unexpected", "Unrecognized", "\"")
                .doesNotContainPattern("\\{[a-z]+}")
                .doesNotContainPattern("\\b[a-z]{2,} [a-z]{2,}\\b");
    }

    @Test
    void sayEverySentence() throws IOException {
        Path file = folder.resolve("input.json");
        List<String> lines = new ArrayList<>();
        for (Bad bad : inputs().toList()) {
            Files.writeString(file, bad.text());
            lines.add(bad.give(file, "--lang", "ru").err().strip());
        }
        Set<String> unsaid = new TreeSet<>();
        for (String name : List.of("core.finding.refusals", "fhir.refusals", "documents.refusals")) {
            ResourceBundle texts = ResourceBundle.getBundle("org.lumbar." + name, Locale.of("ru"));
            for (String key : texts.keySet()) {
                Pattern sentence = Pattern.compile(
                        ".*: " + ("\\Q" + texts.getString(key) + "\\E").replaceAll("\\{[a-z]+}", "\\\\E.+\\\\Q"));
                if (key.startsWith("refused.")
                        && lines.stream()
                                .noneMatch(line -> sentence.matcher(line).matches())) {
                    unsaid.add(key);
                }
            }
        }
        assertThat(unsaid).isEqualTo(new TreeSet<>(NOT_TRIED));
    }

    @Test
    void standInTheLineOfThePatient() throws IOException {
        String patient = withPatient("{'resource':{'resourceType':'Device','id':'d'}}");
        String wrong = withPatient("{'resource':{'resourceType':'Condition','id':'c','onsetDateTime':'24.11.2026'}}");
        Path file = Files.writeString(folder.resolve("many.ndjson"), patient + "\n" + wrong + "\n{\n");

        Answer answer = plan(file, "--format", "brief", "--lang", "ru");

        assertThat(answer.exit()).isEqualTo(Exit.INPUT);
        List<Json> lines = answer.lines().stream().map(Json::of).toList();
        assertThat(lines.get(1).at("line").number()).isEqualTo(2);
        assertThat(lines.get(1).at("error").text())
                .isEqualTo("строка 2, Condition/c.onsetDateTime: «24.11.2026» – не дата;"
                        + " напишите ГГГГ, ГГГГ-ММ, ГГГГ-ММ-ДД или ГГГГ-ММ-ДДTчч:мм:сс+чч:мм");
        assertThat(lines.get(2).at("line").number()).isEqualTo(3);
        assertThat(lines.get(2).at("error").text())
                .matches("строка 3, столбец \\d: текст обрывается; проверьте, что файл сохранён и передан целиком");
        assertThat(answer.err()).contains("2 из 3");
    }

    @Test
    void sayWhatScoresAre() throws IOException {
        Path file = Files.writeString(
                folder.resolve("patient.json"),
                withPatient("{'resource':{" + INTAKE
                        + ",'item':[{'linkId':'pain-nrs','answer':[{'valueDecimal':10.5}]}]}}"));

        assertThat(plan(file, "--lang", "ru").err())
                .endsWith("QuestionnaireResponse/r#pain-nrs: значение pain-nrs – 10.5, вне пределов от 0 до 10;"
                        + " исправьте его или удалите запись\n");
    }
}
