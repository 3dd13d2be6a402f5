package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.request;
import static org.lumbar.core.CoreFixtures.source;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Standard;

/** Of alternatives only the best are recommended, the others stay at hand. */
class ChoicesTest {

    /** Best first; the knowledge base lists the items in another order. */
    private static final List<String> BEST_FIRST = List.of("c", "a", "d", "b");

    @Test
    void takeTheBestOfThoseThatAreIndicated() {
        for (int atMost = 1; atMost <= 4; atMost++) {
            KnowledgeFixture knowledge = fourAlternatives(atMost);
            for (int indicated = 0; indicated < 16; indicated++) {
                List<String> chosen = new ArrayList<>();
                List<String> others = new ArrayList<>();
                for (String id : BEST_FIRST) {
                    if ((indicated & bit(id)) != 0) {
                        (chosen.size() < atMost ? chosen : others).add(id);
                    }
                }
                Map<Status, List<String>> found = knowledge
                        .planner()
                        .brief(wanting(indicated).record(), request())
                        .itemsByStatus();
                assertThat(found.getOrDefault(Status.RECOMMENDED, List.of()))
                        .containsExactlyInAnyOrderElementsOf(chosen);
                assertThat(found.getOrDefault(Status.OPTIONAL, List.of())).containsExactlyInAnyOrderElementsOf(others);
            }
        }
    }

    @Test
    void nameWhatWasChosenInstead() {
        TreatmentPlan plan = fourAlternatives(2).plan(wanting(15));
        for (Recommendation one : plan.recommendations()) {
            boolean chosen = BEST_FIRST.indexOf(one.item().id()) < 2;
            assertThat(one.reasons()).hasSize(chosen ? 1 : 2);
            if (!chosen) {
                Reason reason = one.reasons().get(1);
                assertThat(reason.rule()).isEqualTo("choice/one-of-four");
                assertThat(reason.pattern()).isEqualTo(Reason.CHOICE);
                assertThat(reason.words()).containsExactly(Reason.Word.of("chosen", text("a")));
                assertThat(reason.why()).isEqualTo(text("why one-of-four"));
                assertThat(reason.sources()).isEqualTo(source("one-of-four"));
            }
        }
    }

    @Test
    void doNotCountWhatIsNotRecommended() {
        KnowledgeFixture knowledge = knowledge()
                .item(item("first").offered(Offer.OPTIONAL))
                .item(item("second"))
                .choice("pair", 1, "first", "second");
        assertThat(knowledge.of("first", person()).status()).isEqualTo(Status.OPTIONAL);
        assertThat(knowledge.of("second", person()).status()).isEqualTo(Status.RECOMMENDED);
    }

    @Test
    void holdOnlyInTheStandardThatOrdersThem() {
        Planner planner = fourAlternatives(1).planner();
        assertThat(planner.brief(wanting(15).record(), request(Standard.GUIDELINE))
                        .itemsByStatus())
                .isEqualTo(Map.of(Status.RECOMMENDED, List.of("a", "b", "c", "d")));
    }

    /** A ladder of groups: what gave way in one group does not stand in the way in the next. */
    @Test
    void settleOneAfterTheOther() {
        KnowledgeFixture knowledge = knowledge()
                .item(item("a"))
                .item(item("b"))
                .item(item("c"))
                .choice("first", 1, "a", "b")
                .choice("second", 1, "b", "c");
        assertThat(knowledge.of("b", person()).status()).isEqualTo(Status.OPTIONAL);
        assertThat(knowledge.of("c", person()).status()).isEqualTo(Status.RECOMMENDED);
    }

    private static KnowledgeFixture fourAlternatives(int atMost) {
        KnowledgeFixture knowledge = knowledge().choice("one-of-four", atMost, BEST_FIRST.toArray(String[]::new));
        for (String id : List.of("a", "b", "c", "d")) {
            knowledge.findings("wants-" + id).item(item(id).indicated(is("wants-" + id)));
        }
        return knowledge;
    }

    private static int bit(String id) {
        return 1 << "abcd".indexOf(id);
    }

    private static PersonFixture wanting(int indicated) {
        PersonFixture person = person();
        for (String id : BEST_FIRST) {
            person.answers("wants-" + id, (indicated & bit(id)) != 0);
        }
        return person;
    }
}
