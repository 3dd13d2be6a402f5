package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;

/** A medicine where it is not licensed. */
class LicencesTest {

    @ParameterizedTest
    @EnumSource
    void isNotOffered(Standard standard) {
        Set<String> failures = new TreeSet<>();
        for (Facts.Licence licence : Facts.LICENCES) {
            if (!licence.licensed()) {
                for (Patients host : Hosts.all(standard)) {
                    Recommendation one = Hosts.of(Hosts.plan(host.in(licence.country()), standard), licence.item());
                    if (one.status() != Status.WITHHELD && one.status() != Status.REFUSED) {
                        failures.add(one.item().id() + " is " + one.status() + " in " + licence.country());
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isNotTheReasonWhereItIsLicensed(Standard standard) {
        Set<String> failures = new TreeSet<>();
        for (Facts.Licence licence : Facts.LICENCES) {
            if (licence.licensed()) {
                Patients host = Hosts.of(licence.item(), standard).orElse(Patients.withAcutePain());
                Recommendation one = Hosts.of(Hosts.plan(host.in(licence.country()), standard), licence.item());
                if (one.status() == Status.WITHHELD
                        && one.reasons().stream()
                                .anyMatch(reason -> reason.rule().contains("/licence/"))) {
                    failures.add(one.item().id() + " in " + licence.country());
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB", "US"})
    void leavesNoMetamizoleInGreatBritainAndTheUnitedStates(String country) {
        for (Patients host : Hosts.all(Standard.COMPREHENSIVE)) {
            assertThat(Hosts.plan(host.in(country), Standard.COMPREHENSIVE).recommendations())
                    .filteredOn(one -> one.status().offered() && one.item().dose() != null)
                    .filteredOn(one -> one.item().dose().ingredients().stream()
                            .anyMatch(ingredient -> ingredient.substance().equals("metamizole")))
                    .isEmpty();
        }
    }
}
