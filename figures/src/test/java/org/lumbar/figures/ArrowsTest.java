package org.lumbar.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Arrows tell what moves, where it moves. */
class ArrowsTest {

    private static Scene scene(Map<Dof, Double> pose) {
        Clip clip = Bodies.clip(Bodies.feet(), Bodies.phase("go", 1000, pose), Bodies.phase("back", 1000, Map.of()));
        return new Scene(
                Bodies.ROUND,
                new Clip(
                        clip.id(),
                        clip.base(),
                        clip.anchor(),
                        clip.contacts(),
                        new Camera(60, 8, Camera.Frame.UPPER_BODY),
                        List.of(),
                        clip.highlight(),
                        clip.phases(),
                        clip.keyPoses(),
                        false,
                        List.of(),
                        List.of()));
    }

    /** Where the lines of the arrows of the first phase begin, in picture units. */
    private static List<double[]> starts(Scene scene) {
        int end = scene.frames().indexOf(scene.motion().after(0));
        return Arrows.between(scene, 0, end).stream()
                .map(arrow -> Arrays.stream(arrow.line().substring(1).split("[ QL]", 3))
                        .limit(2)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static double height(Scene scene, Spot spot, Side side) {
        Vec at = scene.motion().placement().spot(scene.frames().getFirst().skeleton(), spot, side);
        return scene.fit().y(scene.camera().v(at));
    }

    @Test
    void whereAHandIsCarriedTheyAreAtTheShoulder() {
        Scene shrug = scene(Map.of(Dof.CLAVICLE_R_ELEVATION, 35.0));
        double shoulder = height(shrug, Spot.SHOULDER, Side.R);
        assertThat(starts(shrug))
                .singleElement()
                .satisfies(start -> assertThat(start[1]).isBetween(shoulder - 60, shoulder + 60));
    }

    @Test
    void whereAnArmSwingsTheyAreAtTheHand() {
        Scene swing = scene(Map.of(Dof.SHOULDER_R_FLEXION, 40.0));
        assertThat(starts(swing))
                .isNotEmpty()
                .allSatisfy(start -> assertThat(start[1]).isGreaterThan(height(swing, Spot.ELBOW, Side.R)));
    }

    @Test
    void ofTheHeadTheyAreAboveTheFace() {
        Scene tilt = scene(Map.of(Dof.NECK_LATERAL, 40.0));
        double head = height(tilt, Spot.HEAD, Side.R);
        assertThat(starts(tilt))
                .singleElement()
                .satisfies(start -> assertThat(start[1]).isLessThan(head));
    }

    @Test
    void whatHardlyMovesNeedsNone() {
        assertThat(starts(scene(Map.of(Dof.NECK_LATERAL, 3.0)))).isEmpty();
    }
}
