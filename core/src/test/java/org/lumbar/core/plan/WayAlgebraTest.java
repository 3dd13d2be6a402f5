package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Atoms.Atom;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Expression.Comparison;
import org.lumbar.core.logic.Expression.Operator;

/** Ways are put together as a slow and simple reckoning with sets and with numbers tried one by one says. */
class WayAlgebraTest {

    /** Numbers below, at, between and above every bound. */
    private static final double[] NUMBERS = {4, 5, 6, 7, 8};

    private final Atoms atoms = atoms();
    private final WayAlgebra algebra = new WayAlgebra(atoms);
    private final List<Way> ways = everyWay();

    private static Atoms atoms() {
        Atoms atoms = new Atoms(List.of("a", "b"));
        Condition.compile(new Comparison("m", Operator.LESS, 5), atoms);
        Condition.compile(new Comparison("m", Operator.AT_MOST, 5), atoms);
        Condition.compile(new Comparison("m", Operator.LESS, 7), atoms);
        Condition.compile(new Comparison("other", Operator.AT_MOST, 7), atoms);
        return atoms;
    }

    /** Every way of one or two changes. */
    private List<Way> everyWay() {
        Set<List<Integer>> all = new TreeSet<>(Comparator.comparing(List<Integer>::toString));
        for (int one = 0; one < 2 * atoms.size(); one++) {
            for (int two = 0; two < 2 * atoms.size(); two++) {
                List<Integer> way = strictest(List.of(one, two));
                if (way != null) {
                    all.add(way);
                }
            }
        }
        return all.stream()
                .map(way -> new Way(way.stream().mapToInt(Integer::intValue).toArray()))
                .toList();
    }

    @Test
    void bothMeansEveryChangeOfEitherAndNeverAContradiction() {
        assertThat(ways).hasSizeGreaterThan(40);
        for (Way one : ways) {
            for (Way two : ways) {
                List<Integer> expected =
                        strictest(IntStream.concat(IntStream.of(one.changes), IntStream.of(two.changes))
                                .boxed()
                                .toList());
                List<List<Integer>> found = numbers(algebra.combine(new Way[] {one}, new Way[] {two}));
                assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected));
                assertThat(numbers(algebra.together(new Options[] {new Options(one), new Options(two)})))
                        .isEqualTo(found);
            }
        }
    }

    @Test
    void ofManyTheSmallestAreKept() {
        for (int first = 0; first + 4 < ways.size(); first++) {
            for (int other = 0; other + 3 < ways.size(); other += 3) {
                Way[] left = best(ways.subList(first, first + 4));
                Way[] right = best(ways.subList(other, other + 3));
                List<List<Integer>> all = new ArrayList<>();
                for (Way one : left) {
                    for (Way two : right) {
                        List<Integer> both =
                                strictest(IntStream.concat(IntStream.of(one.changes), IntStream.of(two.changes))
                                        .boxed()
                                        .toList());
                        if (both != null) {
                            all.add(both);
                        }
                    }
                }
                assertThat(numbers(algebra.combine(left, right))).isEqualTo(smallest(all));
                List<List<Integer>> either = new ArrayList<>(numbers(left));
                either.addAll(numbers(right));
                assertThat(numbers(WayAlgebra.either(left, right))).isEqualTo(smallest(either));
            }
        }
    }

    @Test
    void noWayOnOneSideLeavesTheOther() {
        Way[] some = {ways.get(0)};
        assertThat(WayAlgebra.either(new Way[0], some)).isSameAs(some);
        assertThat(WayAlgebra.either(some, new Way[0])).isSameAs(some);
        assertThat(algebra.combine(some, new Way[0])).isEmpty();
    }

    private static Way[] best(List<Way> some) {
        return WayAlgebra.best(some.toArray(Way[]::new), some.size());
    }

    /** In order of size, none that holds another one, no more than three. */
    private static List<List<Integer>> smallest(List<List<Integer>> all) {
        List<List<Integer>> kept = new ArrayList<>();
        all.stream()
                .sorted(Comparator.<List<Integer>>comparingInt(List::size)
                        .thenComparing((x, y) -> Arrays.compare(x.toArray(Integer[]::new), y.toArray(Integer[]::new))))
                .forEach(way -> {
                    if (kept.size() < WayAlgebra.ALTERNATIVES && kept.stream().noneMatch(way::containsAll)) {
                        kept.add(way);
                    }
                });
        return kept;
    }

    /** The changes without those that another one implies; null when no state fulfils them all. */
    private @org.jspecify.annotations.Nullable List<Integer> strictest(List<Integer> changes) {
        Set<Integer> all = new TreeSet<>(changes);
        for (int change : all) {
            if (all.contains(change ^ 1)) {
                return null;
            }
        }
        for (String measure : List.of("m", "other")) {
            List<Integer> bounds =
                    all.stream().filter(change -> of(measure, change)).toList();
            if (Arrays.stream(NUMBERS).noneMatch(number -> bounds.stream().allMatch(one -> within(one, number)))) {
                return null;
            }
            for (int bound : bounds) {
                if (bounds.stream().anyMatch(other -> other != bound && all.contains(other) && implies(other, bound))) {
                    all.remove(bound);
                }
            }
        }
        return List.copyOf(all);
    }

    private boolean of(String measure, int change) {
        return atoms.atom(change >> 1) instanceof Atom.OfComparison bound
                && bound.measure().equals(measure);
    }

    private boolean implies(int strict, int loose) {
        return Arrays.stream(NUMBERS).allMatch(number -> !within(strict, number) || within(loose, number));
    }

    private boolean within(int change, double number) {
        Atom.OfComparison bound = (Atom.OfComparison) atoms.atom(change >> 1);
        boolean below = bound.orEqual() ? number <= bound.number() : number < bound.number();
        return below == ((change & 1) != 0);
    }

    private static List<List<Integer>> numbers(Way[] some) {
        return Arrays.stream(some)
                .map(way -> IntStream.of(way.changes).boxed().toList())
                .toList();
    }
}
