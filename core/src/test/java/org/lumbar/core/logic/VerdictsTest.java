package org.lumbar.core.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lumbar.core.logic.Expression.All;
import org.lumbar.core.logic.Expression.Any;
import org.lumbar.core.logic.Expression.Finding;
import org.lumbar.core.logic.Expression.Not;

class VerdictsTest {

    private final Atoms atoms =
            new Atoms(IntStream.range(0, 70).mapToObj(i -> "f" + i).toList());

    @Test
    void areThoseOfTheConditions() {
        TruthSet truths = new TruthSet(atoms.words());
        truths.set(0, Truth.TRUE);
        truths.set(69, Truth.FALSE);
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            conditions.add(Condition.compile(new Finding("f" + i), atoms));
        }
        Verdicts verdicts = new Verdicts(truths, atoms);
        assertThat(verdicts.truths()).isSameAs(truths);
        assertThat(conditions).allSatisfy(one -> {
            assertThat(verdicts.of(one)).isEqualTo(one.in(truths));
            assertThat(verdicts.holds(one)).isEqualTo(one.in(truths) == Truth.TRUE);
        });
        assertThat(verdicts.of(conditions.get(0))).isEqualTo(Truth.TRUE);
        assertThat(verdicts.of(conditions.get(1))).isEqualTo(Truth.UNKNOWN);
        assertThat(verdicts.of(conditions.get(69))).isEqualTo(Truth.FALSE);
    }

    @Test
    void areThoseOfTermsOverSeveralWords() {
        Condition both = Condition.compile(new All(List.of(new Finding("f1"), new Not(new Finding("f66")))), atoms);
        Condition either = Condition.compile(
                new Any(List.of(new All(List.of(new Finding("f2"), new Finding("f65"))), new Finding("f67"))), atoms);
        for (TruthSet five : TruthSetTest.everyAssignment(5, 1)) {
            TruthSet truths = new TruthSet(atoms.words());
            int[] used = {1, 66, 2, 65, 67};
            for (int i = 0; i < used.length; i++) {
                truths.set(used[i], five.get(i));
            }
            Verdicts verdicts = new Verdicts(truths, atoms);
            assertThat(verdicts.of(both)).isEqualTo(both.in(truths));
            assertThat(verdicts.of(either)).isEqualTo(either.in(truths));
        }
    }

    @Test
    void knowAConditionThatWasCompiledAfterOthersWereAsked() {
        Verdicts first = new Verdicts(new TruthSet(atoms.words()), atoms);
        Condition late = Condition.compile(new Not(new Finding("f5")), atoms);
        TruthSet truths = new TruthSet(atoms.words());
        truths.set(5, Truth.FALSE);
        assertThat(first.truths()).isNotEqualTo(truths);
        assertThat(new Verdicts(truths, atoms).of(late)).isEqualTo(Truth.TRUE);
    }

    @Test
    void followWhatChangesAndLeaveWhatWasAsItWas() {
        Condition touched = Condition.compile(new Not(new Finding("f1")), atoms);
        Condition untouched = Condition.compile(new Finding("f2"), atoms);
        TruthSet truths = new TruthSet(atoms.words());
        truths.set(1, Truth.TRUE);
        truths.set(2, Truth.TRUE);
        Verdicts now = new Verdicts(truths, atoms);
        TruthSet changed = truths.copy();
        changed.set(1, Truth.FALSE);
        Verdicts later = now.in(changed, new int[] {touched.number()});
        assertThat(later.truths()).isSameAs(changed);
        assertThat(later.of(touched)).isEqualTo(Truth.TRUE);
        assertThat(later.of(untouched)).isEqualTo(Truth.TRUE);
        assertThat(now.of(touched)).isEqualTo(Truth.FALSE);
    }

    @Test
    void oneRuleHasOneNumberHoweverItIsWritten() {
        Condition one = Condition.compile(new Finding("f3"), atoms);
        Condition again = Condition.compile(new Any(List.of(new Finding("f3"))), atoms);
        Condition twice = Condition.compile(new Not(new Not(new Finding("f3"))), atoms);
        Condition other = Condition.compile(new Finding("f4"), atoms);
        assertThat(again).isSameAs(one);
        assertThat(twice).isSameAs(one);
        assertThat(other.number()).isNotEqualTo(one.number());
        assertThat(atoms.conditions()).isEqualTo(2);
    }
}
