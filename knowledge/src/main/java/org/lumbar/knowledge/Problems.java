package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects what is wrong with the content, so that an editor sees everything at once. */
public final class Problems {

    /**
     * Something wrong: where, what, and what to try.
     *
     * @param warning it does not stop the content from being used
     */
    public record Problem(String file, int line, String what, String advice, boolean warning) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + what + "\n    " + advice;
        }
    }

    /** A problem that may only follow from another in the file {@code cause}. */
    private record Consequence(String cause, Problem problem) {}

    private final List<Problem> problems = new ArrayList<>();
    private final List<Consequence> consequences = new ArrayList<>();

    void error(String file, int line, String what, String advice) {
        problems.add(new Problem(file, line, what, advice, false));
    }

    void warning(String file, int line, String what, String advice) {
        problems.add(new Problem(file, line, what, advice, true));
    }

    /** An error that is not worth telling while the file {@code cause} has one of its own: one mistake, one error. */
    void consequence(String cause, Problem problem) {
        consequences.add(new Consequence(cause, problem));
    }

    /** All problems, by file and line. */
    public List<Problem> all() {
        Set<String> faulty = problems.stream()
                .filter(problem -> !problem.warning())
                .map(Problem::file)
                .collect(Collectors.toSet());
        return Stream.concat(
                        problems.stream(),
                        consequences.stream()
                                .filter(one -> !faulty.contains(one.cause()))
                                .map(Consequence::problem))
                .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                .toList();
    }

    public List<Problem> errors() {
        return all().stream().filter(problem -> !problem.warning()).toList();
    }

    /** True when nothing but warnings was found. */
    public boolean none() {
        return all().stream().allMatch(Problem::warning);
    }

    /** @throws InvalidKnowledge when anything but warnings was found */
    void refuse() {
        if (!none()) {
            throw new InvalidKnowledge(errors());
        }
    }

    void addAll(Problems others) {
        problems.addAll(others.problems);
        consequences.addAll(others.consequences);
    }
}
