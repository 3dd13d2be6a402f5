package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.not;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lumbar.core.ItemFixture;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;

/** Rules are looked at for all items at once; each item must still be told its own, in its own order. */
class RuleIndexTest {

    @Test
    void tellsEachItemItsOwnRulesInItsOrder() {
        TreatmentPlan plan = knowledge()
                .findings("a", "b", "c")
                .item(item("one").excluded(is("a")).excluded(is("b")))
                .item(item("two").excluded(is("b")).excluded(not("c")).excluded(is("a")))
                .item(item("three")
                        .excluded(is("c"))
                        .caution(is("b"))
                        .caution(is("c"))
                        .caution(is("a")))
                .plan(person().has("a").has("b").hasNo("c"));
        assertThat(rules(plan, 0)).containsExactly("one/exclude/1", "one/exclude/2");
        assertThat(rules(plan, 1)).containsExactly("two/exclude/1", "two/exclude/2", "two/exclude/3");
        assertThat(rules(plan, 2)).containsExactly("three/indicated", "three/caution/1", "three/caution/3");
    }

    @Test
    void asksForWhatIsOpenInTheOrderOfTheItem() {
        TreatmentPlan plan = knowledge()
                .findings("a", "b", "c", "d")
                .item(item("one").excluded(is("d")).excluded(is("a")).excluded(is("c")))
                .plan(person().hasNo("c"));
        assertThat(plan.recommendations().get(0).missing()).containsExactly("d", "a");
    }

    @Test
    void holdsAsManyRulesAsThereAreBits() {
        for (int present : new int[] {0, 31, 32, 63}) {
            PersonFixture one = person();
            IntStream.range(0, 64).forEach(i -> one.answers("f" + i, i == present));
            TreatmentPlan plan = withRules(64).plan(one);
            assertThat(plan.recommendations().get(0).status()).isEqualTo(Status.WITHHELD);
            assertThat(rules(plan, 0)).containsExactly("one/exclude/" + (present + 1));
            assertThat(plan.recommendations().get(1).status()).isEqualTo(Status.RECOMMENDED);
        }
    }

    @Test
    void refusesMoreRulesThanThereAreBits() {
        assertThatThrownBy(() -> withRules(65).planner())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65 rules");
    }

    /** An item with so many exclusions, and one without any after it. */
    private static KnowledgeFixture withRules(int count) {
        ItemFixture item = item("one");
        IntStream.range(0, count).forEach(i -> item.excluded(is("f" + i)));
        return knowledge()
                .findings(IntStream.range(0, count).mapToObj(i -> "f" + i).toArray(String[]::new))
                .item(item)
                .item(item("other"));
    }

    private static List<String> rules(TreatmentPlan plan, int item) {
        return plan.recommendations().get(item).reasons().stream()
                .map(Reason::rule)
                .toList();
    }
}
