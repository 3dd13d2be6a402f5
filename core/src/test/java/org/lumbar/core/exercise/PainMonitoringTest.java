package org.lumbar.core.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.exercise.ExerciseRules.Light.AMBER;
import static org.lumbar.core.exercise.ExerciseRules.Light.GREEN;
import static org.lumbar.core.exercise.ExerciseRules.Light.RED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.core.exercise.ExerciseRules.Light;
import org.lumbar.core.exercise.ExerciseRules.PainMonitoring;
import org.lumbar.core.knowledge.Dose.Range;

/** Pain judges a session: up to 3 it may grow, up to 5 it stays, above 5 it falls (Silbernagel 2007; 3 is the stricter version). */
class PainMonitoringTest {

    private static final PainMonitoring PAIN = new PainMonitoring(3, 5, 2, 24, new Range(3, 4));

    @ParameterizedTest
    @CsvSource({
        "2, 3, true, GREEN", "0, 2, true, GREEN",
        "3, 4, true, AMBER", "5, 5, true, AMBER",
        "2, 3, false, AMBER", "0, 3, true, AMBER",
        "5, 6, true, RED", "0, 10, false, RED"
    })
    void judgesASession(double before, double worst, boolean settled, Light light) {
        assertThat(PAIN.judge(before, worst, settled)).isEqualTo(light);
    }

    @Test
    void isNeverKinderToMorePain() {
        for (double before = 0; before <= 10; before++) {
            for (double worst = before; worst < 10; worst++) {
                for (boolean settled : new boolean[] {true, false}) {
                    assertThat(PAIN.judge(before, worst + 1, settled))
                            .isGreaterThanOrEqualTo(PAIN.judge(before, worst, settled));
                }
            }
        }
    }

    @Test
    void isNeverGreenWhenPainStaysUntilMorning() {
        for (double worst = 0; worst <= 10; worst++) {
            assertThat(PAIN.judge(worst, worst, false)).isNotEqualTo(GREEN).isEqualTo(worst > 5 ? RED : AMBER);
        }
    }
}
