package org.lumbar.core.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A patient's state in two bit sets, also where it needs more than one machine word. */
class TruthSetTest {

    private static final int WORDS = 3;
    private static final int ATOMS = 64 * WORDS;

    @Test
    void beginsWithoutKnowingAnything() {
        TruthSet truths = new TruthSet(WORDS);
        for (int atom = 0; atom < ATOMS; atom++) {
            assertThat(truths.get(atom)).isEqualTo(Truth.UNKNOWN);
            assertThat(truths.isTrue(atom)).isFalse();
            assertThat(truths.isFalse(atom)).isFalse();
        }
    }

    @Test
    void holdsWhatWasSetLastForEachAtomAndForNoOther() {
        for (int atom = 0; atom < ATOMS; atom++) {
            for (Truth before : Truth.values()) {
                for (Truth after : Truth.values()) {
                    TruthSet truths = new TruthSet(WORDS);
                    truths.set(atom, before);
                    truths.set(atom, after);
                    assertThat(truths.get(atom)).isEqualTo(after);
                    assertThat(truths.isTrue(atom)).isEqualTo(after == Truth.TRUE);
                    assertThat(truths.isFalse(atom)).isEqualTo(after == Truth.FALSE);
                    truths.set(atom, Truth.UNKNOWN);
                    assertThat(truths).isEqualTo(new TruthSet(WORDS));
                }
            }
        }
    }

    @Test
    void leavesTheOtherAtomsAlone() {
        List<Truth> cycle = List.of(Truth.values());
        TruthSet truths = new TruthSet(WORDS);
        for (int atom = 0; atom < ATOMS; atom++) {
            truths.set(atom, cycle.get(atom % 3));
        }
        for (int atom = 0; atom < ATOMS; atom++) {
            assertThat(truths.get(atom)).isEqualTo(cycle.get(atom % 3));
        }
    }

    @Test
    void copiesWithoutSharing() {
        TruthSet original = new TruthSet(WORDS);
        original.set(3, Truth.TRUE);
        original.set(100, Truth.FALSE);
        TruthSet copy = original.copy();
        assertThat(copy).isEqualTo(original).hasSameHashCodeAs(original);
        copy.set(3, Truth.FALSE);
        copy.set(100, Truth.TRUE);
        assertThat(original.get(3)).isEqualTo(Truth.TRUE);
        assertThat(original.get(100)).isEqualTo(Truth.FALSE);
    }

    @Test
    void isEqualOnlyWhenEveryAtomIs() {
        List<TruthSet> all = everyAssignment(3, WORDS);
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < all.size(); j++) {
                assertThat(all.get(i).equals(all.get(j))).isEqualTo(i == j);
            }
        }
        assertThat(all.stream().map(TruthSet::hashCode).distinct().count()).isEqualTo(all.size());
    }

    /** All the 3^n states of the first n atoms. */
    static List<TruthSet> everyAssignment(int atoms, int words) {
        List<TruthSet> all = new ArrayList<>(List.of(new TruthSet(words)));
        for (int atom = 0; atom < atoms; atom++) {
            List<TruthSet> more = new ArrayList<>();
            for (TruthSet truths : all) {
                for (Truth truth : Truth.values()) {
                    TruthSet copy = truths.copy();
                    copy.set(atom, truth);
                    more.add(copy);
                }
            }
            all = more;
        }
        return all;
    }
}
