package org.lumbar.core.plan;

import java.util.List;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.finding.FindingsEngine;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.logic.Lanes;
import org.lumbar.core.logic.TruthSet;

/** How findings follow from each other, and so what a change of one of them would bring about. The same for all patients. */
final class Changes {

    final Condition[] presentWhen;
    final Condition[] absentWhen;
    /** What must hold that nothing overrules the presence of a finding whose absence wins. */
    final Condition[] unopposed;

    final WayAlgebra algebra;
    private final Atoms atoms;
    private final List<FindingDefinition> findings;
    private final FindingsEngine engine;

    /** Called once everything else is compiled, so that all atoms are known. */
    Changes(KnowledgeBase knowledge, Atoms atoms, FindingsEngine engine) {
        this.atoms = atoms;
        this.findings = knowledge.findings();
        this.presentWhen = compile(FindingDefinition::presentWhen);
        this.absentWhen = compile(FindingDefinition::absentWhen);
        this.unopposed = compile(definition ->
                definition.absentWins() ? new Expression.Not(definition.absentWhen()) : Expression.ALWAYS);
        this.engine = engine;
        this.algebra = new WayAlgebra(atoms);
    }

    private interface Part {
        Expression of(FindingDefinition definition);
    }

    private Condition[] compile(Part part) {
        return findings.stream()
                .map(definition -> Condition.compile(part.of(definition), atoms))
                .toArray(Condition[]::new);
    }

    int atoms() {
        return atoms.size();
    }

    int conditions() {
        return atoms.conditions();
    }

    boolean isFinding(int atom) {
        return atom < findings.size();
    }

    boolean absentWins(int finding) {
        return findings.get(finding).absentWins();
    }

    /** Nobody is asked for the finding itself, but for what it follows from. */
    boolean askedThroughParts(int finding) {
        return findings.get(finding).askedThroughParts();
    }

    /** What would hold for a patient after each of several sets of changes, with all that follows from them. */
    Lanes after(List<int[]> changes, Findings established, TruthSet truths) {
        return engine.suppose(established, truths, changes);
    }
}
