package org.lumbar.server.my;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Entry;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.Instrument.Freedom;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.SignedSheet;
import org.springframework.stereotype.Component;

/** The questionnaires that the follow-up of a signed plan asks for. */
@Component
final class Questionnaires {

    /** Days by which a form may be early or late for a follow-up. */
    private static final int AROUND = 3;

    /** What a patient may fill in alone; with other licences the clinic does it together with the patient. */
    private static final Set<Freedom> FREE = Set.of(Freedom.OPEN, Freedom.ACKNOWLEDGE);

    private final Clinic clinic;

    Questionnaires(Clinic clinic) {
        this.clinic = clinic;
    }

    /**
     * A questionnaire and where it stands.
     *
     * @param own the patient may fill it in alone
     * @param due it is time
     * @param next the follow-up that asks for it next; null when none is left
     * @param filled forms so far, oldest first
     */
    record Asked(
            Instrument instrument,
            boolean own,
            boolean due,
            @Nullable LocalDate next,
            List<Filled> filled) {
        Asked {
            filled = List.copyOf(filled);
        }
    }

    /** What is asked of a patient, the most urgent first; nothing before a plan is signed. */
    List<Asked> of(PatientChart chart, TreatmentPlan plan, List<Entry> entries) {
        if (chart.signed().isEmpty()) {
            return List.of();
        }
        LocalDate signed =
                LocalDate.parse(SignedSheet.of(chart.signed().getLast()).date());
        List<Asked> asked = new ArrayList<>();
        for (Instrument instrument : clinic.knowledge().instruments()) {
            List<LocalDate> dates = plan.path().followUps().stream()
                    .filter(due -> due.followUp().measures().contains(instrument.id()))
                    .map(due -> signed.plusDays(due.followUp().inDays()))
                    .sorted()
                    .toList();
            if (!dates.isEmpty()) {
                asked.add(asked(instrument, dates, Filled.of(entries, instrument)));
            }
        }
        asked.sort(Comparator.comparing((Asked one) -> !one.due()).thenComparing(one -> !one.own()));
        return asked;
    }

    private Asked asked(Instrument instrument, List<LocalDate> dates, List<Filled> filled) {
        LocalDate last = filled.isEmpty() ? LocalDate.MIN : filled.getLast().on();
        LocalDate today = clinic.today();
        Optional<LocalDate> open = dates.stream()
                .filter(date -> last.isBefore(date.minusDays(AROUND)))
                .filter(date -> !date.isBefore(today) || date.equals(lastPassed(dates, today)))
                .findFirst();
        boolean due = open.isPresent() && !open.get().isAfter(today.plusDays(AROUND));
        boolean own = FREE.contains(instrument.licence().freedom());
        return new Asked(instrument, own, due && own, open.orElse(null), filled);
    }

    /** The newest follow-up that is over: an older one is not asked for any more. */
    private static @Nullable LocalDate lastPassed(List<LocalDate> dates, LocalDate today) {
        return dates.stream()
                .filter(date -> date.isBefore(today))
                .reduce((one, later) -> later)
                .orElse(null);
    }
}
