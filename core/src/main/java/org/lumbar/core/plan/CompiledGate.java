package org.lumbar.core.plan;

import org.lumbar.core.knowledge.Gate;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;
import org.lumbar.core.plan.Recommendation.GateState;

/** A gate and the atom that opens it; one object for all items that it stands before. */
final class CompiledGate {

    private final Gate gate;
    private final int atom;
    private final GateState open;
    private final GateState closed;
    private final GateState unknown;

    /** @param atom -1 when it opens during the course */
    CompiledGate(Gate gate, int atom) {
        this.gate = gate;
        this.atom = atom;
        this.open = new GateState(gate, Truth.TRUE);
        this.closed = new GateState(gate, Truth.FALSE);
        this.unknown = new GateState(gate, Truth.UNKNOWN);
    }

    Gate gate() {
        return gate;
    }

    int atom() {
        return atom;
    }

    GateState in(TruthSet truths) {
        return switch (atom < 0 ? Truth.UNKNOWN : truths.get(atom)) {
            case TRUE -> open;
            case FALSE -> closed;
            case UNKNOWN -> unknown;
        };
    }

    boolean blocks() {
        return atom >= 0 && gate.blocks();
    }
}
