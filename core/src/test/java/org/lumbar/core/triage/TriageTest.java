package org.lumbar.core.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Urgency;

/** Every state of one red flag for each level: present, absent or unanswered. */
class TriageTest {

    private static final List<Urgency> LEVELS = List.of(
            Urgency.NONE,
            Urgency.ROUTINE_REFERRAL,
            Urgency.URGENT_2WK,
            Urgency.URGENT_48H,
            Urgency.EMERGENCY_SAME_DAY,
            Urgency.EMERGENCY_NOW);

    private static final int STATES = 729; // 3^6

    @Test
    void takesTheHighestLevelOfTheFlagsThatArePresent() {
        KnowledgeFixture knowledge = oneFlagForEachLevel();
        for (int states = 0; states < STATES; states++) {
            Triage triage = knowledge.plan(personIn(states)).triage();
            Urgency highest = Urgency.NONE;
            for (int i = 0; i < LEVELS.size(); i++) {
                highest = state(states, i) == 'y' ? LEVELS.get(i) : highest; // LEVELS ascend
            }
            assertThat(triage.level()).as("states %s", states).isEqualTo(highest);
        }
    }

    @Test
    void namesWhatIsPresentMostUrgentFirstAndWhatNobodyAnswered() {
        KnowledgeFixture knowledge = oneFlagForEachLevel();
        for (int states = 0; states < STATES; states++) {
            List<String> present = new ArrayList<>();
            List<String> unanswered = new ArrayList<>();
            for (int i = 0; i < LEVELS.size(); i++) {
                if (state(states, i) == 'y') {
                    present.add(0, flag(i));
                } else if (state(states, i) == '?') {
                    unanswered.add(flag(i));
                }
            }
            Triage triage = knowledge.plan(personIn(states)).triage();
            assertThat(triage.present()).extracting(RedFlag::id).isEqualTo(present);
            assertThat(triage.unanswered()).extracting(RedFlag::id).isEqualTo(unanswered);
        }
    }

    @Test
    void onlyTheTwoEmergencyLevelsAreEmergencies() {
        for (Urgency level : Urgency.values()) {
            assertThat(level.emergency()).isEqualTo(level.id().startsWith("emergency"));
        }
    }

    private static KnowledgeFixture oneFlagForEachLevel() {
        KnowledgeFixture knowledge = knowledge().item(item("balm"));
        for (int i = 0; i < LEVELS.size(); i++) {
            knowledge.redFlag(flag(i), LEVELS.get(i));
        }
        return knowledge;
    }

    private static String flag(int level) {
        return "flag-" + level;
    }

    /** The state of one flag as the digit of a number to the base of three: y, n or ?. */
    private static char state(int states, int level) {
        return "yn?".charAt(states / (int) Math.pow(3, level) % 3);
    }

    private static PersonFixture personIn(int states) {
        PersonFixture person = person();
        for (int i = 0; i < LEVELS.size(); i++) {
            if (state(states, i) != '?') {
                person.answers(flag(i), state(states, i) == 'y');
            }
        }
        return person;
    }
}
