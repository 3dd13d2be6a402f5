package org.lumbar.knowledge;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.ProgrammePlanner;
import org.lumbar.core.exercise.ProgrammeRequest;
import org.lumbar.core.exercise.ProgrammeRequest.Times;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.ProgrammeTemplate.DayPart;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.TreatmentPlan;

/** Programmes of the real content, for tests. */
final class ProgrammeFixture {

    static final KnowledgeBase KNOWLEDGE = Hosts.KNOWLEDGE;
    static final Planner PLANNER = Hosts.PLANNER;
    static final ProgrammePlanner PROGRAMMES = new ProgrammePlanner(KNOWLEDGE);
    static final Times TIMES =
            new Times(LocalTime.of(7, 0), LocalTime.of(7, 30), LocalTime.of(12, 0), LocalTime.of(19, 0));

    private static final String[] EQUIPMENT = {"mat", "chair", "wall", "support"};
    private static final String[] MOVEMENTS = KNOWLEDGE.items().stream()
            .filter(item -> item.movement() != null)
            .map(item -> item.id())
            .toArray(String[]::new);

    private ProgrammeFixture() {}

    static TreatmentPlan plan(Patients patient) {
        return PLANNER.plan(patient.record(), Patients.request(Standard.COMPREHENSIVE));
    }

    static ProgrammeRequest request(Setting setting, int weeks) {
        return new ProgrammeRequest(
                Patients.TODAY, weeks, setting, null, Map.of(), null, TIMES, Set.of(), Set.of(), 5, null, false, false);
    }

    static ProgrammeRequest yoga(Setting setting, int weeks) {
        return new ProgrammeRequest(
                Patients.TODAY, weeks, setting, null, Map.of(), null, TIMES, Set.of(), Set.of(), 5, null, false, true);
    }

    static ProgrammeRequest notYetAlone(Setting setting, int weeks) {
        return new ProgrammeRequest(
                Patients.TODAY, weeks, setting, null, Map.of(), null, TIMES, Set.of(), Set.of(), 0, null, false, false);
    }

    static ProgrammeRequest beginner(Setting setting, int weeks) {
        return new ProgrammeRequest(
                Patients.TODAY, weeks, setting, null, Map.of(), null, TIMES, Set.of(), Set.of(), 5, null, true, false);
    }

    /** Whatever may be asked for. */
    static ProgrammeRequest random(SplittableRandom random) {
        Set<String> equipment = new HashSet<>();
        for (String one : EQUIPMENT) {
            if (random.nextInt(3) != 0) {
                equipment.add(one);
            }
        }
        return new ProgrammeRequest(
                Patients.TODAY,
                random.nextInt(1, 5),
                List.of(Setting.values()).get(random.nextInt(Setting.values().length)),
                random.nextBoolean() ? null : equipment,
                random.nextBoolean() ? Map.of() : Map.of(DayPart.DAY, random.nextInt(0, 61)),
                random.nextBoolean() ? null : Integer.valueOf(random.nextInt(1, 8)),
                TIMES,
                some(random),
                random.nextInt(4) == 0 ? Set.of(MOVEMENTS) : some(random),
                random.nextInt(0, 6),
                accustomed(random),
                random.nextInt(4) == 0,
                random.nextInt(4) == 0);
    }

    private static @Nullable Integer accustomed(SplittableRandom random) {
        return random.nextInt(3) == 0 ? Integer.valueOf(random.nextInt(5, 80)) : null;
    }

    private static Set<String> some(SplittableRandom random) {
        Set<String> some = new HashSet<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            some.add(MOVEMENTS[random.nextInt(MOVEMENTS.length)]);
        }
        return some;
    }
}
