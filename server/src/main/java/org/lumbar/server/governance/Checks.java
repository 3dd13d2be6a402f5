package org.lumbar.server.governance;

import java.util.List;
import java.util.Map;
import org.lumbar.knowledge.Edition;
import org.lumbar.knowledge.Problems;
import org.lumbar.server.page.Recent;
import org.springframework.stereotype.Component;

/** Checks editions, which takes seconds, and remembers the last answers: the same texts always give the same one. */
@Component
final class Checks {

    private static final int KEPT = 16;

    private final Recent<Map<String, String>, List<Problems.Problem>> kept = new Recent<>(KEPT);

    /** Everything that is wrong with an edition, warnings too. */
    List<Problems.Problem> of(Edition edition) {
        List<Problems.Problem> known = kept.find(edition.changes());
        if (known != null) {
            return known;
        }
        List<Problems.Problem> found = edition.check();
        kept.keep(edition.changes(), found);
        return found;
    }

    static boolean pass(List<Problems.Problem> problems) {
        return problems.stream().allMatch(Problems.Problem::warning);
    }
}
