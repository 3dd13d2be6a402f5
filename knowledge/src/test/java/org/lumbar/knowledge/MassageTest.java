package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.MassageSession;
import org.lumbar.core.massage.Massage;
import org.lumbar.core.massage.MassagePlanner;

/** Massages of the real content for people whom one can picture; expected values are those of the massage fact sheet. */
class MassageTest {

    private static final MassageSession SESSION = Hosts.KNOWLEDGE.sessions().stream()
            .filter(MassageSession.class::isInstance)
            .map(MassageSession.class::cast)
            .findFirst()
            .orElseThrow();
    private static final MassagePlanner MASSAGES = new MassagePlanner(Hosts.KNOWLEDGE, Hosts.PLANNER.atoms());
    private static final Patients CHRONIC = Patients.withAcutePain()
            .present("low-back-pain", "supervised-start-done")
            .measured("symptom-days", 400)
            .measured("pain-nrs", 4);

    private static Massage massage(Patients patient, int number, String... signed) {
        return MASSAGES.plan(SESSION, ProgrammeFixture.plan(patient), number, Set.of(signed));
    }

    private static List<Integer> numbers(Massage massage) {
        return massage.steps().stream().map(Massage.Step::number).toList();
    }

    private static List<String> techniques(Massage massage) {
        return massage.steps().stream()
                .flatMap(step -> step.techniques().stream())
                .map(Item::id)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void takesTwentyMinutesInChronicPain() {
        Massage massage = massage(CHRONIC, 3);
        assertThat(numbers(massage)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(massage.minutes()).isEqualTo(20);
        assertThat(massage.leftOut()).isEmpty();
        assertThat(massage.variants()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 13", "2, 13", "3, 20"})
    void halvesTheMiddleStepsOfTheFirstTwoSessions(int number, double minutes) {
        assertThat(massage(CHRONIC, number).minutes()).isEqualTo(minutes);
    }

    @Test
    void isOnlyStrokesOnBloodThinners() {
        Massage massage = massage(CHRONIC.present("on-anticoagulant"), 5, "massage-percussion");
        assertThat(techniques(massage)).containsExactly("massage-stroking");
        assertThat(numbers(massage)).doesNotContain(2, 4);
        assertThat(massage.besides()).isEmpty();
        assertThat(massage.leftOut())
                .filteredOn(left -> left.step().number() == 2)
                .extracting(Massage.LeftOut::findings)
                .containsExactly(List.of("on-anticoagulant"));
    }

    @Test
    void leavesTheNeckOutAndGivesItsMinutesToTheClosingStrokes() {
        Massage massage = massage(CHRONIC.present("cervical-spine-disease"), 5);
        assertThat(numbers(massage)).doesNotContain(7);
        assertThat(massage.steps().getLast().minutes()).isEqualTo(3);
        assertThat(massage.minutes()).isEqualTo(20);
    }

    @Test
    void leavesAStepOutWhileNobodyKnowsWhetherItHarms() {
        Massage massage = massage(CHRONIC.unknown("on-anticoagulant"), 5);
        assertThat(numbers(massage)).doesNotContain(2, 4);
    }

    @Test
    void worksOnTheLegWhenPainGoesDownIt() {
        Patients leg = CHRONIC.present("leg-pain");
        Massage massage = massage(leg, 5);
        assertThat(numbers(massage))
                .as("step 8 is left out with pain from a nerve root, and its minute goes to the closing strokes")
                .containsExactly(1, 2, 3, 4, 5, 0, 0, 0, 0, 9);
        assertThat(massage.minutes()).isEqualTo(20);
        assertThat(numbers(massage(leg.present("varicose-veins-at-site"), 5)))
                .as("not over varicose veins")
                .doesNotContain(0);
    }

    @Test
    void isShortInTheSubacutePhase() {
        Massage massage = massage(CHRONIC.measured("symptom-days", 56), 5, "massage-percussion");
        assertThat(numbers(massage)).containsExactly(1, 2, 3, 5, 9);
        assertThat(techniques(massage)).doesNotContain("massage-kneading", "massage-vibration");
        assertThat(massage.minutes()).isBetween(9.0, 12.0);
        assertThat(massage.besides()).isEmpty();
    }

    @Test
    void keepsOffThePainfulAreaInTheAcutePhase() {
        Massage massage = massage(CHRONIC.measured("symptom-days", 4), 5);
        assertThat(numbers(massage)).isSubsetOf(1, 6);
    }

    @Test
    void addsPercussionLateAndOnlyWhenItWasSigned() {
        assertThat(massage(CHRONIC, 4, "massage-percussion").besides()).isEmpty();
        assertThat(massage(CHRONIC, 5, "massage-percussion").besides())
                .extracting(MassageSession.Technique::item)
                .containsExactly("massage-percussion");
        assertThat(massage(CHRONIC, 5).besides()).isEmpty();
    }
}
