package org.lumbar.core.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    void tellsWhichOfThemHaveAValue() {
        ConditionSet set = new ConditionSet(members());
        for (TruthSet three : TruthSetTest.everyAssignment(3, 1)) {
            TruthSet truths = new TruthSet(atoms.words());
            truths.set(1, Truth.TRUE);
            truths.set(71, Truth.FALSE);
            Map<Truth, List<Integer>> expected = new EnumMap<>(Truth.class);
            for (int i = 0; i < MEMBERS.length; i++) {
                truths.set(MEMBERS[i], three.get(i));
                expected.computeIfAbsent(three.get(i), truth -> new ArrayList<>())
                        .add(all.get(MEMBERS[i]).number());
            }
            Verdicts state = new Verdicts(truths, atoms);
            for (Truth truth : Truth.values()) {
                List<Integer> found = new ArrayList<>();
                set.each(truth, state, found::add);
                assertThat(found).isEqualTo(expected.getOrDefault(truth, List.of()));
            }
        }
    }

    @Test
    void ofNothingTellsNothing() {
        Verdicts state = new Verdicts(new TruthSet(atoms.words()), atoms);
        List<Integer> found = new ArrayList<>();
        for (Truth truth : Truth.values()) {
            new ConditionSet(List.of()).each(truth, state, found::add);
        }
        assertThat(found).isEmpty();
    }

    private List<Condition> members() {
        List<Condition> members = new ArrayList<>();
        for (int member : MEMBERS) {
            members.add(all.get(member));
        }
        return members;
    }
}
