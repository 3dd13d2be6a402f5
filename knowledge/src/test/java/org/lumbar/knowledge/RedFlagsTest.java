package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.record.CodeSystem;

/** A red flag. */
class RedFlagsTest {

    private static final Set<String> STOPPED_CATEGORIES = Set.of(
            "physiotherapy",
            "manual-massage",
            "reflex-needle",
            "biological",
            "exercise",
            "movement",
            "sanatorium",
            "remedy");

    /** Flags of treatment, with a medicine that can set them off. */
    private static final Map<String, String> ON_MEDICINE = Map.of(
            "trf-agran", "N02BB02",
            "trf-gibleed", "M01AB05",
            "trf-aki", "M01AE01",
            "trf-sjs", "M01AC06",
            "trf-serotonin", "N02AX02",
            "trf-resp", "N05BA01",
            "trf-methb", "D04AB04",
            "trf-liver", "N02BE01");

    /** Asked at the treatment itself. */
    private static final String DURING_TREATMENT = "trf-anaphylaxis";

    /** Recommended whenever there is no flag, so that its refusal means something. */
    private static final Patients HOST = Patients.withAcutePain().present("supervised-start-done");

    @ParameterizedTest
    @EnumSource
    void reachesTheUrgencyOfTheSheet(Standard standard) {
        Map<String, String> reached = new HashMap<>();
        Map<String, String> expected = new HashMap<>();
        for (Facts.RedFlag flag : Facts.RED_FLAGS) {
            TreatmentPlan plan = Hosts.plan(HOST.present(flag.id()), standard);
            expected.put(flag.id(), flag.urgency());
            reached.put(flag.id(), plan.triage().level().id());
            assertThat(plan.triage().present()).extracting(RedFlag::id).contains(flag.id());
        }
        assertThat(reached).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void thatIsAnEmergencyWithholdsEverythingWithAReason(Standard standard) {
        Set<String> failures = new TreeSet<>();
        for (Facts.RedFlag flag : Facts.RED_FLAGS) {
            if (flag.urgency().startsWith("emergency")) {
                for (Patients host : Hosts.all(standard)) {
                    for (Recommendation one :
                            Hosts.plan(host.present(flag.id()), standard).recommendations()) {
                        boolean stopped = one.status() == Status.WITHHELD
                                && one.reasons().stream()
                                        .anyMatch(reason -> reason.findings().contains(flag.id()));
                        if (!stopped && one.status() != Status.REFUSED) {
                            failures.add(one.item().id() + " is " + one.status() + " with " + flag.id());
                        }
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void thatIsUrgentStopsEveryPhysicalTreatmentUntilItIsCleared(Standard standard) {
        Set<String> failures = new TreeSet<>();
        for (Facts.RedFlag flag : Facts.RED_FLAGS) {
            if (flag.urgency().startsWith("urgent")) {
                for (Patients host : Hosts.all(standard)) {
                    TreatmentPlan plan = Hosts.plan(host.present(flag.id()), standard);
                    if (!Hosts.present(plan).contains("red-flag-present")) {
                        failures.add(flag.id() + " does not set red-flag-present");
                    }
                    for (Recommendation one : plan.recommendations()) {
                        if (STOPPED_CATEGORIES.contains(one.item().category())
                                && one.status() != Status.WITHHELD
                                && one.status() != Status.REFUSED) {
                            failures.add(one.item().id() + " is " + one.status() + " with " + flag.id());
                        }
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void thatAsksForARoutineReferralLeavesThePlanAsItIs(Standard standard) {
        for (Facts.RedFlag flag : Facts.RED_FLAGS) {
            if (flag.urgency().equals("routine-referral")) {
                TreatmentPlan plan = Hosts.plan(HOST.present(flag.id()), standard);
                assertThat(Hosts.present(plan)).doesNotContain("red-flag-present");
                assertThat(Hosts.statuses(HOST.present(flag.id()), standard)).isEqualTo(Hosts.statuses(HOST, standard));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void thatWasNotAnsweredIsListedAndKeepsPhysicalTreatmentWaiting(Standard standard) {
        Set<String> failures = new TreeSet<>();
        for (Facts.RedFlag flag : Facts.RED_FLAGS) {
            if (ON_MEDICINE.containsKey(flag.id()) || flag.id().equals(DURING_TREATMENT)) {
                continue;
            }
            for (Patients host : Hosts.all(standard)) {
                TreatmentPlan plan = Hosts.plan(notAskedAbout(host, flag.id()), standard);
                if (plan.triage().unanswered().stream()
                        .noneMatch(open -> open.id().equals(flag.id()))) {
                    failures.add(flag.id() + " is not listed as unanswered");
                }
                boolean stops = flag.id().startsWith("rf-") && !flag.urgency().equals("routine-referral");
                for (Recommendation one : plan.recommendations()) {
                    if (stops && one.item().physical() && one.status().offered()) {
                        failures.add(one.item().id() + " is " + one.status() + " without an answer about " + flag.id());
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    /** Leaves open what settles the flag, too: nobody who is not pregnant has to answer what concerns pregnancy. */
    private static Patients notAskedAbout(Patients patient, String flag) {
        return switch (flag) {
            case "rf-preg" -> patient.unknown(flag, "pregnancy");
            case "rf-child" -> patient.unknown(flag).aged(null);
            case "rf-fail" -> patient.unknown(flag).notMeasured("symptom-days").measured("pain-nrs", 8);
            case "trf-suicide" -> patient.unknown(flag, "suicidality");
            default -> patient.unknown(flag);
        };
    }

    @Test
    void ofAMedicineIsAskedAboutWhileThatMedicineIsTaken() {
        ON_MEDICINE.forEach((flag, atc) -> {
            Patients silent = HOST.unknown(flag);
            assertThat(Hosts.plan(silent.taking(CodeSystem.ATC, atc), Standard.COMPREHENSIVE)
                            .triage()
                            .unanswered())
                    .as(flag + " on " + atc)
                    .extracting(RedFlag::id)
                    .contains(flag);
            assertThat(Hosts.plan(silent, Standard.COMPREHENSIVE).triage().unanswered())
                    .as(flag + " without it")
                    .extracting(RedFlag::id)
                    .doesNotContain(flag);
        });
    }

    @Test
    void isAskedAboutFirstWhenItWouldBeAnEmergency() {
        TreatmentPlan plan =
                Hosts.plan(HOST.unknown("rf-ces-saddle", "rf-cancer-other", "epilepsy"), Standard.COMPREHENSIVE);
        assertThat(plan.questions().get(0).finding()).isEqualTo("rf-ces-saddle");
    }

    @Test
    void concernsEveryPhysicalItemByItsCategory() {
        List<String> free = Hosts.KNOWLEDGE.items().stream()
                .filter(item -> STOPPED_CATEGORIES.contains(item.category()) && !item.physical() && !item.umbrella())
                .map(Item::id)
                .toList();
        assertThat(free).isEmpty();
    }
}
