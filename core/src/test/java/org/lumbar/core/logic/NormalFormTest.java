package org.lumbar.core.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lumbar.core.CoreFixtures.all;
import static org.lumbar.core.CoreFixtures.any;
import static org.lumbar.core.CoreFixtures.atLeast;
import static org.lumbar.core.CoreFixtures.atMost;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.less;
import static org.lumbar.core.CoreFixtures.more;
import static org.lumbar.core.CoreFixtures.not;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lumbar.core.logic.Expression.Operator;

/** What a compiled rule looks like: its alternatives, its atoms, and what of it is still open. */
class NormalFormTest {

    private final Atoms atoms = new Atoms(List.of("a", "b", "c", "d"));
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int D = 3;

    @Test
    void listsTheAlternativesAsTheyWereWritten() {
        assertThat(terms(compile(any(all("b", "a"), all(is("c"), not("d"))))))
                .containsExactly(term(new int[] {A, B}, new int[0]), term(new int[] {C}, new int[] {D}));
        assertThat(terms(compile(not(any("d", "b"))))).containsExactly(term(new int[0], new int[] {B, D}));
    }

    @Test
    void countsOneAlternativeOnce() {
        assertThat(terms(compile(any("a", "a")))).hasSize(1);
        assertThat(terms(compile(any(all("a", "b"), all("b", "a"))))).hasSize(1);
        assertThat(terms(compile(any(is("a"), not("a"))))).hasSize(2);
    }

    @Test
    void countsAlternativesWithoutUnfolding() {
        assertThat(Condition.alternatives(is("a"))).isEqualTo(1);
        assertThat(Condition.alternatives(less("x", 1))).isEqualTo(1);
        assertThat(Condition.alternatives(any("a", "b", "c"))).isEqualTo(3);
        assertThat(Condition.alternatives(all("a", "b", "c"))).isEqualTo(1);
        assertThat(Condition.alternatives(all(any("a", "b"), any("c", "d"), any("a", "c", "d"))))
                .isEqualTo(12);
        assertThat(Condition.alternatives(not(all("a", "b", "c")))).isEqualTo(3);
        assertThat(Condition.alternatives(not(any(all("a", "b"), all("c", "d")))))
                .isEqualTo(4);
        assertThat(Condition.alternatives(Expression.ALWAYS)).isEqualTo(1);
        assertThat(Condition.alternatives(Expression.NEVER)).isZero();
    }

    @Test
    void refusesARuleThatNobodyCouldReview() {
        // 2^12 alternatives are the limit
        Expression pair = any("a", "b");
        Expression limit = new Expression.All(Collections.nCopies(12, pair));
        Expression beyond = new Expression.All(Collections.nCopies(13, pair));
        assertThat(Condition.alternatives(limit)).isEqualTo(Condition.MAX_ALTERNATIVES);
        assertThat(Condition.alternatives(beyond)).isEqualTo(Condition.MAX_ALTERNATIVES + 1);
        assertThat(terms(compile(limit))).hasSize(3);
        assertThatThrownBy(() -> compile(beyond))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4096");
    }

    @Test
    void stopsCountingAboveTheLimit() {
        Expression many = new Expression.Any(Collections.nCopies(Condition.MAX_ALTERNATIVES, is("a")));
        assertThat(Condition.alternatives(many)).isEqualTo(Condition.MAX_ALTERNATIVES);
        assertThat(Condition.alternatives(any(many, is("b")))).isEqualTo(Condition.MAX_ALTERNATIVES + 1);
        Expression deep = new Expression.All(Collections.nCopies(64, any("a", "b", "c", "d")));
        assertThat(Condition.alternatives(deep)).isEqualTo(Condition.MAX_ALTERNATIVES + 1);
        assertThat(Condition.alternatives(any(deep, deep))).isEqualTo(Condition.MAX_ALTERNATIVES + 1);
    }

    @Test
    void refusesAFindingThatDoesNotExist() {
        assertThatThrownBy(() -> compile(is("nowhere"))).hasMessageContaining("nowhere");
        assertThat(atoms.findingOrNone("nowhere")).isEqualTo(-1);
        assertThat(atoms.findingOrNone("c")).isEqualTo(C);
    }

    @Test
    void isOneObjectForEqualRules() {
        assertThat(compile(any("a", "b"))).isSameAs(compile(any("a", "b")));
        assertThat(compile(any("a", "b"))).isNotSameAs(compile(any("b", "a")));
    }

