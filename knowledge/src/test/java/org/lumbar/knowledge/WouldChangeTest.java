package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.record.Coding;

/** What the plan says would change the status of an item. */
class WouldChangeTest {

    private static final long SEED = Long.getLong("population.seed", 20261124L);
    private static final int PEOPLE = 4_000;
    private static final int ITEMS_EACH = 6;
    private static final Pattern CHANGE = Pattern.compile("([^=<>]+)(<=|>=|<|>|=)(.+)");

    private static final Set<String> MEASURES =
            Hosts.KNOWLEDGE.measures().stream().map(Measure::id).collect(Collectors.toSet());

    @Test
    void doesChangeItOnceItIsSo() {
        System.out.println("population of " + PEOPLE + ", seed " + SEED);
        Set<String> failures = new TreeSet<>();
        for (int i = 0; i < PEOPLE; i++) {
            SplittableRandom random = new SplittableRandom(SEED + i);
            Standard standard = random.nextBoolean() ? Standard.COMPREHENSIVE : Standard.GUIDELINE;
            Patients patient = RandomPatients.next(random);
            List<Recommendation> all = Hosts.plan(patient, standard).recommendations();
            for (int k = 0; k < ITEMS_EACH; k++) {
                Recommendation one = all.get(random.nextInt(all.size()));
                for (List<String> changes : one.wouldChangeIf()) {
                    Status after =
                            changed(patient, standard, changes).get(one.item().id());
                    if (after == one.status()) {
                        failures.add("person " + (SEED + i) + " in " + standard + ": "
                                + one.item().id() + " stays " + one.status() + " although " + changes);
                    }
                }
            }
        }
        assertThat(failures.stream().limit(30))
                .as(failures.size() + " failures")
                .isEmpty();
    }

    /** The statuses with the changes; nothing when they make no sense together. */
    static Map<String, Status> changed(Patients patient, Standard standard, List<String> changes) {
        Patients other = patient;
        Standard under = standard;
        Map<String, List<String[]>> numbers = new HashMap<>();
        List<Coding> kept = new ArrayList<>(patient.medicines());
        for (String change : changes) {
            Matcher parts = CHANGE.matcher(change);
            assertThat(parts.matches()).as(change).isTrue();
            String what = parts.group(1);
            String value = parts.group(3);
            if (!parts.group(2).equals("=")) {
                numbers.computeIfAbsent(what, w -> new ArrayList<>()).add(new String[] {parts.group(2), value});
            } else if (what.equals("country")) {
                other = other.in(value);
            } else if (what.equals("standard")) {
                under = Standard.of(value).orElseThrow();
            } else if (value.equals("stopped")) {
                kept.remove(patient.medicines().get(Integer.parseInt(what.substring(what.indexOf('/') + 1))));
            } else if (MEASURES.contains(what)) {
                return Map.of();
            } else {
                assertThat(value).as(change).isIn("present", "absent");
                other = other.answering(what, value.equals("present"));
            }
        }
        for (Map.Entry<String, List<String[]>> number : numbers.entrySet()) {
            double value = fitting(number.getValue());
            if (Double.isNaN(value)) {
                return Map.of();
            }
            other = other.measured(number.getKey(), value);
        }
        if (kept.size() < patient.medicines().size()) {
            Patients free = other.takingNothing();
            for (Coding medicine : kept) {
                free = free.taking(medicine.system(), medicine.code());
            }
            other = free;
        }
        return Hosts.statuses(other, under);
    }

    /** A number that fits every comparison, or none. */
    private static double fitting(List<String[]> comparisons) {
        for (String[] bound : comparisons) {
            double number = Double.parseDouble(bound[1]);
            for (double candidate : new double[] {number, number - 1, number + 1, number - 0.5}) {
                if (comparisons.stream().allMatch(one -> holds(candidate, one[0], Double.parseDouble(one[1])))) {
                    return candidate;
                }
            }
        }
        return Double.NaN;
    }

    private static boolean holds(double value, String sign, double bound) {
        return switch (sign) {
            case "<" -> value < bound;
            case "<=" -> value <= bound;
            case ">" -> value > bound;
            default -> value >= bound;
        };
    }
}
