package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lumbar.core.plan.Planner;

/** Every worked case of the content, under its own name. */
class CasesTest {

    @TestFactory
    Stream<DynamicTest> comesOutAsTheEditorExpects() {
        Planner planner = new Planner(Knowledge.bundled());
        Cases cases = Cases.bundled();
        return cases.all().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.toString(),
                        () -> assertThat(cases.difference(one, planner)).isNull()));
    }

    @Test
    void existForEveryItemAsOfferedOrRefusedAndAtLeastThree() {
        var counts = new java.util.TreeMap<String, Integer>();
        Knowledge.bundled().items().forEach(item -> counts.put(item.id(), 0));
        Cases.bundled().all().forEach(one -> counts.merge(one.item(), 1, Integer::sum));
        counts.values().removeIf(count -> count >= 3);
        assertThat(counts).as("items with fewer than three cases").isEmpty();
    }
}
