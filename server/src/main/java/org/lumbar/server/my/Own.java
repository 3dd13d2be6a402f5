package org.lumbar.server.my;

import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.server.account.User;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Clinic;
import org.springframework.stereotype.Component;

/** Finds the chart of the patient who is signed in; there is no way from here to another one. */
@Component
final class Own {

    private final Clinic clinic;

    Own(Clinic clinic) {
        this.clinic = clinic;
    }

    /** @throws Missing when the account is no patient's */
    PatientChart chart(Page page) {
        User user = page.user();
        if (user == null || user.account().patient().isEmpty()) {
            throw new Missing();
        }
        return clinic.chart(user.account().patient());
    }

    /** True when this request was carried out before: sending it again does no harm. */
    boolean repeated(PatientChart chart, String request) {
        return sequence(chart, request) > 0;
    }

    /** Sequence of the first entry that came with a request; 0 when none did. */
    long sequence(PatientChart chart, String request) {
        return clinic.store().read(PatientChart.stream(chart.id())).stream()
                .filter(entry -> request.equals(entry.request()))
                .mapToLong(org.lumbar.chart.Entry::sequence)
                .findFirst()
                .orElse(0);
    }

    /** The first entry of what was written. */
    static long first(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Appended written -> written.entries().getFirst().sequence();
            case Outcome.Repeated before -> before.entries().getFirst().sequence();
            case Outcome.Stale stale -> throw new IllegalStateException("Nothing was expected of the chart");
        };
    }
}
