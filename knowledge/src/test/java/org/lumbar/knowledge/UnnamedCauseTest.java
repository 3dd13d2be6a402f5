package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Reason;

/**
 * Extension hurts in a narrow canal and strains a slipped vertebra. Both are assumed absent when nobody asked, so that a specific
 * cause of the pain that nobody named still has to bring the warning of either.
 */
class UnnamedCauseTest {

    private static final Planner PLANNER = new Planner(Knowledge.bundled());

    private static final String STENOSIS = "TOP-LBP-2011";
    private static final String SPONDYLOLISTHESIS = "SPONDY-SPORTSREC";

    /** Back pain for four hundred days, on which every item of exercise is open. */
    private static Patients longPain() {
        return Patients.withAcutePain()
                .measured("symptom-days", 400)
                .measured("pain-nrs", 5)
                .present("supervised-start-done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exercise-therapy",
                "home-exercise",
                "supervised-start",
                "lesson-session",
                "active-passive-gymnastics",
                "exercise-complex-3"
            })
    void anUnnamedSpecificCauseWarnsOfBoth(String item) {
        Patients person = item.equals("supervised-start") ? longPain().absent("supervised-start-done") : longPain();
        Patients unnamed = person.present("diagnosed-specific-cause");
        assertThat(warned(person, item)).as("no specific cause").isEmpty();
        assertThat(warned(unnamed, item)).as("without leg pain").containsExactly(SPONDYLOLISTHESIS);
        assertThat(warned(unnamed.present("leg-pain"), item))
                .as("with leg pain")
                .containsExactlyInAnyOrder(SPONDYLOLISTHESIS, STENOSIS);
        assertThat(warned(person.present("syndrome-specific", "leg-pain"), item))
                .as("a clinician says that a specific disease was found")
                .containsExactlyInAnyOrder(SPONDYLOLISTHESIS, STENOSIS);
        assertThat(warned(person.diagnosed("M480", true), item)).as("stenosis is named").containsExactly(STENOSIS);
        assertThat(warned(person.diagnosed("M431", true), item))
                .as("spondylolisthesis is named")
                .containsExactly(SPONDYLOLISTHESIS);
    }

    /** The sources of the warnings that stand with the item; osteoporosis, which has the first source too, is absent. */
    private static Set<String> warned(Patients person, String item) {
        return PLANNER
                .recommendation(person.record(), Patients.request(Standard.COMPREHENSIVE), item)
                .orElseThrow()
                .reasons()
                .stream()
                .filter(Reason::caution)
                .flatMap(reason -> reason.sources().citations().stream())
                .filter(source -> Stream.of(STENOSIS, SPONDYLOLISTHESIS).anyMatch(source::equals))
                .collect(Collectors.toSet());
    }
}
