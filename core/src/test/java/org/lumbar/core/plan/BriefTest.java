package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.atc;
import static org.lumbar.core.CoreFixtures.atcPrefix;
import static org.lumbar.core.CoreFixtures.interaction;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.items;
import static org.lumbar.core.CoreFixtures.request;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Level;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.record.PatientRecord;

/** The short outcome, the plan and the word on one item agree. */
class BriefTest {

    private final Planner planner = knowledge()
            .findings("a", "b")
            .redFlag("alarm", Urgency.EMERGENCY_NOW)
            .item(item("one").excluded(is("a")))
            .item(item("two").indicated(is("b")))
            .item(item("three").offered(Offer.OPTIONAL).excluded(is("b")))
            .item(item("four"))
            .item(item("no").closed())
            .item(item("group").members("one", "two"))
            .choice("pair", 1, "four", "one")
            .interaction(interaction("clash", Level.AVOID, items("two"), atcPrefix("Q")))
            .planner();

    @Test
    void agreesWithThePlanForEveryone() {
        for (int state = 0; state < 54; state++) {
            PatientRecord record = someone(state).record();
            TreatmentPlan plan = planner.plan(record, request());
            Planner.Brief brief = planner.brief(record, request());
            Map<Status, List<String>> byStatus = new EnumMap<>(Status.class);
            for (Recommendation one : plan.recommendations()) {
                byStatus.computeIfAbsent(one.status(), status -> new ArrayList<>())
                        .add(one.item().id());
                assertThat(planner.recommendation(record, request(), one.item().id()))
                        .contains(one);
            }
            assertThat(brief.itemsByStatus()).isEqualTo(byStatus);
            assertThat(brief.questions()).isEqualTo(plan.questions());
            assertThat(brief.triage()).isEqualTo(plan.triage());
            assertThat(brief.diagnosis()).isEqualTo(plan.diagnosis());
            assertThat(brief.patientId()).isEqualTo(plan.patientId());
        }
    }

    @Test
    void isTheSameEveryTime() {
        PatientRecord record = someone(5).record();
        assertThat(planner.plan(record, request())).isEqualTo(planner.plan(record, request()));
    }

    @Test
    void knowsItsItems() {
        assertThat(planner.itemIds()).containsExactly("one", "two", "three", "four", "no", "group");
        assertThat(planner.recommendation(person().record(), request(), "nowhere"))
                .isEmpty();
        assertThat(planner.knowledge().items()).hasSize(6);
        assertThat(planner.atoms().findingOrNone("b")).isNotNegative();
    }

    private static PersonFixture someone(int state) {
        PersonFixture person = person();
        int rest = state;
        for (String finding : List.of("a", "b", "alarm")) {
            if (rest % 3 < 2) {
                person.answers(finding, rest % 3 == 1);
            }
            rest /= 3;
        }
        return rest == 1 ? person.takes(atc("Q1")) : person;
    }
}
