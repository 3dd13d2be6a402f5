package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.request;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumbar.core.ItemFixture;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.knowledge.Item.Offer;

/** What can be given instead: only what is offered, the same kind first, then the better, then the nearer. */
class AlternativesTest {

    private static List<String> instead(KnowledgeFixture knowledge, String id, PersonFixture person) {
        Planner planner = knowledge.planner();
        return new Alternatives(planner.knowledge()).of(id, planner.plan(person.record(), request()));
    }

    @Test
    void comeFromTheSameChoiceInItsOrder() {
        KnowledgeFixture knowledge = knowledge()
                .findings("ulcer")
                .item(item("third"))
                .item(item("first").excluded(is("ulcer")))
                .item(item("second"))
                .item(item("stranger"))
                .choice("one-of", 3, "first", "second", "third");
        assertThat(instead(knowledge, "first", person().has("ulcer"))).containsExactly("second", "third");
    }

    @Test
    void comeFromTheSameGroupAndTheSameClass() {
        KnowledgeFixture knowledge = knowledge()
                .drugClass("soothing")
                .drugClass("numbing")
                .item(item("cousin").ofClasses("soothing"))
                .item(item("other").ofClasses("numbing"))
                .item(item("brother"))
                .item(item("wanted").ofClasses("soothing"))
                .item(item("group").members("wanted", "brother"));
        assertThat(instead(knowledge, "wanted", person())).containsExactly("brother", "cousin");
    }

    @Test
    void areWhatIsOfferedAndTheBetterFirst() {
        KnowledgeFixture knowledge = knowledge()
                .findings("ulcer")
                .item(item("optional").offered(Offer.OPTIONAL))
                .item(item("closed").closed())
                .item(item("harmful").excluded(is("ulcer")))
                .item(item("good"))
                .item(item("wanted"))
                .choice("one-of", 5, "wanted", "harmful", "closed", "optional", "good");
        assertThat(instead(knowledge, "wanted", person().has("ulcer"))).containsExactly("good", "optional");
    }

    @Test
    void areMedicinesForAMedicineBeforeAnythingElse() {
        ItemFixture tablet = item("tablet").contains("zorpin", 10, 20).timesPerDay(1, 2);
        ItemFixture drops =
                item("drops").offered(Offer.OPTIONAL).contains("zorpon", 10, 20).timesPerDay(1, 2);
        KnowledgeFixture knowledge = knowledge()
                .substance("zorpin")
                .substance("zorpon")
                .item(tablet)
                .item(item("warmth"))
                .item(item("rest"))
                .item(drops)
                .choice("one-of", 4, "tablet", "warmth", "rest", "drops");
        assertThat(instead(knowledge, "tablet", person())).containsExactly("drops", "warmth", "rest");
        assertThat(instead(knowledge, "warmth", person())).containsExactly("rest", "tablet", "drops");
    }

    @Test
    void ofNothingThereAreNone() {
        KnowledgeFixture knowledge = knowledge().item(item("only")).item(item("other"));
        assertThat(instead(knowledge, "only", person())).isEmpty();
        assertThat(instead(knowledge, "nothing", person())).isEmpty();
    }
}
