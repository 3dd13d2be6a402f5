package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.finding.FindingsEngine;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.TruthSet;

/** Supposing that a finding were otherwise. */
class SuppositionTest {

    private static final long SEED = Long.getLong("population.seed", 20261124L);
    private static final int PEOPLE = 10_000;

    @Test
    void comesOutAsIfItHadBeenAnswered() {
        System.out.println("population of " + PEOPLE + ", seed " + SEED);
        List<String> ids =
                Hosts.KNOWLEDGE.findings().stream().map(FindingDefinition::id).toList();
        FindingsEngine engine = new FindingsEngine(Hosts.KNOWLEDGE, new Atoms(ids)).freeze();
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            SplittableRandom random = new SplittableRandom(SEED + i);
            Patients patient = RandomPatients.next(random);
            Findings before = engine.establish(patient.record(), Patients.TODAY);
            int finding = random.nextInt(ids.size());
            if (Hosts.KNOWLEDGE.findings().get(finding).askedThroughParts()) {
                continue; // nobody is asked for a phase or a syndrome itself
            }
            boolean present = random.nextBoolean();
            TruthSet supposed = engine.suppose(
                            before, before.truths(), List.of(new int[] {2 * finding + (present ? 1 : 0)}))
                    .state(0);
            TruthSet answered = engine.establish(
                            patient.answering(ids.get(finding), present).record(), Patients.TODAY)
                    .truths();
            for (int other = 0; other < ids.size(); other++) {
                if (supposed.get(other) != answered.get(other)) {
                    failures.add("person " + (SEED + i) + ", " + ids.get(finding) + " " + present + ": "
                            + ids.get(other) + " is " + supposed.get(other) + ", not " + answered.get(other));
                }
            }
        }
        assertThat(failures.stream().limit(20)).isEmpty();
    }
}
