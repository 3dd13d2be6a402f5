package org.lumbar.server.governance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.knowledge.Edition;
import org.lumbar.knowledge.Problems;
import org.springframework.stereotype.Component;

/** Checks editions, which takes seconds, and remembers the last answers: the same texts always give the same one. */
@Component
final class Checks {

    private static final int KEPT = 16;

    private final Map<Map<String, String>, List<Problems.Problem>> kept =
            Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Map<String, String>, List<Problems.Problem>> eldest) {
                    return size() > KEPT;
                }
            });

    /** Everything that is wrong with an edition, warnings too. */
    List<Problems.Problem> of(Edition edition) {
        List<Problems.Problem> known = kept.get(edition.changes());
        if (known != null) {
            return known;
        }
        List<Problems.Problem> found = edition.check();
        kept.put(edition.changes(), found);
        return found;
    }

    static boolean pass(List<Problems.Problem> problems) {
        return problems.stream().allMatch(Problems.Problem::warning);
    }
}
