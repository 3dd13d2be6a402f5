package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.knowledge.Attempt;
import org.lumbar.core.plan.Planner;

/** A clinic's changes over the content that the program was built with. */
class EditionTest {

    private static final String VITAMINS = "claims/A-vitamins.yaml";
    private static final String PROGRESSION = "items/exercise/exercise-progression.yaml";
    private static final String LINIMENT = "items/topical/vishnevsky-liniment.yaml";
    private static final String OINTMENTS = "claims/A-ointments.yaml";
    private static final String MICROCURRENT = "items/physiotherapy/microcurrent.yaml";
    private static final String PHYSIOTHERAPY = "claims/A-physiotherapy.yaml";
    private static final String GEL = "items/topical/diclofenac-gel.yaml";

    private static String shipped(String path) {
        return Edition.shipped().text(path).orElseThrow();
    }

    private static List<Problems.Problem> problems(String path, String text) {
        return Edition.shipped().with(Map.of(path, text)).check().stream()
                .filter(problem -> !problem.warning())
                .toList();
    }

    private static String replaced(String path, String old, String fresh) {
        String text = shipped(path);
        assertThat(text).contains(old);
        return text.replace(old, fresh);
    }

    /** The claim of this id alone, with another text in place of one of its own. */
    private static String inClaim(String path, String id, String old, String fresh) {
        String text = shipped(path);
        int from = text.indexOf("- id: " + id + "\n");
        int to = text.indexOf("\n- id: ", from + 1);
        String claim = text.substring(from, to < 0 ? text.length() : to);
        assertThat(claim).contains(old);
        return text.substring(0, from) + claim.replace(old, fresh) + (to < 0 ? "" : text.substring(to));
    }

    @Test
    void withoutChangesIsTheRelease() {
        assertThat(Edition.shipped().knowledge("")).isEqualTo(Knowledge.bundled());
        assertThat(Edition.shipped().check()).isEmpty();
        assertThat(Edition.shipped().with(Map.of(GEL, shipped(GEL))).changes()).isEmpty();
    }

