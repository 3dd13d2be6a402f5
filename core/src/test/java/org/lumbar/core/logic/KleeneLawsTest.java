package org.lumbar.core.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.all;
import static org.lumbar.core.CoreFixtures.any;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.not;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Strong Kleene logic, law by law, over every assignment of three statements. */
class KleeneLawsTest {

    private static final Expression A = is("a");
    private static final Expression B = is("b");
    private static final Expression C = is("c");

    private final Atoms atoms = new Atoms(List.of("a", "b", "c"));

    @Test
    void notTurnsTrueAndFalseAroundAndLeavesUnknown() {
        assertThat(Truth.TRUE.not()).isEqualTo(Truth.FALSE);
        assertThat(Truth.FALSE.not()).isEqualTo(Truth.TRUE);
        assertThat(Truth.UNKNOWN.not()).isEqualTo(Truth.UNKNOWN);
        assertThat(Truth.of(true)).isEqualTo(Truth.TRUE);
        assertThat(Truth.of(false)).isEqualTo(Truth.FALSE);
    }

    @Test
    void allIsTheLeastAndAnyTheMost() {
        // false < unknown < true
        List<Truth> order = List.of(Truth.FALSE, Truth.UNKNOWN, Truth.TRUE);
        for (TruthSet truths : assignments()) {
            int a = order.indexOf(truths.get(0));
            int b = order.indexOf(truths.get(1));
            assertThat(value(all(A, B), truths)).isEqualTo(order.get(Math.min(a, b)));
            assertThat(value(any(A, B), truths)).isEqualTo(order.get(Math.max(a, b)));
            assertThat(value(not(A), truths)).isEqualTo(order.get(2 - a));
        }
    }

    @Test
    void nothingAskedIsTrueAndNoWayIsFalse() {
        for (TruthSet truths : assignments()) {
            assertThat(value(Expression.ALWAYS, truths)).isEqualTo(Truth.TRUE);
            assertThat(value(Expression.NEVER, truths)).isEqualTo(Truth.FALSE);
            assertThat(value(not(Expression.ALWAYS), truths)).isEqualTo(Truth.FALSE);
            assertThat(value(not(Expression.NEVER), truths)).isEqualTo(Truth.TRUE);
        }
    }

    @Test
    void lawsOfDeMorganHold() {
        alike(not(all(A, B, C)), any(not(A), not(B), not(C)));
        alike(not(any(A, B, C)), all(not(A), not(B), not(C)));
        alike(not(not(A)), A);
    }

    @Test
    void allAndAnyDistributeAndAbsorb() {
        alike(all(A, any(B, C)), any(all(A, B), all(A, C)));
        alike(any(A, all(B, C)), all(any(A, B), any(A, C)));
        alike(all(A, any(A, B)), A);
        alike(any(A, all(A, B)), A);
    }

    @Test
    void orderAndNestingDoNotMatter() {
        alike(all(A, B), all(B, A));
        alike(any(A, B), any(B, A));
        alike(all(A, all(B, C)), all(A, B, C));
        alike(any(A, any(B, C)), any(A, B, C));
        alike(all(A, A), A);
        alike(any(A, A), A);
    }

    /** Learning something more never turns a decided rule around. */
    @Test
    void knowingMoreNeverTakesAnAnswerBack() {
        List<Expression> rules = List.of(all(A, any(not(B), C)), any(all(A, not(B)), not(C)), not(all(A, not(A), C)));
        for (Expression rule : rules) {
            for (TruthSet less : assignments()) {
                for (TruthSet more : assignments()) {
                    if (extendsBy(less, more) && value(rule, less) != Truth.UNKNOWN) {
                        assertThat(value(rule, more)).as("%s", rule).isEqualTo(value(rule, less));
                    }
                }
            }
        }
    }

    private static boolean extendsBy(TruthSet less, TruthSet more) {
        for (int atom = 0; atom < 3; atom++) {
            if (less.get(atom) != Truth.UNKNOWN && less.get(atom) != more.get(atom)) {
                return false;
            }
        }
        return true;
    }

    private void alike(Expression one, Expression other) {
        for (TruthSet truths : assignments()) {
            assertThat(value(one, truths)).as("%s and %s", one, other).isEqualTo(value(other, truths));
        }
    }

    private Truth value(Expression expression, TruthSet truths) {
        return Condition.compile(expression, atoms).in(truths);
    }

    private List<TruthSet> assignments() {
        return TruthSetTest.everyAssignment(3, 1);
    }
}
