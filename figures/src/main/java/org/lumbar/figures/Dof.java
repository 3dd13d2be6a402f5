package org.lumbar.figures;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be set in a pose. Angles in degrees with the clinical sign on both sides: flexion, abduction, internal rotation,
 * pronation, extension of the wrist and dorsiflexion are positive; leaning and turning to the right are positive.
 */
public enum Dof {
    /** Centimetres of a person of the reference stature. */
    ROOT_FORWARD("root.forward"),
    ROOT_UP("root.up"),
    ROOT_SIDE("root.side", -1),
    ROOT_TURN("root.turn", -1),
    ROOT_TILT("root.tilt"),
    ROOT_LIST("root.list", -1),
    ROOT_TWIST("root.twist", -1),
    LUMBAR_FLEXION("lumbar.flexion"),
    LUMBAR_LATERAL("lumbar.lateral", -1),
    LUMBAR_ROTATION("lumbar.rotation", -1),
    THORAX_FLEXION("thorax.flexion"),
    THORAX_LATERAL("thorax.lateral", -1),
    THORAX_ROTATION("thorax.rotation", -1),
    NECK_FLEXION("neck.flexion"),
    NECK_LATERAL("neck.lateral", -1),
    NECK_ROTATION("neck.rotation", -1),
    /** How full the chest is: 0 empty, 1 full. */
    BREATH("breath"),
    CLAVICLE_R_ELEVATION("clavicle.R.elevation"),
    CLAVICLE_R_PROTRACTION("clavicle.R.protraction"),
    SHOULDER_R_FLEXION("shoulder.R.flexion"),
    SHOULDER_R_ABDUCTION("shoulder.R.abduction"),
    SHOULDER_R_INTERNAL("shoulder.R.internal"),
    ELBOW_R_FLEXION("elbow.R.flexion"),
    FOREARM_R_PRONATION("forearm.R.pronation"),
    WRIST_R_EXTENSION("wrist.R.extension"),
    WRIST_R_DEVIATION("wrist.R.deviation"),
    FINGERS_R_FLEXION("fingers.R.flexion"),
    HIP_R_FLEXION("hip.R.flexion"),
    HIP_R_ABDUCTION("hip.R.abduction"),
    HIP_R_INTERNAL("hip.R.internal"),
    KNEE_R_FLEXION("knee.R.flexion"),
    ANKLE_R_DORSIFLEXION("ankle.R.dorsiflexion"),
    ANKLE_R_INVERSION("ankle.R.inversion"),
    TOES_R_EXTENSION("toes.R.extension"),
    CLAVICLE_L_ELEVATION("clavicle.L.elevation"),
    CLAVICLE_L_PROTRACTION("clavicle.L.protraction"),
    SHOULDER_L_FLEXION("shoulder.L.flexion"),
    SHOULDER_L_ABDUCTION("shoulder.L.abduction"),
    SHOULDER_L_INTERNAL("shoulder.L.internal"),
    ELBOW_L_FLEXION("elbow.L.flexion"),
    FOREARM_L_PRONATION("forearm.L.pronation"),
    WRIST_L_EXTENSION("wrist.L.extension"),
    WRIST_L_DEVIATION("wrist.L.deviation"),
    FINGERS_L_FLEXION("fingers.L.flexion"),
    HIP_L_FLEXION("hip.L.flexion"),
    HIP_L_ABDUCTION("hip.L.abduction"),
    HIP_L_INTERNAL("hip.L.internal"),
    KNEE_L_FLEXION("knee.L.flexion"),
    ANKLE_L_DORSIFLEXION("ankle.L.dorsiflexion"),
    ANKLE_L_INVERSION("ankle.L.inversion"),
    TOES_L_EXTENSION("toes.L.extension");

    private static final Map<String, Dof> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Dof::id, Function.identity()));

    private final String id;
    private final int mirrorSign;

    Dof(String id) {
        this(id, 1);
    }

    Dof(String id, int mirrorSign) {
        this.id = id;
        this.mirrorSign = mirrorSign;
    }

    /** As content writes it: {@code hip.R.flexion}. */
    public String id() {
        return id;
    }

    /** The limit that applies, which is the same on both sides: {@code hip.flexion}. */
    public String limit() {
        return id.replace(".R.", ".").replace(".L.", ".");
    }

    public static Optional<Dof> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The same movement of the other side. */
    Dof mirrored() {
        String other = id.contains(".R.") ? id.replace(".R.", ".L.") : id.replace(".L.", ".R.");
        return BY_ID.getOrDefault(other, this);
    }

    /** -1 for what turns round in a mirror. */
    int mirrorSign() {
        return mirrorSign;
    }

    boolean isAngle() {
        return this != ROOT_FORWARD && this != ROOT_UP && this != ROOT_SIDE && this != BREATH;
    }

    static Dof of(String joint, Side side, String movement) {
        return BY_ID.get(joint + "." + side + "." + movement);
    }
}
