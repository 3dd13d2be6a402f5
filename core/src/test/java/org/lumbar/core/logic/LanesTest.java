package org.lumbar.core.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.all;
import static org.lumbar.core.CoreFixtures.any;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.not;

import java.util.List;
import org.junit.jupiter.api.Test;

/** States side by side answer as each of them does alone. */
class LanesTest {

    /** Two words of atoms, of which the first, one between and the last are used. */
    private static final int ATOMS = 100;

    private static final int WORDS = 2;
    private static final int[] USED = {0, 63, 99};

    @Test
    void beginWithTheSameStateInEveryLane() {
        for (TruthSet state : TruthSetTest.everyAssignment(USED.length, WORDS)) {
            Lanes lanes = new Lanes(state, ATOMS);
            for (int lane = 0; lane < Lanes.COUNT; lane++) {
                assertThat(lanes.state(lane)).isEqualTo(state);
            }
        }
    }

    @Test
    void changeOnlyWhereTheyAreChanged() {
        for (Truth before : Truth.values()) {
            for (Truth after : Truth.values()) {
                for (int atom : USED) {
                    TruthSet state = new TruthSet(WORDS);
                    state.set(atom, before);
                    TruthSet other = new TruthSet(WORDS);
                    other.set(atom, after);
                    Lanes changed = new Lanes(state, ATOMS);
                    changed.set(atom, other, 1L << 63);
                    changed.set(atom, new Lanes(other, ATOMS), 1L << 5);
                    if (after != Truth.UNKNOWN) {
                        changed.set(2 * atom + (after == Truth.TRUE ? 1 : 0), 1L);
                    } else {
                        changed.set(atom, other, 1L);
                    }
                    long in = 1L << 63 | 1L << 5 | 1;
                    for (int lane = 0; lane < Lanes.COUNT; lane++) {
                        assertThat(changed.state(lane)).isEqualTo((in >>> lane & 1) != 0 ? other : state);
                    }
                    assertThat(changed.isTrue(atom) & in).isEqualTo(after == Truth.TRUE ? in : 0);
                    assertThat(changed.isFalse(atom) & in).isEqualTo(after == Truth.FALSE ? in : 0);
                    assertThat(changed.isUnknown(atom) & in).isEqualTo(after == Truth.UNKNOWN ? in : 0);
                }
            }
        }
    }

    /** Every state of three findings in a lane of its own. */
    @Test
    void answerRulesAsEachStateDoes() {
        Atoms atoms = new Atoms(List.of("a", "b", "c"));
        List<Condition> rules = List.of(
                Condition.compile(Expression.ALWAYS, atoms),
                Condition.compile(Expression.NEVER, atoms),
                Condition.compile(all(is("a"), not("b")), atoms),
                Condition.compile(any(all(is("a"), is("b")), all(not("a"), is("c"))), atoms),
                Condition.compile(any(not("a"), not("c")), atoms));
        List<TruthSet> states = TruthSetTest.everyAssignment(3, atoms.words());
        Lanes lanes = new Lanes(new TruthSet(atoms.words()), atoms.size());
        for (int lane = 0; lane < states.size(); lane++) {
            for (int atom = 0; atom < atoms.size(); atom++) {
                lanes.set(atom, states.get(lane), 1L << lane);
            }
        }
        for (Condition rule : rules) {
            for (int lane = 0; lane < states.size(); lane++) {
                Truth alone = rule.in(states.get(lane));
                assertThat((rule.holds(lanes) >>> lane & 1) != 0).isEqualTo(alone == Truth.TRUE);
                assertThat((rule.fails(lanes) >>> lane & 1) != 0).isEqualTo(alone == Truth.FALSE);
            }
        }
    }
}
