package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

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

/** An item that is closed. */
class RefusedItemsTest {

    @ParameterizedTest
    @EnumSource
    void isRefusedForEverybodyWithAReason(Standard standard) {
        Set<String> failures = new TreeSet<>();
        List<Patients> everybody = new java.util.ArrayList<>(Hosts.all(standard));
        everybody.add(Patients.unknownToUs());
        everybody.add(Patients.withAcutePain().present("rf-ces-saddle"));
        for (Patients patient : everybody) {
            for (Recommendation one : Hosts.plan(patient, standard).recommendations()) {
                boolean closed = one.item().availability() == Availability.CLOSED;
                if (closed != (one.status() == Status.REFUSED)
                        || (closed && one.reasons().get(0).why() == null)) {
                    failures.add(one.item().id() + " is " + one.status());
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void isEverythingThatTheSheetRejects() {
        assertThat(Hosts.KNOWLEDGE.items())
                .filteredOn(item -> Facts.REFUSED.contains(item.id()))
                .isNotEmpty()
                .allMatch(item -> item.availability() == Availability.CLOSED);
    }

    @Test
    void includesVitaminAInTheDoseOfTheSource() {
        assertThat(Hosts.KNOWLEDGE.items())
                .filteredOn(item -> item.id().equals("vitamin-a"))
                .singleElement()
                .satisfies(item -> assertThat(item.refused().en()).contains("240"));
    }

    @Test
    void includesArnicaToDrinkAndCherryStonesWhereTheyAreInTheContent() {
        assertThat(Hosts.KNOWLEDGE.items())
                .filteredOn(item ->
                        item.id().startsWith("arnica-internal") || item.id().startsWith("cherry-stone"))
                .extracting(Item::availability)
                .allMatch(availability -> availability == Availability.CLOSED);
    }
}
