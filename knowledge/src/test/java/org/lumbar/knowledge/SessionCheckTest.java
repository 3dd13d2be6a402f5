package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.exercise.SessionCheck;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Pathway.Bound;
import org.lumbar.core.knowledge.Pathway.SessionSign;
import org.lumbar.core.knowledge.RedFlag;

/** What ends a treatment in the clinic. Numbers are those of the cited limits of exercise, not of the program. */
class SessionCheckTest {

    private static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();
    private static final SessionCheck CHECK = SessionCheck.of(KNOWLEDGE);

    private static List<String> stops(String category, String measure, int value) {
        return CHECK.stops(category, Set.of(), Map.of(measure, new BigDecimal(value))).stream()
                .map(SessionSign::id)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "systolic, 180, session-systolic-high",
        "systolic, 179, ''",
        "systolic, 90, ''",
        "systolic, 89, session-systolic-low",
        "diastolic, 100, session-diastolic-high",
        "diastolic, 99, ''",
        "heart-rate, 101, session-pulse-high",
        "heart-rate, 100, ''",
        "pain-after, 6, session-pain-high",
        "pain-after, 5, ''",
        "pain-before, 9, ''",
    })
    void stopsExerciseAtTheLimits(String measure, int value, String sign) {
        assertThat(stops("exercise", measure, value)).isEqualTo(sign.isEmpty() ? List.of() : List.of(sign));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manual-massage", "physiotherapy", "reflex-needle", "biological", "sanatorium"})
    void holdsTheLimitsOfTheHeartForEveryTreatment(String category) {
        assertThat(stops(category, "systolic", 180)).containsExactly("session-systolic-high");
        assertThat(stops(category, "diastolic", 110)).containsExactly("session-diastolic-high");
        assertThat(stops(category, "heart-rate", 130)).containsExactly("session-pulse-high");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exercise", "movement", "manual-massage", "physiotherapy", "reflex-needle"})
    void looksForEveryEmergencyThatShowsDuringASession(String category) {
        Set<String> flags = CHECK.signs(category).stream()
                .map(SessionSign::flag)
                .filter(flag -> flag != null)
                .collect(Collectors.toSet());
        assertThat(flags).containsExactlyInAnyOrder("rf-ces-saddle", "rf-ces-bladder", "rf-ces-bowel", "rf-motor-prog");
        assertThat(KNOWLEDGE.redFlags())
                .filteredOn(flag -> flags.contains(flag.id()))
                .extracting(RedFlag::urgency)
                .allMatch(urgency -> urgency.emergency());
        assertThat(CHECK.signs(category))
                .extracting(SessionSign::id)
                .contains("session-leg", "session-heart", "session-fever");
    }

    @Test
    void asksOnlyWhatFitsTheTreatment() {
        assertThat(CHECK.signs("exercise")).extracting(SessionSign::id).doesNotContain("session-massage-hurts");
        assertThat(CHECK.stops("exercise", Set.of("session-massage-hurts"), Map.of()))
                .isEmpty();
        assertThat(CHECK.stops("manual-massage", Set.of("session-massage-hurts"), Map.of()))
                .hasSize(1);
        assertThat(CHECK.stops("manual-massage", Set.of(), Map.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Bound.class)
    void hasOneSignForEveryNumber(Bound bound) {
        assertThat(KNOWLEDGE.pathway().sessionSigns())
                .filteredOn(sign -> sign.bound() == bound)
                .hasSize(1);
    }
}
