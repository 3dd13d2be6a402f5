package org.lumbar.server.therapy;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammePlanner;
import org.lumbar.core.exercise.ProgrammeRequest;
import org.lumbar.core.exercise.ProgrammeRequest.Times;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.knowledge.ProgrammeTemplate.Use;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.documents.SessionOutline;
import org.lumbar.server.exercise.Changes;
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
                .map(SessionOutline::of);
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
                false,
                Changes.of(chart, clinic.knowledge()));
    }

    private Set<String> movements(Set<String> ids) {
        return clinic.knowledge().items().stream()
                .filter(item -> item.movement() != null && ids.contains(item.id()))
                .map(Item::id)
                .collect(Collectors.toSet());
    }
}
