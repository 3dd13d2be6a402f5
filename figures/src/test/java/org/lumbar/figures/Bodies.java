package org.lumbar.figures;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lumbar.figures.Body.Segment;

/** A body with round lengths, so that positions can be worked out by hand, and clips of it. */
final class Bodies {

    static final Body ROUND = new Body(
            100, lengths(), Map.of("hip.flexion", new Body.Range(-30, 120), "knee.flexion", new Body.Range(0, 140)));

    private Bodies() {}

    private static Map<Segment, Double> lengths() {
        Map<Segment, Double> lengths = new EnumMap<>(Segment.class);
        lengths.put(Segment.PELVIS, 0.05);
        lengths.put(Segment.LUMBAR, 0.10);
        lengths.put(Segment.THORAX, 0.15);
        lengths.put(Segment.NECK, 0.05);
        lengths.put(Segment.HEAD, 0.12);
        lengths.put(Segment.CLAVICLE, 0.10);
        lengths.put(Segment.UPPER_ARM, 0.20);
        lengths.put(Segment.FOREARM, 0.15);
        lengths.put(Segment.HAND, 0.10);
        lengths.put(Segment.HIP_HALF, 0.05);
        lengths.put(Segment.THIGH, 0.25);
        lengths.put(Segment.SHANK, 0.25);
        lengths.put(Segment.ANKLE_HEIGHT, 0.04);
        lengths.put(Segment.HEEL, 0.04);
        lengths.put(Segment.FOOT, 0.11);
        return lengths;
    }

    static Pose pose(Map<Dof, Double> changes) {
        return Pose.NEUTRAL.with(changes);
    }

    static Phase phase(String name, int ms, Map<Dof, Double> pose) {
        return new Phase(name, ms, Optional.of(pose), Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    static Clip clip(Set<Contact> contacts, Phase... phases) {
        return new Clip(
                "test",
                Pose.NEUTRAL,
                Optional.empty(),
                contacts,
                new Camera(20, 8, Camera.Frame.WHOLE),
                List.of(),
                Set.of(Region.LUMBAR),
                List.of(phases),
                List.of(phases[0].name()),
                false,
                List.of(),
                List.of());
    }

    static Clip withArrows(Clip clip, String... spots) {
        return with(clip, clip.keyPoses(), List.of(spots));
    }

    static Clip withKeyPoses(Clip clip, String... phases) {
        return with(clip, List.of(phases), List.of());
    }

    private static Clip with(Clip clip, List<String> keyPoses, List<String> spots) {
        return new Clip(
                clip.id(),
                clip.base(),
                clip.anchor(),
                clip.contacts(),
                clip.camera(),
                clip.equipment(),
                clip.highlight(),
                clip.phases(),
                keyPoses,
                clip.mirror(),
                spots.stream().map(spot -> Spot.Sided.of(spot).orElseThrow()).toList(),
                clip.strokes());
    }

    static Set<Contact> feet() {
        return Set.of(Contact.of("foot.R").orElseThrow(), Contact.of("foot.L").orElseThrow());
    }
}