    @Test
    void withAChangeHasItAndAnotherVersionAndHash() {
        String text = replaced(GEL, "\nid: diclofenac-gel\n", "\nid: diclofenac-gel\n# Changed in this clinic.\n");
        Edition changed = Edition.shipped().with(Map.of(GEL, text));
        assertThat(changed.check()).isEmpty();
        assertThat(changed.knowledge("2").version())
                .isEqualTo(Knowledge.bundled().version() + "+2");
        assertThat(changed.knowledge("2").sha256()).isNotEqualTo(Edition.release());
        assertThat(changed.changes()).containsOnlyKeys(GEL);
        assertThat(changed.with(Map.of(GEL, shipped(GEL))).changes()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWhereItStands() {
        assertThat(problems(GEL, shipped(GEL) + "no-such-key: 1\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo(GEL);
                    assertThat(problem.line()).isEqualTo(shipped(GEL).split("\n", -1).length);
                    assertThat(problem.what()).contains("no-such-key");
                });
        assertThat(problems(GEL, "a: ["))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("YAML"));
        assertThat(problems("figures/body.yaml", "a: 1\n"))
                .first()
                .satisfies(problem -> assertThat(problem.what()).contains("not changed in a clinic"));
    }

    @Test
    void runsTheWorkedCases() {
        String cases = GEL.replace(".yaml", ".cases.yaml");
        String text = shipped(cases)
                + "- name: never offered to anybody\n  given: {person: acute-lumbago}\n  expect: refused\n";
        assertThat(problems(cases, text))
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.what()).contains("never offered to anybody", "expected refused"));
    }

    /** A rule is tried where it fires, where it does not, and where something is unknown. */
    @Test
    void asksForWorkedCasesOfEveryOutcome() {
        String cases = GEL.replace(".yaml", ".cases.yaml");
        String few = shipped(cases).lines().limit(4).collect(Collectors.joining("\n", "", "\n"));
        assertThat(problems(cases, few)).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(cases);
            assertThat(problem.what()).contains("diclofenac-gel", "offered", "withheld", "unknown");
        });
    }

    @Test
    void keepsRefusedWhatTheReleaseRefuses() {
        String adopted = inClaim(VITAMINS, "A-vitamins-05", "verdict: refuse", "verdict: adopt");
        assertThat(problems(VITAMINS, adopted)).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(VITAMINS);
            assertThat(adopted.split("\n", -1)[problem.line() - 1]).contains("A-vitamins-05");
            assertThat(problem.what()).contains("is refused in the release");
        });
        String several =
                inClaim("claims/A-exercise-therapy.yaml", "A-exercise-therapy-29", "verdict: refuse", "verdict: adopt");
        assertThat(problems("claims/A-exercise-therapy.yaml", several))
                .anySatisfy(problem -> assertThat(problem.what()).contains("A-exercise-therapy-29 is refused"));
    }

    @Test
    void doesNotLetRefusedWordsInByAnotherDoor() {
        String text = replaced(
                PROGRESSION,
                "\nadvice:\n",
                "\nadvice:\n  - {en: \"Make the load several times greater.\", ru: \"Увеличьте нагрузку.\"}\n");
        assertThat(problems(PROGRESSION, text)).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(PROGRESSION);
            assertThat(problem.what()).contains("several times greater", "A-exercise-therapy-29");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    days-max: 5                  | days-max: 14                   | lasts [14.0], not 5 days
                    clinician-choice, patch-test | clinician-choice               | lacks the gate patch-test
                    when: [pregnancy, breast     | when: [breast                  | with pregnancy
                    guideline: none              | guideline: discretion          | to the clinician
                    """)
    void goesNotBeyondTheLimitsOfTheLedger(String old, String fresh, String told) {
        assertThat(problems(LINIMENT, replaced(LINIMENT, old, fresh))).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(OINTMENTS);
            assertThat(problem.what()).contains("A-ointments-01", told);
        });
    }

    @Test
    void keepsTheLimitsOfTheReleaseAlsoWhenTheChangeTakesThemAway() {
        Edition changed = Edition.shipped()
                .with(Map.of(
                        LINIMENT,
                        replaced(LINIMENT, "days-max: 5", "days-max: 14"),
                        OINTMENTS,
                        inClaim(OINTMENTS, "A-ointments-01", "days: 5", "days: 14")));
        assertThat(changed.check())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.what()).contains("A-ointments-01 is adopted under", "not 5 days"));
    }

    /** Microcurrents are one of seven methods that the claim on electrical procedures lives in. */
    @Test
    void keepsALimitInEveryItemThatTheClaimLivesIn() {
        assertThat(withoutCognitiveImpairment().check()).singleElement().satisfies(EditionTest::tellsOfMicrocurrents);
    }

    @Test
    void keepsItAlsoWhenTheChangeDeclaresThatTheLimitDoesNotConcernTheItem() {
        String spared = inClaim(PHYSIOTHERAPY, "A-physiotherapy-18", "damaged-skin-at-site]\n", """
                damaged-skin-at-site]
                      not-for: [{items: [microcurrent], why: {en: It is weak., ru: Он слабый.}}]
                """);
        assertThat(withoutCognitiveImpairment()
                        .with(Map.of(PHYSIOTHERAPY, spared))
                        .check())
                .singleElement()
                .satisfies(EditionTest::tellsOfMicrocurrents);
    }

    /** One patient in each standard would miss a rule that holds in the course of that patient only. */
    @ParameterizedTest
    @ValueSource(strings = {"phase-subacute", "phase-chronic", "phase-remission"})
    void keepsALimitInEveryCourseOfThePain(String phase) {
        String cases = MICROCURRENT.replace(".yaml", ".cases.yaml");
        String text = shipped(cases);
        Edition changed = Edition.shipped()
                .with(Map.of(
                        MICROCURRENT,
                        replaced(
                                MICROCURRENT,
                                "when: [cognitive-impairment]",
                                "when: {all: [cognitive-impairment, " + phase + "]}"),
                        cases,
                        text.substring(0, text.indexOf("- name: cognitive impairment withholds it"))));
        assertThat(changed.check()).singleElement().satisfies(EditionTest::tellsOfMicrocurrents);
    }

    private static Edition withoutCognitiveImpairment() {
        String cases = MICROCURRENT.replace(".yaml", ".cases.yaml");
        return Edition.shipped()
                .with(Map.of(
                        MICROCURRENT,
                        replaced(MICROCURRENT, "[cognitive-impairment]", "[galvanic-current-intolerance]"),
                        cases,
                        replaced(cases, "[cognitive-impairment]", "[galvanic-current-intolerance]")));
    }

    private static void tellsOfMicrocurrents(Problems.Problem problem) {
        assertThat(problem.file()).isEqualTo(PHYSIOTHERAPY);
        assertThat(shipped(PHYSIOTHERAPY).split("\n", -1)[problem.line() - 1])
                .contains("- exclude: [cardiac-pacemaker, dvt-or-thrombophlebitis");
        assertThat(problem.what())
                .contains("A-physiotherapy-18", "microcurrent is offered", "with cognitive-impairment");
    }

    @Test
    void triesWithPatientsWhoAreOfferedWhatIsAllowed() {
        Attempts attempts = Attempts.with(
                new Planner(Knowledge.bundled()), Cases.bundled().people().values());
        assertThat(attempts.of(asking("ibuprofen")).got()).isPresent();
        assertThat(attempts.of(asking("vitamin-a")).got()).isEmpty();
        assertThat(attempts.of(asking("vitamin-a")).tried()).isTrue();
    }

    private static Attempt.Offer asking(String item) {
        return new Attempt.Offer(List.of(item), List.of(), List.of(), List.of(), null, Map.of());
    }

    @Test
    void losesNoStatementOfTheSources() {
        String text = shipped(VITAMINS);
        int from = text.indexOf("- id: A-vitamins-05\n");
        int to = text.indexOf("\n- id: ", from + 1) + 1;
        assertThat(problems(VITAMINS, text.substring(0, from) + text.substring(to)))
                .isNotEmpty();
    }

    /** A figure is drawn from its changed file, and what no body can do is told of it. */
    @Test
    void changesAFigure() {
        String path = Edition.figure("bent-knee-hip-circles");
        YamlText bent = new YamlText(shipped(path)).with("75", "phases", 1, "pose", "knee.R.flexion");
        Edition edition = Edition.shipped().with(Map.of(path, bent.text()));
        assertThat(edition.checkFigures()).isEmpty();
        assertThat(edition.figures().clips().get("bent-knee-hip-circles"))
                .isNotEqualTo(Knowledge.figures().clips().get("bent-knee-hip-circles"));
        YamlText broken = bent.with("220", "phases", 1, "pose", "knee.R.flexion");
        assertThat(Edition.shipped().with(Map.of(path, broken.text())).checkFigures())
                .anySatisfy(problem -> assertThat(problem.what()).contains("knee.R.flexion is 220"));
        assertThat(problems(path, broken.text()))
                .anySatisfy(problem -> assertThat(problem.what()).contains("knee.R.flexion is 220"));
    }

    @Test
    void takesOnlyPlainPaths() {
        assertThat(Edition.changeable(GEL)).isTrue();
        assertThat(Edition.changeable("red-flags.yaml")).isTrue();
        for (String path :
                List.of("../x.yaml", "/etc/x.yaml", "codes/x.csv", "figures/bases.yaml", "items/a/b/c.yaml", "x")) {
            assertThat(Edition.changeable(path)).as(path).isFalse();
        }
    }
}
