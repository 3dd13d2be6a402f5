package org.lumbar.figures;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Every angle of the body at one moment. What is not set is 0: standing upright, arms down, palms to the thighs. */
public final class Pose {

    public static final Pose NEUTRAL = of(dof -> 0);

    private final Map<Dof, Double> values;

    private Pose(Map<Dof, Double> values) {
        this.values = values;
    }

    static Pose of(ToDoubleFunction<Dof> value) {
        Map<Dof, Double> values = new EnumMap<>(Dof.class);
        for (Dof dof : Dof.values()) {
            values.put(dof, value.applyAsDouble(dof) + 0.0);
        }
        return new Pose(values);
    }

    /** This pose with some values replaced. */
    public Pose with(Map<Dof, Double> changes) {
        Map<Dof, Double> changed = new EnumMap<>(values);
        changed.putAll(changes);
        return new Pose(changed);
    }

    public double get(Dof dof) {
        return values.getOrDefault(dof, 0.0);
    }

    double get(String joint, Side side, String movement) {
        return get(Dof.of(joint, side, movement));
    }

    /** Left and right exchanged. */
    public Pose mirrored() {
        return of(dof -> dof.mirrorSign() * get(dof.mirrored()));
    }

    /** The largest difference of one angle, in degrees; a full turn is none. */
    double farthest(Pose other) {
        double most = 0;
        for (Dof dof : Dof.values()) {
            if (dof.isAngle()) {
                most = Math.max(most, Math.abs(Math.IEEEremainder(get(dof) - other.get(dof), 360)));
            }
        }
        return most;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pose pose && values.equals(pose.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
