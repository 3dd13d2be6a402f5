package org.lumbar.figures;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One movement to draw: a base pose and what becomes of it.
 *
 * @param anchor the spot that stays where the base pose has it; empty: the contacts together, or else the floor
 * @param contacts what stays in place throughout
 * @param keyPoses names of phases whose ends are the still pictures
 * @param arrows the spots whose way the still pictures show; none: what moves most
 * @param strokes what hands of another person do on the body
 */
public record Clip(
        String id,
        Pose base,
        Optional<Spot.Sided> anchor,
        Set<Contact> contacts,
        Camera camera,
        List<Prop> equipment,
        Set<Region> highlight,
        List<Phase> phases,
        List<String> keyPoses,
        boolean mirror,
        List<Spot.Sided> arrows,
        List<Stroke> strokes) {

    public Clip {
        contacts = new LinkedHashSet<>(contacts);
        equipment = List.copyOf(equipment);
        highlight = new LinkedHashSet<>(highlight);
        phases = List.copyOf(phases);
        keyPoses = List.copyOf(keyPoses);
        arrows = List.copyOf(arrows);
        strokes = List.copyOf(strokes);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("The clip " + id + " has no phase");
        }
    }

    /** How long one round takes. */
    public int milliseconds() {
        return phases.stream().mapToInt(Phase::milliseconds).sum();
    }

    /** The pose at the end of a phase, as numbered in {@link #phases}; -1 is the base. */
    public Pose poseAfter(int phase) {
        Pose pose = base;
        for (int i = 0; i <= phase; i++) {
            Phase one = phases.get(i);
            Pose next = one.pose().map(base::with).orElse(pose);
            pose = breathe(one, pose, next);
        }
        return pose;
    }

    private static Pose breathe(Phase phase, Pose before, Pose after) {
        if (phase.pose().filter(pose -> pose.containsKey(Dof.BREATH)).isPresent()) {
            return after;
        }
        double breath =
                phase.breath().map(way -> way == Phase.Breath.IN ? 1.0 : 0.0).orElse(before.get(Dof.BREATH));
        return after.with(Map.of(Dof.BREATH, breath));
    }

    /** What stays in place during a phase, and where hands have gone at its end; -1 is before the first. */
    Set<Contact> contactsIn(int phase) {
        if (phase < 0) {
            return contacts;
        }
        Phase one = phases.get(phase);
        return one.contacts().orElseGet(() -> one.pose().isPresent() ? contacts : contactsIn(phase - 1));
    }

    /** The indices of the phases that the still pictures show the ends of. */
    public List<Integer> keyPhases() {
        List<Integer> indices = new ArrayList<>();
        for (String name : keyPoses) {
            for (int i = 0; i < phases.size(); i++) {
                if (phases.get(i).name().equals(name)) {
                    indices.add(i);
                    break;
                }
            }
        }
        return indices;
    }

    boolean has(Prop.Kind kind) {
        return equipment.stream().anyMatch(prop -> prop.kind() == kind);
    }

    /** The same movement to the other side; its picture is the picture of this one turned round. */
    public Clip mirrored() {
        return new Clip(
                id,
                base.mirrored(),
                anchor.map(Spot.Sided::mirrored),
                mirrored(contacts),
                camera.mirrored(),
                equipment.stream().map(Prop::mirrored).toList(),
                highlight,
                phases.stream().map(this::mirrored).toList(),
                keyPoses,
                mirror,
                arrows.stream().map(Spot.Sided::mirrored).toList(),
                strokes.stream().map(Stroke::mirrored).toList());
    }

    private Phase mirrored(Phase phase) {
        return new Phase(
                phase.name(),
                phase.milliseconds(),
                phase.pose()
                        .map(pose -> pose.entrySet().stream()
                                .collect(Collectors.toMap(
                                        entry -> entry.getKey().mirrored(),
                                        entry -> entry.getKey().mirrorSign() * entry.getValue()))),
                phase.breath(),
                phase.cue(),
                phase.through(),
                phase.contacts().map(Clip::mirrored));
    }

    private static Set<Contact> mirrored(Set<Contact> contacts) {
        return contacts.stream().map(Contact::mirrored).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
