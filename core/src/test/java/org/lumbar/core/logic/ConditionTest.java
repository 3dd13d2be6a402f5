package org.lumbar.core.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The compiled form must answer as the written one does, whatever is known. */
class ConditionTest {

    private static final List<String> FINDINGS = List.of("a", "b", "c", "d");

    @Test
    void answersLikeKleeneLogicOnEveryAssignment() {
        Random random = new Random(20261124);
        for (int round = 0; round < 400; round++) {
            Expression expression = randomExpression(random, 4);
            Atoms atoms = new Atoms(FINDINGS);
            Condition compiled = Condition.compile(expression, atoms);
            for (int assignment = 0; assignment < 81; assignment++) {
                TruthSet truths = truths(assignment, atoms);
                assertThat(compiled.in(truths))
                        .as("%s under %s", expression, assignment)
                        .isEqualTo(naive(expression, truths, atoms))
                        .isEqualTo(new Verdicts(truths, atoms).of(compiled));
            }
        }
    }

    @Test
    void keepsContradictionsUnknown() {
        Atoms atoms = new Atoms(FINDINGS);
        Expression a = new Expression.Finding("a");
        Condition either = Condition.compile(new Expression.Any(List.of(a, new Expression.Not(a))), atoms);
        assertThat(either.in(new TruthSet(atoms.words()))).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void givesAComparisonAndItsNegationOneAtom() {
        Atoms atoms = new Atoms(FINDINGS);
        Condition.compile(new Expression.Comparison("age", Expression.Operator.LESS, 18), atoms);
        Condition.compile(new Expression.Comparison("age", Expression.Operator.AT_LEAST, 18), atoms);
        assertThat(atoms.size()).isEqualTo(FINDINGS.size() + 1);
    }

    private static Expression randomExpression(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        return switch (kind) {
            case 0 -> new Expression.Finding(FINDINGS.get(random.nextInt(FINDINGS.size())));
            case 1 -> new Expression.Not(randomExpression(random, depth - 1));
            case 2 -> new Expression.All(randomOperands(random, depth - 1));
            default -> new Expression.Any(randomOperands(random, depth - 1));
        };
    }

    private static List<Expression> randomOperands(Random random, int depth) {
        List<Expression> operands = new ArrayList<>();
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            operands.add(randomExpression(random, depth));
        }
        return operands;
    }

    private static TruthSet truths(int assignment, Atoms atoms) {
        TruthSet truths = new TruthSet(atoms.words());
        int rest = assignment;
        for (int atom = 0; atom < FINDINGS.size(); atom++) {
            truths.set(atom, rest % 3 == 0 ? Truth.TRUE : rest % 3 == 1 ? Truth.FALSE : Truth.UNKNOWN);
            rest /= 3;
        }
        return truths;
    }

    /** Strong Kleene logic as the textbook has it: minimum for "all", maximum for "any". */
    private static Truth naive(Expression expression, TruthSet truths, Atoms atoms) {
        return switch (expression) {
            case Expression.Finding finding -> truths.get(atoms.finding(finding.id()));
            case Expression.Comparison comparison -> throw new IllegalArgumentException(comparison.toString());
            case Expression.Not not -> naive(not.operand(), truths, atoms).not();
            case Expression.All all -> {
                List<Truth> parts = all.operands().stream()
                        .map(o -> naive(o, truths, atoms))
                        .toList();
                yield parts.contains(Truth.FALSE)
                        ? Truth.FALSE
                        : parts.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.TRUE;
            }
            case Expression.Any any -> {
                List<Truth> parts = any.operands().stream()
                        .map(o -> naive(o, truths, atoms))
                        .toList();
                yield parts.contains(Truth.TRUE)
                        ? Truth.TRUE
                        : parts.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.FALSE;
            }
        };
    }
}