    @Test
    void knowsWhenItIsJustOneFinding() {
        assertThat(compile(is("c")).singleAtom()).isEqualTo(C);
        assertThat(compile(all(any("b"))).singleAtom()).isEqualTo(B);
        assertThat(compile(not("c")).singleAtom()).isEqualTo(-1);
        assertThat(compile(all("a", "b")).singleAtom()).isEqualTo(-1);
        assertThat(compile(any("a", "b")).singleAtom()).isEqualTo(-1);
        assertThat(compile(all(is("a"), not("b"))).singleAtom()).isEqualTo(-1);
        assertThat(compile(Expression.ALWAYS).singleAtom()).isEqualTo(-1);
        assertThat(compile(Expression.NEVER).singleAtom()).isEqualTo(-1);
    }

    @Test
    void namesEveryAtomOnceInOrder() {
        assertThat(compile(any(all(is("d"), not("a")), all("a", "c"))).atoms()).containsExactly(A, C, D);
    }

    @Test
    void keepsOpenOnlyWhatCanStillDecide() {
        Condition rule = compile(any(all(is("d"), not("a")), all("c", "b")));
        TruthSet truths = new TruthSet(atoms.words());
        assertThat(rule.openAtoms(truths)).containsExactly(A, B, C, D);
        truths.set(A, Truth.FALSE);
        assertThat(rule.openAtoms(truths)).containsExactly(B, C, D);
        truths.set(C, Truth.FALSE);
        assertThat(rule.openAtoms(truths)).containsExactly(D);
        truths.set(D, Truth.FALSE);
        assertThat(rule.openAtoms(truths)).isEmpty();
    }

    @Test
    void sharesOneAtomBetweenAComparisonAndItsOpposite() {
        int below = single(less("x", 5));
        assertThat(terms(compile(atLeast("x", 5)))).containsExactly(term(new int[0], new int[] {below}));
        assertThat(terms(compile(not(atLeast("x", 5))))).containsExactly(term(new int[] {below}, new int[0]));
        int atMost = single(atMost("x", 5));
        assertThat(atMost).isNotEqualTo(below);
        assertThat(terms(compile(more("x", 5)))).containsExactly(term(new int[0], new int[] {atMost}));
        assertThat(terms(compile(not(atMost("x", 5))))).containsExactly(term(new int[0], new int[] {atMost}));
        assertThat(atoms.atom(below)).isEqualTo(new Atoms.Atom.OfComparison("x", false, 5));
        assertThat(atoms.atom(atMost)).isEqualTo(new Atoms.Atom.OfComparison("x", true, 5));
        assertThat(atoms.atom(B)).isEqualTo(new Atoms.Atom.OfFinding("b"));
        assertThat(single(less("y", 5))).isNotEqualTo(below);
        assertThat(atoms.size()).isEqualTo(7);
        assertThat(atoms.findings()).isEqualTo(4);
    }

    @Test
    void everyOperatorIsTheOppositeOfItsOpposite() {
        for (Operator operator : Operator.values()) {
            for (double number : new double[] {-1, 0, 1}) {
                assertThat(holds(operator.opposite(), number)).isEqualTo(!holds(operator, number));
            }
            assertThat(operator.opposite().opposite()).isEqualTo(operator);
        }
    }

    /** Whether a number stands in this relation to zero. */
    private static boolean holds(Operator operator, double number) {
        return switch (operator.sign()) {
            case "<" -> number < 0;
            case "<=" -> number <= 0;
            case ">" -> number > 0;
            case ">=" -> number >= 0;
            default -> throw new IllegalArgumentException(operator.sign());
        };
    }

    @Test
    void needsAWordForEverySixtyFourAtoms() {
        for (int count : new int[] {0, 1, 63, 64, 65, 128, 129}) {
            List<String> ids = java.util.stream.IntStream.range(0, count)
                    .mapToObj(i -> "f" + i)
                    .toList();
            assertThat(new Atoms(ids).words()).isEqualTo((int) Math.ceil(count / 64.0));
        }
    }

    @Test
    void termsAreEqualByTheirLiterals() {
        Term term = term(new int[] {1}, new int[] {2});
        assertThat(term)
                .isEqualTo(term(new int[] {1}, new int[] {2}))
                .hasSameHashCodeAs(term(new int[] {1}, new int[] {2}));
        assertThat(term).isNotEqualTo(term(new int[] {2}, new int[] {2}));
        assertThat(term).isNotEqualTo(term(new int[] {1}, new int[] {1}));
    }

    private int single(Expression expression) {
        return compile(expression).singleAtom();
    }

    private Condition compile(Expression expression) {
        return Condition.compile(expression, atoms);
    }

    private static List<Term> terms(Condition condition) {
        return IntStream.range(0, condition.size()).mapToObj(condition::term).toList();
    }

    private static Term term(int[] positive, int[] negative) {
        return new Term(positive, negative);
    }
}
