package org.lumbar.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static List<String> findings(Set<Contact> contacts, Phase... phases) {
        return Checks.of(Bodies.ROUND, Bodies.clip(contacts, phases)).stream()
                .map(finding -> finding.phase() + " " + finding.what())
                .toList();
    }

    @Test
    void findNothingWrongWithASquat() {
        assertThat(findings(
                        Bodies.feet(),
                        Bodies.phase("down", 1000, Map.of(Dof.ROOT_UP, -10.0)),
                        Bodies.phase("up", 1000, Map.of())))
                .isEmpty();
    }

    @Test
    void findAJointThatGoesTooFar() {
        assertThat(findings(
                        Set.of(),
                        Bodies.phase("kick", 1000, Map.of(Dof.HIP_L_FLEXION, 130.0)),
                        Bodies.phase("back", 1000, Map.of())))
                .containsExactly("0 hip.L.flexion is 130, a joint goes from -30 to 120");
    }

    @Test
    void findAMovementThatDoesNotReturn() {
        assertThat(findings(Set.of(), Bodies.phase("kick", 1000, Map.of(Dof.HIP_L_FLEXION, 30.0))))
                .containsExactly("0 the movement ends away from where it began");
    }

    @Test
    void takeAFullTurnForAReturn() {
        assertThat(findings(
                        Set.of(),
                        Bodies.phase("half", 3000, Map.of(Dof.ROOT_TURN, 180.0)),
                        Bodies.phase("round", 3000, Map.of(Dof.ROOT_TURN, 360.0))))
                .isEmpty();
    }

    @Test
    void findAContactThatCannotReach() {
        assertThat(findings(
                        Bodies.feet(),
                        Bodies.phase("up", 1000, Map.of(Dof.ROOT_UP, 10.0)),
                        Bodies.phase("down", 1000, Map.of())))
                .anySatisfy(what -> assertThat(what).startsWith("0 foot.R slips by"));
    }

    @Test
    void findAFootBelowTheFloor() {
        Contact left = Contact.of("foot.L").orElseThrow();
        assertThat(findings(
                        Set.of(left),
                        Bodies.phase("point", 1000, Map.of(Dof.ANKLE_R_DORSIFLEXION, -40.0)),
                        Bodies.phase("back", 1000, Map.of())))
                .anySatisfy(what -> assertThat(what).startsWith("0 foot.R is").endsWith("mm below the floor"));
    }

    @Test
    void findKeyPosesThatShowNothing() {
        Phase still =
                new Phase("still", 500, Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
        assertThat(findings(
                        Set.of(),
                        still,
                        Bodies.phase("kick", 1000, Map.of(Dof.HIP_L_FLEXION, 30.0)),
                        Bodies.phase("back", 1000, Map.of())))
                .containsExactly("-1 every key pose is the base pose");
    }
}
