package org.lumbar.server.therapy;

import java.util.List;
import org.lumbar.server.patient.Banner;
import org.lumbar.server.patient.FlagLine;

/**
 * What one patient has to be treated with on a day.
 *
 * @param emergency what stops every treatment, in words; empty when nothing does
 * @param flags what a physician has to look at first
 * @param sequence of the last entry of the chart
 */
public record PatientDay(
        Banner patient, String emergency, List<FlagLine> flags, List<Treatment> treatments, long sequence) {

    public PatientDay {
        flags = List.copyOf(flags);
        treatments = List.copyOf(treatments);
    }

    /** Treatments that are still to be given. */
    public long open() {
        return treatments.stream().filter(Treatment::open).count();
    }

    /** Treatments of which something was written down. */
    public long recorded() {
        return treatments.stream().filter(Treatment::recorded).count();
    }

    PatientDay only(Work work) {
        return new PatientDay(
                patient,
                emergency,
                flags,
                treatments.stream().filter(one -> one.work() == work).toList(),
                sequence);
    }
}
