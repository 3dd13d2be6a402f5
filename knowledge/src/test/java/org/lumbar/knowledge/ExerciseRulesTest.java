package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.KnowledgeBase;

/** Exercise programmes are made with the numbers of the content, and the content has them all. */
class ExerciseRulesTest {

    private static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();
    private static final ExerciseRules RULES = ExerciseRules.of(KNOWLEDGE);

    /** Claims A-exercise-therapy-04, 05, 08, 09 and 25, and the phases of the exercise fact sheet. */
    @Test
    void doseByPhase() {
        assertThat(RULES.acute())
                .isEqualTo(new ExerciseRules.AcuteDose(
                        new Range(5, 10), new Range(2, 4), 0.5, new Range(5, 8), 1, 5, 0.5));
        assertThat(RULES.subacute().sessionsAWeek()).isEqualTo(new Range(3, 5));
        assertThat(RULES.chronic().repetitions()).isEqualTo(new Range(8, 12));
        assertThat(RULES.day().bout()).isEqualTo(new Range(15, 20));
        assertThat(RULES.day().daytime()).isEqualTo(new Range(30, 40));
        assertThat(RULES.day().evening()).isEqualTo(new Range(15, 20));
        assertThat(RULES.day().beginner()).isEqualTo(5);
    }

    /** Claims A-exercise-therapy-29 and 30: never several-fold, at most a tenth a week after two good sessions. */
    @Test
    void growSlowly() {
        assertThat(RULES.progression().loadStepMost()).isEqualTo(0.1);
        assertThat(RULES.progression().repetitionsStep()).isEqualTo(new Range(1, 2));
        assertThat(RULES.progression().minutesStep()).isEqualTo(new Range(2, 5));
        assertThat(RULES.progression().greenSessions()).isEqualTo(2);
        assertThat(RULES.progression().adherenceLeast()).isEqualTo(0.8);
        assertThat(RULES.progression().stepDays()).isEqualTo(7);
        assertThat(RULES.progression().redCut()).isEqualTo(new Range(0.3, 0.5));
        assertThat(RULES.pain().amberMost()).isEqualTo(5);
    }

    /** Snook 1998; claim A-gymnastics-16 and 22; WalkBack 2024. */
    @Test
    void keepTheMorningTheYogaMonthAndTheWalkingGoal() {
        assertThat(RULES.day().hoursAfterRising()).isEqualTo(2);
        assertThat(RULES.day().breathingLeast()).isEqualTo(5);
        assertThat(RULES.yoga()).isEqualTo(new ExerciseRules.Yoga(new Range(1, 2), 2, 30, new Range(2, 4)));
        assertThat(RULES.walking().goalMinutes()).isEqualTo(30);
        assertThat(RULES.walking().goalDays()).isEqualTo(5);
        assertThat(RULES.walking().goalMonths()).isEqualTo(6);
    }

    @Test
    void aMissingNumberIsNamed(@TempDir Path folder) {
        ExampleContent example = ExampleContent.copiedTo(folder);
        String programme = """
                id: exercise-dosage
                category: exercise
                name: {en: dose, ru: доза}
                about: {en: "A dose.", ru: "Доза."}
                standard: both
                physical: true
                cite: [EX-2026]
                review: {last: 2026-11-22, next: 2027-11-22}
                """;
        assertThat(example.write("items/exercise/exercise-dosage.yaml", programme)
                        .write("items/exercise/exercise-dosage.cases.yaml", "[]\n")
                        .problems())
                .extracting(Problems.Problem::toString)
                .contains("items/exercise/exercise-dosage.yaml:1: lacks the number acute-minutes\n"
                        + "    Exercise programmes are made with it: add a course parameter with this id and a range.");
    }
}
