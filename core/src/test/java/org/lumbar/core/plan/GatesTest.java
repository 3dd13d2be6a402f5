package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.bare;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Gate;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.Recommendation.GateState;

/** What must be on record before an item opens. */
class GatesTest {

    private static final Gate FIRST = gate("first", "first-done", true);
    private static final Gate SECOND = gate("second", "second-done", true);
    private static final Gate SHOWN = gate("shown", "shown-done", false);
    private static final Gate DURING = new Gate("during", text("during"), text("during means"), null, true);

    private final KnowledgeFixture knowledge = knowledge()
            .findings("first-done", "second-done", "shown-done")
            .gate(FIRST)
            .gate(SECOND)
            .gate(SHOWN)
            .gate(DURING)
            .item(item("needling").gates("first", "second"))
            .item(item("tape").gates("shown", "during"));

    @Test
    void letTheItemThroughOnlyWhenEveryOneIsOpen() {
        for (Truth first : Truth.values()) {
            for (Truth second : Truth.values()) {
                Status expected = first == Truth.FALSE || second == Truth.FALSE
                        ? Status.WITHHELD
                        : first == Truth.TRUE && second == Truth.TRUE ? Status.RECOMMENDED : Status.NEEDS_INFORMATION;
                Recommendation one = knowledge.of("needling", answering(first, second));
                assertThat(one.status()).as("%s, %s", first, second).isEqualTo(expected);
                assertThat(one.gates()).containsExactly(new GateState(FIRST, first), new GateState(SECOND, second));
            }
        }
    }

    @Test
    void areNamedWhenTheyAreClosed() {
        Recommendation one = knowledge.of("needling", answering(Truth.TRUE, Truth.FALSE));
        assertThat(one.reasons()).hasSize(1);
        Reason reason = one.reasons().get(0);
        assertThat(reason.rule()).isEqualTo("needling/gate/second");
        assertThat(reason.pattern()).isEqualTo(Reason.GATE);
        assertThat(reason.words()).containsExactly(Reason.Word.of("gate", text("second")));
        assertThat(reason.why()).isEqualTo(text("second means"));
        assertThat(reason.findings()).containsExactly("second-done");
    }

    @Test
    void areAskedForWhenTheyAreUnknown() {
        assertThat(knowledge
                        .of("needling", answering(Truth.TRUE, Truth.UNKNOWN))
                        .missing())
                .containsExactly("second-done");
        assertThat(knowledge
                        .of("needling", answering(Truth.UNKNOWN, Truth.UNKNOWN))
                        .missing())
                .containsExactly("first-done", "second-done");
    }

    @Test
    void areOnlyShownWhenTheyDoNotBlockOrComeDuringTheCourse() {
        for (Truth shown : Truth.values()) {
            PersonFixture person = person();
            answer(person, "shown-done", shown);
            Recommendation one = knowledge.of("tape", person);
            assertThat(one.status()).isEqualTo(Status.RECOMMENDED);
            assertThat(one.gates()).containsExactly(new GateState(SHOWN, shown), new GateState(DURING, Truth.UNKNOWN));
        }
    }

    /** Whatever place the finding has among the findings. */
    @Test
    void mayHangOnTheFirstFindingOfAll() {
        KnowledgeFixture first = bare().findings("first-done")
                .findings(Vocabulary.RED_FLAG_PRESENT, Vocabulary.DIAGNOSIS_CONFIRMED)
                .gate(FIRST)
                .item(item("needling").gates("first"));
        assertThat(first.of("needling", person().has("first-done")).status()).isEqualTo(Status.RECOMMENDED);
        Recommendation closed = first.of("needling", person().hasNo("first-done"));
        assertThat(closed.status()).isEqualTo(Status.WITHHELD);
        assertThat(closed.gates()).containsExactly(new GateState(FIRST, Truth.FALSE));
        assertThat(closed.wouldChangeIf()).containsExactly(List.of("first-done=present"));
    }

    @Test
    void mustExist() {
        KnowledgeFixture broken = knowledge().item(item("needling").gates("nowhere"));
        assertThatThrownBy(broken::planner)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needling")
                .hasMessageContaining("nowhere");
    }

    private static Gate gate(String id, String finding, boolean blocks) {
        return new Gate(id, text(id), text(id + " means"), finding, blocks);
    }

    private static PersonFixture answering(Truth first, Truth second) {
        PersonFixture person = person();
        answer(person, "first-done", first);
        answer(person, "second-done", second);
        return person;
    }

    private static void answer(PersonFixture person, String finding, Truth truth) {
        if (truth != Truth.UNKNOWN) {
            person.answers(finding, truth == Truth.TRUE);
        }
    }
}
