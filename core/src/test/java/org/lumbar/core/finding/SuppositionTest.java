package org.lumbar.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.TODAY;
import static org.lumbar.core.CoreFixtures.all;
import static org.lumbar.core.CoreFixtures.any;
import static org.lumbar.core.CoreFixtures.atLeast;
import static org.lumbar.core.CoreFixtures.atMost;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.less;
import static org.lumbar.core.CoreFixtures.not;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.MeasureFixture.measure;
import static org.lumbar.core.PersonFixture.person;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Lanes;
import org.lumbar.core.logic.Truth;

/** To suppose that something were otherwise gives what the same person would get who answers so. */
class SuppositionTest {

    private static final List<String> ANSWERED = List.of("a", "b", "chained", "rare");

    private final KnowledgeBase base = knowledge()
            .measure(measure("years"))
            .finding(finding("chained").presentWhen(is("middle")).absentWhen(not("a")))
            .finding(finding("middle").presentWhen(all(is("a"), not("rare"))))
            .findings("a", "b")
            .finding(finding("rare").assumedAbsent())
            .finding(finding("rare-too").assumedAbsent().presentWhen(any(is("b"), less("years", 18))))
            .finding(finding("opposed").presentWhen(is("a")).absentWhen(is("b")).absentWins())
            .finding(finding("old").presentWhen(atLeast("years", 65)).absentWhen(atMost("years", 40)))
            .build();

    private final Atoms atoms =
            new Atoms(base.findings().stream().map(FindingDefinition::id).toList());
    private final FindingsEngine engine = new FindingsEngine(base, atoms).freeze();

    /** Each of four findings answered yes, no or not at all, then each pair of answers to findings supposed otherwise. */
    @Test
    void ofFindingsEqualsTheAnswer() {
        for (int state = 0; state < 81; state++) {
            Findings now = engine.establish(someone(state).record(), TODAY);
            for (int i = 0; i < ANSWERED.size(); i++) {
                for (int j = i; j < ANSWERED.size(); j++) {
                    for (int values = 0; values < 4; values++) {
                        boolean first = (values & 1) != 0;
                        boolean second = i == j ? first : (values & 2) != 0;
                        int[] otherwise = {change(ANSWERED.get(i), first), change(ANSWERED.get(j), second)};
                        int changedState = with(with(state, i, first), j, second);
                        assertThat(engine.suppose(now, now.truths(), List.of(otherwise))
                                        .state(0))
                                .as("state %s, %s", state, changedState)
                                .isEqualTo(
                                        engine.establish(someone(changedState).record(), TODAY)
                                                .truths());
                    }
                }
            }
        }
    }

    /** A bound stands for the number next to it. */
    @Test
    void ofABoundEqualsANumberNextToIt() {
        for (int state = 0; state < 81; state++) {
            for (double before : new double[] {10, 50, 70}) {
                Findings now =
                        engine.establish(someone(state).answers("years", before).record(), TODAY);
                supposes(state, now, Math.nextDown(18.0), number(false, 18, true));
                supposes(state, now, 18, number(false, 18, false));
                supposes(state, now, 40, number(true, 40, true));
                supposes(state, now, Math.nextUp(40.0), number(true, 40, false));
                supposes(state, now, Math.nextDown(65.0), number(false, 65, true));
                supposes(state, now, 65, number(false, 65, false));
                // Between two bounds any number will do; both are decided.
                supposes(state, now, 40, number(false, 18, false), number(true, 40, true));
            }
        }
    }

    /** Every single change in a lane of its own, next to one that changes nothing. */
    @Test
    void standSideBySideWithoutTouchingEachOther() {
        List<int[]> changes = new ArrayList<>(List.of(new int[0]));
        for (int change = 0; change < 2 * atoms.size(); change++) {
            changes.add(new int[] {change});
        }
        for (int state = 0; state < 81; state++) {
            Findings now = engine.establish(someone(state).answers("years", 50).record(), TODAY);
            Lanes together = engine.suppose(now, now.truths(), changes);
            assertThat(together.state(0)).isEqualTo(now.truths());
            assertThat(together.state(Lanes.COUNT - 1)).isEqualTo(now.truths());
            for (int lane = 1; lane < changes.size(); lane++) {
                assertThat(together.state(lane))
                        .isEqualTo(engine.suppose(now, now.truths(), List.of(changes.get(lane)))
                                .state(0));
            }
        }
    }

    @Test
    void leavesWhatWasEstablishedAlone() {
        Findings now = engine.establish(someone(0).record(), TODAY);
        Findings same = engine.establish(someone(0).record(), TODAY);
        engine.suppose(now, now.truths(), List.of(new int[] {change("a", false), number(false, 18, true)}));
        assertThat(now).isEqualTo(same);
    }

    private void supposes(int state, Findings now, double number, int... otherwise) {
        assertThat(engine.suppose(now, now.truths(), List.of(otherwise)).state(0))
                .as("state %s, years %s", state, number)
                .isEqualTo(
                        engine.establish(someone(state).answers("years", number).record(), TODAY)
                                .truths());
    }

    private int change(String finding, boolean present) {
        return 2 * atoms.finding(finding) + (present ? 1 : 0);
    }

    private int number(boolean orEqual, double bound, boolean below) {
        for (int atom = atoms.findings(); atom < atoms.size(); atom++) {
            if (atoms.atom(atom).equals(new Atoms.Atom.OfComparison("years", orEqual, bound))) {
                return 2 * atom + (below ? 1 : 0);
            }
        }
        throw new IllegalArgumentException("No rule compares with " + bound);
    }

    private static int with(int state, int place, boolean yes) {
        int power = (int) Math.pow(3, place);
        return state - state / power % 3 * power + (yes ? 1 : 0) * power;
    }

    private static PersonFixture someone(int state) {
        List<Truth> answers = new ArrayList<>();
        for (int i = 0, rest = state; i < ANSWERED.size(); i++, rest /= 3) {
            answers.add(List.of(Truth.FALSE, Truth.TRUE, Truth.UNKNOWN).get(rest % 3));
        }
        PersonFixture person = person();
        for (int i = 0; i < ANSWERED.size(); i++) {
            if (answers.get(i) != Truth.UNKNOWN) {
                person.answers(ANSWERED.get(i), answers.get(i) == Truth.TRUE);
            }
        }
        return person;
    }
}
