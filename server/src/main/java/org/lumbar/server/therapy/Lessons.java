package org.lumbar.server.therapy;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.PatientChart;
import org.lumbar.chart.Practised;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammePlanner;
import org.lumbar.core.exercise.ProgrammeRequest;
import org.lumbar.core.exercise.ProgrammeRequest.Times;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.documents.SessionOutline;
import org.lumbar.documents.SessionOutline.Exercise;
import org.lumbar.documents.SessionOutline.Part;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.SignedSheet;
import org.springframework.stereotype.Component;

/**
 * Sessions with an instructor: the next one of the supervised programme, with each exercise made easier or harder as the
 * instructor last decided. An exercise is only ever changed to one that the plan offers.
 */
@Component
public final class Lessons {

    private static final Times TIMES =
            new Times(LocalTime.of(7, 0), LocalTime.of(7, 30), LocalTime.of(12, 0), LocalTime.of(19, 0));

    private final Clinic clinic;

    Lessons(Clinic clinic) {
        this.clinic = clinic;
    }

    private Map<String, Item> items() {
        return clinic.knowledge().items().stream().collect(Collectors.toMap(Item::id, one -> one));
    }

    /** The next session; empty when the plan offers no exercise today. */
    Optional<SessionOutline> next(PatientChart chart, TreatmentPlan plan) {
        if (chart.signed().isEmpty()) {
            return Optional.empty();
        }
        Programme programme = new ProgrammePlanner(clinic.knowledge()).first(plan, request(chart));
        return programme.sessions().stream()
                .filter(session -> session.use() == Use.MAIN)
                .findFirst()
                .or(() -> programme.sessions().stream().findFirst())
                .map(SessionOutline::of)
                .map(outline -> changed(outline, steps(chart), plan));
    }

    private ProgrammeRequest request(PatientChart chart) {
        Set<String> signed = SignedSheet.of(chart.signed().getLast()).lines().stream()
                .map(SignedSheet.Line::id)
                .collect(Collectors.toSet());
        Set<String> removed = chart.edits().values().stream()
                .filter(edit -> !edit.chosen())
                .map(PatientChart.Edit::item)
                .collect(Collectors.toSet());
        return new ProgrammeRequest(
                clinic.today(),
                1,
                Setting.SUPERVISED,
                null,
                Map.of(),
                null,
                TIMES,
                movements(removed),
                movements(signed),
                HomeStatus.of(chart, clinic.knowledge()).correct(),
                null,
                false,
                false);
    }

    private Set<String> movements(Set<String> ids) {
        return clinic.knowledge().items().stream()
                .filter(item -> item.movement() != null && ids.contains(item.id()))
                .map(Item::id)
                .collect(Collectors.toSet());
    }

    /** How many steps harder, or with a minus easier, instructors have made each movement. */
    static Map<String, Integer> steps(PatientChart chart) {
        Map<String, Integer> steps = new HashMap<>();
        for (Practised session : chart.practised()) {
            for (Practised.Seen seen : session.seen()) {
                int step = switch (seen.change()) {
                    case "harder" -> 1;
                    case "easier" -> -1;
                    default -> 0;
                };
                steps.merge(seen.movement(), step, Integer::sum);
            }
        }
        return steps;
    }

    private SessionOutline changed(SessionOutline outline, Map<String, Integer> steps, TreatmentPlan plan) {
        List<Exercise> exercises = new ArrayList<>();
        for (Exercise one : outline.exercises()) {
            Integer step = steps.get(one.movement().id());
            Item other = step == null || step == 0 || one.parts().size() > 1 ? null : other(one.movement(), step, plan);
            exercises.add(other == null ? one : of(other, one));
        }
        return new SessionOutline(outline.id(), outline.name(), outline.about(), exercises, outline.leftOut());
    }

    /** The movement so many steps away; null when there is none that the plan offers, and the movement stays. */
    private @Nullable Item other(Item movement, int step, TreatmentPlan plan) {
        Map<String, Item> all = items();
        Item at = movement;
        for (int left = Math.abs(step); left > 0; left--) {
            Movement how = at.movement();
            String next = how == null ? null : step < 0 ? how.easier() : how.harder();
            if (next == null || !offered(next, plan)) {
                break;
            }
            at = all.get(next);
        }
        return at.equals(movement) ? null : at;
    }

    private static boolean offered(String item, TreatmentPlan plan) {
        for (Recommendation one : plan.recommendations()) {
            if (one.item().id().equals(item)) {
                return one.status().offered();
            }
        }
        return false;
    }

    /** Another movement in the place of one, at the lowest dose of its own. */
    private static Exercise of(Item item, Exercise place) {
        Movement movement = item.movement();
        Movement.Count dose = movement == null ? null : movement.dose();
        if (dose == null) {
            return place;
        }
        Range hold = dose.holdSeconds();
        Range repetitions = dose.repetitions();
        return new Exercise(
                List.of(new Part(item, dose.seconds().least(), hold == null ? null : hold.least())),
                repetitions == null ? null : (int) Math.round(repetitions.least()),
                (int) Math.max(1, Math.round(dose.sets().least())),
                dose.perSide(),
                place.setRestSeconds(),
                place.restSeconds(),
                List.<LocalizedText>of());
    }
}
