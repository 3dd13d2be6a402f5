package org.lumbar.core.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lumbar.core.logic.Expression.Finding;

/** Looking at several conditions together, also where their numbers need more than one machine word. */
class ConditionSetTest {

    private static final int[] MEMBERS = {0, 70, 191};

    private final Atoms atoms =
            new Atoms(IntStream.range(0, 200).mapToObj(i -> "f" + i).toList());
    private final List<Condition> all = IntStream.range(0, 200)
            .mapToObj(i -> Condition.compile(new Finding("f" + i), atoms))
            .toList();

    @Test
    void isTrueWhenOneIsAndFalseWhenAllAre() {
        ConditionSet set = new ConditionSet(members());
        for (TruthSet three : TruthSetTest.everyAssignment(3, 1)) {
            TruthSet truths = new TruthSet(atoms.words());
            truths.set(1, Truth.TRUE);
            truths.set(71, Truth.TRUE);
            boolean anyTrue = false;
            boolean allFalse = true;
            for (int i = 0; i < MEMBERS.length; i++) {
                truths.set(MEMBERS[i], three.get(i));
                anyTrue |= three.get(i) == Truth.TRUE;
                allFalse &= three.get(i) == Truth.FALSE;
            }
            Verdicts state = new Verdicts(truths, atoms);
            assertThat(set.any(state)).isEqualTo(anyTrue ? Truth.TRUE : allFalse ? Truth.FALSE : Truth.UNKNOWN);
            assertThat(set.anyHolds(state)).isEqualTo(anyTrue);
        }
    }

    @Test
    void ofNothingIsFalse() {
        Verdicts state = new Verdicts(new TruthSet(atoms.words()), atoms);
        assertThat(new ConditionSet(List.of()).any(state)).isEqualTo(Truth.FALSE);
        assertThat(new ConditionSet(List.of()).anyHolds(state)).isFalse();
    }

    private List<Condition> members() {
        List<Condition> members = new ArrayList<>();
        for (int member : MEMBERS) {
            members.add(all.get(member));
        }
        return members;
    }
}
