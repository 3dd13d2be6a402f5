package org.lumbar.documents;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.logic.Expression.Comparison;
import org.lumbar.core.logic.Truth;

/**
 * Which entries of the record a finding rests on. What follows from other findings and from measures rests on theirs; what
 * is only assumed rests on nothing.
 */
final class Grounds {

    private final List<FindingDefinition> definitions;
    private final Findings findings;
    private final Map<String, Integer> indexes;

    Grounds(KnowledgeBase knowledge, Findings findings) {
        this.definitions = knowledge.findings();
        this.findings = findings;
        this.indexes = HashMap.newHashMap(definitions.size());
        for (int i = 0; i < definitions.size(); i++) {
            indexes.put(definitions.get(i).id(), i);
        }
    }

    FindingDefinition definition(String id) {
        return definitions.get(index(id));
    }

    List<String> of(String id) {
        return of(index(id));
    }

    List<String> of(int finding) {
        List<String> direct = findings.evidenceOf(finding);
        if (!direct.isEmpty()) {
            return direct;
        }
        List<String> refs = new ArrayList<>(2);
        add(finding, refs, new BitSet());
        return refs;
    }

    private void add(int finding, List<String> refs, BitSet seen) {
        if (seen.get(finding) || findings.assumed().get(finding)) {
            return;
        }
        seen.set(finding);
        List<String> direct = findings.evidenceOf(finding);
        if (!direct.isEmpty()) {
            direct.forEach(ref -> add(ref, refs));
            return;
        }
        FindingDefinition definition = definitions.get(finding);
        switch (findings.state(finding)) {
            case TRUE -> addIf(definition.presentWhen(), refs, seen);
            case FALSE -> addIf(definition.absentWhen(), refs, seen);
            case UNKNOWN -> {}
        }
    }

    private void addIf(Expression rule, List<String> refs, BitSet seen) {
        if (in(rule) == Truth.TRUE) {
            add(rule, Truth.TRUE, refs, seen);
        }
    }

    /** Adds what gives an expression the value that it has. */
    private void add(Expression expression, Truth value, List<String> refs, BitSet seen) {
        switch (expression) {
            case Expression.Finding finding -> add(index(finding.id()), refs, seen);
            case Comparison comparison -> {
                String ref = findings.measureEvidence().get(comparison.measure());
                if (ref != null) {
                    add(ref, refs);
                }
            }
            case Expression.Not not -> add(not.operand(), value.not(), refs, seen);
            case Expression.All all -> addOperands(all.operands(), value, refs, seen);
            case Expression.Any any -> addOperands(any.operands(), value, refs, seen);
        }
    }

    private void addOperands(List<Expression> operands, Truth value, List<String> refs, BitSet seen) {
        for (Expression operand : operands) {
            if (in(operand) == value) {
                add(operand, value, refs, seen);
            }
        }
    }

    private Truth in(Expression expression) {
        return switch (expression) {
            case Expression.Finding finding -> findings.state(index(finding.id()));
            case Comparison comparison -> in(comparison);
            case Expression.Not not -> in(not.operand()).not();
            case Expression.All all -> decided(all.operands(), Truth.FALSE);
            case Expression.Any any -> decided(any.operands(), Truth.TRUE);
        };
    }

    /** One operand with the deciding value is enough for it; its opposite needs all of them. */
    private Truth decided(List<Expression> operands, Truth deciding) {
        boolean unknown = false;
        for (Expression operand : operands) {
            Truth truth = in(operand);
            if (truth == deciding) {
                return deciding;
            }
            unknown |= truth == Truth.UNKNOWN;
        }
        return unknown ? Truth.UNKNOWN : deciding.not();
    }

    private Truth in(Comparison comparison) {
        Interval value = findings.measures().get(comparison.measure());
        if (value == null) {
            return Truth.UNKNOWN;
        }
        return switch (comparison.operator()) {
            case LESS -> value.less(comparison.number());
            case AT_MOST -> value.atMost(comparison.number());
            case MORE -> value.atMost(comparison.number()).not();
            case AT_LEAST -> value.less(comparison.number()).not();
        };
    }

    private static void add(String ref, List<String> refs) {
        if (!refs.contains(ref)) {
            refs.add(ref);
        }
    }

    private int index(String id) {
        Integer index = indexes.get(id);
        if (index == null) {
            throw new IllegalArgumentException("No finding has the id " + id);
        }
        return index;
    }
}
