package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.Gate;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Expression;

/** Compiles gates, each once. Many items stand behind the same gates, so the lists of them have numbers. */
final class Gates {

    private final Atoms atoms;
    private final Map<String, CompiledGate> byId = new HashMap<>();
    private final Map<List<String>, Integer> lists = new HashMap<>();

    Gates(List<Gate> gates, Atoms atoms) {
        this.atoms = atoms;
        for (Gate gate : gates) {
            byId.put(gate.id(), new CompiledGate(gate, gate.finding() == null ? -1 : atoms.finding(gate.finding())));
        }
    }

    /** The gates of an item, in its order. */
    CompiledGate[] of(Item item) {
        return item.gates().stream().map(id -> gate(item, id)).toArray(CompiledGate[]::new);
    }

    private CompiledGate gate(Item item, String id) {
        CompiledGate gate = byId.get(id);
        if (gate == null) {
            throw new IllegalArgumentException(item.id() + " names the gate " + id + ", which does not exist");
        }
        return gate;
    }

    /** True when every gate of the item that blocks is open, false when one is closed. */
    Condition open(Item item) {
        List<Expression> blocking = new ArrayList<>();
        for (CompiledGate gate : of(item)) {
            String finding = gate.gate().finding();
            if (finding != null && gate.blocks()) {
                blocking.add(new Expression.Finding(finding));
            }
        }
        return Condition.compile(new Expression.All(blocking), atoms);
    }

    /** The same number for the same gates in the same order, from 0 without gaps. */
    int number(Item item) {
        return lists.computeIfAbsent(item.gates(), fresh -> lists.size());
    }

    /** How many different lists of gates items have. */
    int lists() {
        return lists.size();
    }
}
