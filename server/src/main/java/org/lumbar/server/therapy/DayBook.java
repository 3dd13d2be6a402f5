package org.lumbar.server.therapy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lumbar.chart.PatientChart;
import org.lumbar.chart.Performed;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.documents.PlanView;
import org.lumbar.server.care.Upheld;
import org.lumbar.server.page.Messages;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.FlagLine;
import org.lumbar.server.patient.SignedSheet;
import org.springframework.stereotype.Component;

/**
 * Who is to be treated on a day and with what: the treatments of the newest signed plans that a therapist gives, as often as
 * their courses allow. What was signed and does not suit the patient any more is held back, with the reason.
 */
@Component
public final class DayBook {

    private final Clinic clinic;

    DayBook(Clinic clinic) {
        this.clinic = clinic;
    }

    /** The patients of a day, by name; without those for whom there is nothing. */
    List<PatientDay> day(LocalDate day, Messages messages) {
        return clinic.store().patients().signed().stream()
                .map(row -> of(clinic.chart(row.id()), day, messages))
                .filter(one -> !one.treatments().isEmpty())
                .toList();
    }

    /** The day of one patient. */
    PatientDay of(PatientChart chart, LocalDate day, Messages messages) {
        TreatmentPlan plan = clinic.plan(chart, messages.language());
        PlanView view = clinic.view(chart, plan, messages);
        boolean emergency = plan.triage().level().emergency();
        List<Treatment> treatments = new ArrayList<>();
        Map<String, Item> items = clinic.knowledge().items().stream().collect(Collectors.toMap(Item::id, one -> one));
        inForce(chart, day).ifPresent(signed -> {
            Map<String, SignedSheet.Line> lines = lines(signed);
            for (String id : lines.keySet()) {
                Item item = items.get(id);
                Work work = item == null ? null : Work.of(item).orElse(null);
                if (item != null && work != null && !onceLearnt(id, lines, chart)) {
                    String how = Objects.requireNonNull(lines.get(id)).how();
                    treatments.add(treatment(chart, item, work, how, day, new Today(plan, signed, view, messages)));
                }
            }
        });
        return new PatientDay(
                clinic.banner(chart, messages),
                emergency ? view.triage() : "",
                FlagLine.open(chart, clinic.knowledge(), messages),
                new Apart(clinic.knowledge(), messages).settle(treatments, day),
                chart.sequence());
    }

    /** What the plan says today, and which signed plan is carried out. */
    private record Today(TreatmentPlan plan, PatientChart.SignedPlan signed, PlanView view, Messages messages) {}

    /** Why a treatment must not be given, empty when it may, and what was decided so that it may. */
    private record Standing(String hold, List<String> decided) {}

    /** The plan that was the newest at the end of the day; empty when none was signed yet. */
    private Optional<PatientChart.SignedPlan> inForce(PatientChart chart, LocalDate day) {
        return chart.signed().reversed().stream()
                .filter(signed ->
                        !LocalDate.ofInstant(signed.at(), clinic.zone()).isAfter(day))
                .findFirst();
    }

    private static Map<String, SignedSheet.Line> lines(PatientChart.SignedPlan signed) {
        return SignedSheet.of(signed).lines().stream()
                .collect(Collectors.toMap(
                        SignedSheet.Line::id, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    /** Of the supervised start and exercise therapy only one is given: the start until it is learnt, then the other. */
    private boolean onceLearnt(String id, Map<String, SignedSheet.Line> lines, PatientChart chart) {
        boolean learnt = HomeStatus.of(chart, clinic.knowledge()).open();
        return (id.equals(Work.SUPERVISED_START) && learnt)
                || (id.equals(Work.EXERCISE_THERAPY) && !learnt && lines.containsKey(Work.SUPERVISED_START));
    }

    private Treatment treatment(PatientChart chart, Item item, Work work, String how, LocalDate day, Today today) {
        List<Performed> performed = chart.performed().stream()
                .filter(one -> one.item().equals(item.id()))
                .toList();
        Standing standing = standing(chart, item, today);
        return new Treatment(
                item,
                work,
                today.messages().capital(today.messages().say(item.name())),
                how,
                standing.hold(),
                Stream.concat(standing.decided().stream(), minds(item, today).stream())
                        .toList(),
                item.stop().stream().map(today.messages()::say).toList(),
                CourseSoFar.of(performed, item.course(), day),
                null,
                performed.stream()
                        .filter(one -> one.on().equals(day))
                        .reduce((first, second) -> second)
                        .orElse(null));
    }

    /** Every caution in full: who gives a treatment has no other page to look it up on. */
    private static List<String> minds(Item item, Today today) {
        List<String> minds = today.plan().recommendations().stream()
                .filter(one -> one.item().id().equals(item.id()))
                .flatMap(one -> one.reasons().stream())
                .filter(Reason::caution)
                .map(Reason::why)
                .flatMap(Stream::ofNullable)
                .map(today.messages()::say)
                .distinct()
                .toList();
        return minds.isEmpty()
                ? today.view().card(item.id()).map(PlanView.Card::notes).orElse(List.of())
                : minds;
    }

    /** Whether a treatment may be given now. What is unknown holds it back as what is known to forbid it does. */
    private Standing standing(PatientChart chart, Item item, Today today) {
        Messages messages = today.messages();
        if (today.plan().triage().level().emergency()) {
            return new Standing(today.view().triage(), List.of());
        }
        if (!chart.openFlags().isEmpty()) {
            return new Standing(messages.say("treatment.hold.flag"), List.of());
        }
        Status status = today.plan().recommendations().stream()
                .filter(one -> one.item().id().equals(item.id()))
                .map(Recommendation::status)
                .findFirst()
                .orElse(Status.REFUSED);
        return switch (status) {
            case RECOMMENDED, OPTIONAL, DISCRETION, NOT_INDICATED -> new Standing("", List.of());
            case WITHHELD, NEEDS_INFORMATION -> decided(chart, item, status, today);
            case REFUSED -> new Standing(hold(item, status, today), List.of());
        };
    }

    /** What the plan does not offer is given all the same when a physician has signed so, and nothing has been added since. */
    private Standing decided(PatientChart chart, Item item, Status status, Today today) {
        if (!chart.overrides().containsKey(item.id())) {
            return new Standing(hold(item, status, today), List.of());
        }
        Upheld upheld = Upheld.of(clinic, chart, today.signed(), today.plan(), item.id());
        List<String> decided = upheld.decided().stream()
                .map(rule -> today.messages().say("day.in-spite", "rule", rule.says()))
                .toList();
        if (upheld.whole()) {
            return new Standing("", decided);
        }
        String why = upheld.open().stream()
                .map(objection -> today.view().reason(objection.reason()).label())
                .collect(Collectors.joining(" "));
        return new Standing(
                upheld.decided().isEmpty()
                        ? hold(item, status, today)
                        : today.messages().say("treatment.hold.new") + " " + why,
                List.of());
    }

    private static String hold(Item item, Status status, Today today) {
        String why = today.view().card(item.id()).map(PlanView.Card::why).orElse("");
        return today.messages().say("treatment.hold." + status.id()) + (why.isEmpty() ? "" : " " + why);
    }
}
