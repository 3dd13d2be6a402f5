package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    private final List<Problem> problems = new ArrayList<>();

    void error(String file, int line, String what, String advice) {
        problems.add(new Problem(file, line, what, advice, false));
    }

    void warning(String file, int line, String what, String advice) {
        problems.add(new Problem(file, line, what, advice, true));
    }

    /** All problems, by file and line. */
    public List<Problem> all() {
        return problems.stream()
                .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                .toList();
    }

    public List<Problem> errors() {
        return all().stream().filter(problem -> !problem.warning()).toList();
    }

    /** True when nothing but warnings was found. */
    public boolean none() {
        return problems.stream().allMatch(Problem::warning);
    }

    /** @throws InvalidKnowledge when anything but warnings was found */
    void refuse() {
        if (!none()) {
            throw new InvalidKnowledge(errors());
        }
    }

    void addAll(Problems others) {
        problems.addAll(others.problems);
    }
}
