package org.lumbar.server.patient;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.lumbar.chart.PatientChart;
import org.lumbar.server.page.Messages;

/**
 * Who the page is about, on every page about a patient, so that nobody writes into the wrong chart.
 *
 * @param person sex, birth date and age
 * @param allergies as recorded and as stated in answers; empty when neither is, which does not mean that there is none
 */
public record Banner(String id, String name, String person, List<String> allergies) {

    static Banner of(PatientChart chart, List<String> allergies, Messages messages, LocalDate today) {
        String sex = chart.sex().isEmpty() ? "unknown" : chart.sex();
        return new Banner(
                chart.id(),
                chart.name().formal(),
                String.join(", ", messages.say("sex." + sex), born(chart.birthDate(), messages, today)),
                allergies);
    }

    /** Birth date and age, as exactly as they are known. */
    static String born(String birthDate, Messages messages, LocalDate today) {
        if (birthDate.isEmpty()) {
            return messages.say("patient.born-unknown");
        }
        try {
            LocalDate born = LocalDate.parse(birthDate);
            int years = Period.between(born, today).getYears();
            return messages.shortDate(born) + " (" + messages.say("patient.years", "n", years) + ")";
        } catch (DateTimeParseException e) {
            return birthDate;
        }
    }
}
