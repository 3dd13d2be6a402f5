package org.lumbar.server.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lumbar.chart.Json;
import org.lumbar.server.patient.Notices;

/**
 * How an edition changes the plan of one patient.
 *
 * @param patient id
 */
public record Effect(String patient, List<Notices.Shift> shifts) {
    public Effect {
        shifts = List.copyOf(shifts);
    }

    /** True when something changes that the patient's newest signed plan holds. */
    public boolean signed() {
        return shifts.stream().anyMatch(Notices.Shift::signed);
    }

    static List<Object> write(List<Effect> effects) {
        List<Object> written = new ArrayList<>();
        for (Effect effect : effects) {
            List<Object> shifts = new ArrayList<>();
            effect.shifts()
                    .forEach(shift -> shifts.add(Map.of(
                            "item", shift.item(),
                            "from", shift.from(),
                            "to", shift.to(),
                            "signed", shift.signed())));
            written.add(Map.of("patient", effect.patient(), "shifts", shifts));
        }
        return written;
    }

    static List<Effect> read(Map<String, Object> content) {
        return Json.maps(content, "effects").stream()
                .map(one -> new Effect(
                        Json.text(one, "patient"),
                        Json.maps(one, "shifts").stream()
                                .map(shift -> new Notices.Shift(
                                        Json.text(shift, "item"),
                                        Json.text(shift, "from"),
                                        Json.text(shift, "to"),
                                        Boolean.TRUE.equals(shift.get("signed"))))
                                .toList()))
                .toList();
    }
}
