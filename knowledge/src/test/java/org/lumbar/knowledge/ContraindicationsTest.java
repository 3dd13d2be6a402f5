package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Item.Availability;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;

/** A contraindication of the facts sheet that is present. */
class ContraindicationsTest {

    @ParameterizedTest
    @EnumSource
    void withholdTheirItemWithAReasonThatNamesThem(Standard standard) {
        List<String> failures = new ArrayList<>();
        for (Facts.Contraindication one : Facts.CONTRAINDICATIONS) {
            Patients host = Hosts.of(one.item(), standard)
                    .or(() -> Hosts.of(one.item(), Standard.COMPREHENSIVE))
                    .orElse(Patients.withAcutePain());
            Patients before = one.country().isEmpty() ? host : host.in(one.country());
            TreatmentPlan plan = Hosts.plan(withFinding(before, one.finding()), standard);
            Recommendation found = Hosts.of(plan, one.item());
            if (found.status() == Status.REFUSED) {
                continue;
            }
            Set<String> implied = new TreeSet<>(Hosts.present(plan));
            implied.removeAll(Hosts.present(Hosts.plan(before, standard)));
            boolean named = found.reasons().stream()
                    .flatMap(reason -> reason.findings().stream())
                    .anyMatch(finding -> finding.equals(one.finding())
                            || implied.contains(finding)
                            || (finding.equals("age") && one.finding().startsWith("age-")));
            if (found.status() != Status.WITHHELD || !named) {
                failures.add(one.item() + " with " + one.finding() + " " + one.country() + " (" + one.source() + ") is "
                        + found.status() + " because of "
                        + found.reasons().stream().map(reason -> reason.rule()).toList());
            }
        }
        assertThat(failures).isEmpty();
    }

    /** A red flag is a finding that others set: shingles stand for any of them. */
    private static Patients withFinding(Patients patient, String finding) {
        return patient.present(finding.equals("red-flag-present") ? "rf-zoster" : finding);
    }

    @Test
    void existForEveryItemOfTheSheetThatIsInTheContent() {
        Set<String> items = new TreeSet<>();
        Facts.CONTRAINDICATIONS.forEach(one -> items.add(one.item()));
        assertThat(Hosts.items()).containsAll(items);
    }

    @Test
    void haveAPatientToWhomTheItemIsOfferedWithoutThem() {
        Set<String> nobody = new TreeSet<>();
        for (Item item : Hosts.KNOWLEDGE.items()) {
            for (Standard standard : item.offer().keySet()) {
                if (item.availability() != Availability.EMERGENCY
                        && Hosts.of(item.id(), standard).isEmpty()) {
                    nobody.add(item.id() + " in " + standard);
                }
            }
        }
        assertThat(nobody).isEmpty();
    }
}
