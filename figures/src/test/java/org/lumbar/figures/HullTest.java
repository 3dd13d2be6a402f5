package org.lumbar.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HullTest {

    private static final Camera.Axes SIDE = new Camera(0, 0, Camera.Frame.WHOLE).axes();

    @Test
    void aSphereIsACircleFromEverySide() {
        Ellipsoid ball = Ellipsoid.sphere(new Vec(0.1, 0.2, 0.3), 0.05);
        for (double azimuth = -180; azimuth < 180; azimuth += 37) {
            Camera.Axes camera = new Camera(azimuth, 20, Camera.Frame.WHOLE).axes();
            double[] outline = Hull.outline(List.of(ball), camera, 0.3, false);
            for (int i = 0; i < outline.length; i += 4) {
                double u = outline[i] - camera.u(ball.centre());
                double v = outline[i + 1] - camera.v(ball.centre());
                assertThat(Math.hypot(u, v)).isCloseTo(0.05, within(1e-9));
            }
        }
    }

    @Test
    void anEllipsoidShowsTheRadiiThatFaceTheCamera() {
        // From the side, forward is to the right and up is up: radii 0.03 and 0.06, the depth of 0.09 unseen.
        Ellipsoid egg = Ellipsoid.of(Vec.ZERO, Turn.NONE, 0.03, 0.06, 0.09);
        double[] outline = Hull.outline(List.of(egg), SIDE, 0, false);
        double right = 0;
        double up = 0;
        for (int i = 0; i < outline.length; i += 4) {
            right = Math.max(right, outline[i]);
            up = Math.min(up, outline[i + 1]);
        }
        assertThat(right).isCloseTo(0.03, within(1e-9));
        assertThat(up).isCloseTo(-0.06, within(1e-9));
    }

    @Test
    void aLimbIsAsThickAsItsSolidsAndAsLongAsBoth() {
        List<Ellipsoid> limb = List.of(Ellipsoid.sphere(Vec.ZERO, 0.04), Ellipsoid.sphere(new Vec(0.3, 0, 0), 0.04));
        double[] outline = Hull.outline(limb, SIDE, Hull.axis(limb, SIDE, 0), true);
        for (int i = 0; i < outline.length; i += 4) {
            assertThat(outline[i]).isBetween(-0.0401, 0.3401);
            assertThat(outline[i + 1]).isBetween(-0.0401, 0.0401);
        }
        assertThat(outline[outline.length - 2]).isEqualTo(outline[0]);
    }

    @Test
    void aFaceIsSeenFromTheFrontOnly() {
        Shape.Patch eye =
                new Shape.Patch(Ellipsoid.sphere(Vec.ZERO, 0.05), new Vec(1, 0, 0), new Vec(0, 0, 1), 0.1, 0.2);
        assertThat(extent(PatchOutline.outline(eye, new Camera(90, 0, Camera.Frame.WHOLE).axes())))
                .isCloseTo(0.02, within(0.002));
        assertThat(extent(PatchOutline.outline(eye, new Camera(-90, 0, Camera.Frame.WHOLE).axes())))
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void aCapThatFacesTheViewerIsSeenWholeAndOneThatFacesAwayNotAtAll() {
        Shape.Patch cap = Shape.Patch.cap(Ellipsoid.sphere(Vec.ZERO, 0.05), new Vec(1, 0, 0), Math.toRadians(30));
        assertThat(extent(PatchOutline.outline(cap, new Camera(90, 0, Camera.Frame.WHOLE).axes())))
                .isCloseTo(0.05, within(0.002));
        assertThat(extent(PatchOutline.outline(cap, new Camera(-90, 0, Camera.Frame.WHOLE).axes())))
                .isCloseTo(0, within(1e-6));
    }

    /** Height of an outline. */
    private static double extent(double[] outline) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < outline.length; i += 2) {
            least = Math.min(least, outline[i]);
            most = Math.max(most, outline[i]);
        }
        return most - least;
    }
}
