package org.lumbar.knowledge;

import java.util.List;
import java.util.stream.Collectors;

/** The content cannot be used; carries every problem that was found. */
public final class InvalidKnowledge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problems.Problem> problems;

    InvalidKnowledge(List<Problems.Problem> problems) {
        super(problems.stream().map(Problems.Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problems.Problem> problems() {
        return problems;
    }
}
