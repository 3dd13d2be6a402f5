package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.DoseAdvice.IngredientDose;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;

/** A dose, a course and an age of the plan. */
class CeilingsTest {

    @ParameterizedTest
    @EnumSource
    void staysBelowTheCeilingOfTheSheetForEachGroupAndCountry(Standard standard) {
        Set<String> failures = new TreeSet<>();
        for (Facts.Ceiling ceiling : Facts.CEILINGS) {
            for (Patients host : Hosts.all(standard)) {
                Patients patient = to(host, ceiling.when());
                TreatmentPlan plan =
                        Hosts.plan(ceiling.country().isEmpty() ? patient : patient.in(ceiling.country()), standard);
                exceeding(plan, ceiling).forEach(failures::add);
            }
        }
        assertThat(failures).isEmpty();
    }

    /** A person for whom the ceiling is meant. */
    private static Patients to(Patients patient, String when) {
        if (when.isEmpty()) {
            return patient;
        }
        return switch (when) {
            case "age>=76" -> patient.aged(80);
            case "egfr<=50" -> patient.measured("egfr", 45);
            default -> patient.present(when);
        };
    }

    /** Doses of the plan that a ceiling forbids, one by one and summed over everything that is recommended. */
    static Set<String> exceeding(TreatmentPlan plan, Facts.Ceiling ceiling) {
        Set<String> found = new TreeSet<>();
        double sum = 0;
        for (Recommendation one : plan.recommendations()) {
            if (one.dose() == null
                    || !(ceiling.item().isEmpty()
                            || ceiling.item().equals(one.item().id()))) {
                continue;
            }
            for (IngredientDose dose : one.dose().ingredients()) {
                if (!dose.substance().id().equals(ceiling.substance()) || onTheSkin(one)) {
                    continue;
                }
                Double most = dose.perDayMaxMg();
                if (most == null || most > ceiling.mgPerDay()) {
                    found.add(one.item().id() + " " + ceiling + ": " + most);
                } else if (one.status() == Status.RECOMMENDED) {
                    sum += most;
                }
            }
        }
        if (ceiling.item().isEmpty() && sum > ceiling.mgPerDay()) {
            found.add("together " + ceiling + ": " + sum);
        }
        return found;
    }

    /** What is rubbed in is measured in grams of product. */
    private static boolean onTheSkin(Recommendation one) {
        return one.item().category().equals("topical");
    }

    @ParameterizedTest
    @EnumSource
    void staysBelowTheGramsThatMayBeRubbedIn(Standard standard) {
        Facts.GRAMS_PER_DAY.forEach((item, grams) -> Hosts.KNOWLEDGE.items().stream()
                .filter(one -> one.id().equals(item))
                .forEach(one -> assertThat(one.dose().gramsPerDayMax())
                        .as(item)
                        .isNotNull()
                        .isLessThanOrEqualTo(grams)));
    }

    @ParameterizedTest
    @EnumSource
    void endsWithinTheLongestCourseOfTheSheet(Standard standard) {
        Map<String, String> failures = new HashMap<>();
        for (Patients host : Hosts.all(standard)) {
            for (Recommendation one : Hosts.plan(host, standard).recommendations()) {
                Double longest = Facts.LONGEST_COURSE_DAYS.get(one.item().id());
                if (one.dose() != null && longest != null) {
                    Integer days = one.dose().dose().daysMax();
                    if (days == null || days > longest) {
                        failures.put(one.item().id(), days + " days, the sheet allows " + longest);
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isNotForAnyoneYoungerThanTheSheetAllows(Standard standard) {
        Set<String> failures = new TreeSet<>();
        Facts.YOUNGEST_AGE.forEach((item, years) -> {
            Patients host = Hosts.of(item, standard).orElse(null);
            if (host != null && years > 0) {
                Patients child = host.aged(years.intValue() - 1).absent("rf-child");
                Status status = Hosts.statuses(child, standard).get(item);
                if (status.offered()) {
                    failures.add(item + " is " + status + " at " + (years.intValue() - 1));
                }
            }
        });
        assertThat(failures).isEmpty();
    }
}
