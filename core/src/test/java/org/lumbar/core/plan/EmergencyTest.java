package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.source;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Pathway;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.logic.Expression;

/** An emergency stops everything; an urgent flag stops what is physical. */
class EmergencyTest {

    @ParameterizedTest
    @EnumSource(names = {"EMERGENCY_NOW", "EMERGENCY_SAME_DAY"})
    void stopsEveryItemForTheSakeOfItsFlags(Urgency level) {
        TreatmentPlan plan = knowing(level).plan(person().has("alarm").has("lesser-alarm"));
        for (Recommendation one : plan.recommendations()) {
            if (one.item().id().equals("snake-oil")) {
                assertThat(one.status()).isEqualTo(Status.REFUSED);
                continue;
            }
            assertThat(one.status()).as(one.item().id()).isEqualTo(Status.WITHHELD);
            assertThat(one.dose()).isNull();
            assertThat(one.wouldChangeIf()).containsExactly(List.of("alarm=absent"));
            Reason reason = one.reasons().get(0);
            assertThat(one.reasons()).hasSize(1);
            assertThat(reason.rule()).isEqualTo(one.item().id() + "/triage/alarm");
            assertThat(reason.pattern()).isEqualTo(Reason.EMERGENCY);
            assertThat(reason.findings()).containsExactly("alarm");
            assertThat(reason.words())
                    .containsExactly(Reason.Word.of("flag", text("alarm")), Reason.Word.of("level", text(level.id())));
            assertThat(reason.sources()).isEqualTo(source("alarm"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EMERGENCY_NOW", "EMERGENCY_SAME_DAY"})
    void leavesNothingOfThePathButTheSafetyNet(Urgency level) {
        TreatmentPlan plan = knowing(level).plan(person().has("alarm"));
        assertThat(plan.path().goals()).isEmpty();
        assertThat(plan.path().stages()).isEmpty();
        assertThat(plan.path().followUps()).isEmpty();
        assertThat(plan.path().stopRules()).isEmpty();
        assertThat(plan.path().safetyNet()).extracting(Pathway.Advice::id).containsExactly("net");
    }

    @ParameterizedTest
    @EnumSource(names = {"EMERGENCY_NOW", "EMERGENCY_SAME_DAY"})
    void asksNothingMore(Urgency level) {
        assertThat(knowing(level).plan(person().has("alarm")).questions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"URGENT_48H", "URGENT_2WK"})
    void urgencyStopsOnlyWhatIsPhysical(Urgency level) {
        KnowledgeFixture knowledge = knowing(level);
        assertThat(knowledge.of("balm", person().has("alarm")).status()).isEqualTo(Status.RECOMMENDED);
        assertThat(knowledge.of("stretch", person().has("alarm")).status()).isEqualTo(Status.WITHHELD);
        assertThat(knowledge.of("stretch", person().hasNo("alarm")).status()).isEqualTo(Status.RECOMMENDED);
        Reason reason = knowledge.of("stretch", person().has("alarm")).reasons().get(0);
        assertThat(reason.rule()).isEqualTo("stretch/red-flag");
        assertThat(reason.pattern()).isEqualTo(Reason.RED_FLAG);
        assertThat(reason.findings()).containsExactly(Vocabulary.RED_FLAG_PRESENT);
        assertThat(reason.words()).containsExactly(Reason.Word.of("flag", text(Vocabulary.RED_FLAG_PRESENT)));
    }

    @Test
    void referralStopsNothing() {
        KnowledgeFixture knowledge = knowing(Urgency.ROUTINE_REFERRAL);
        TreatmentPlan plan = knowledge.plan(person().has("lesser-alarm"));
        assertThat(plan.recommendations())
                .filteredOn(one -> !one.item().id().equals("snake-oil"))
                .allMatch(one -> one.status().offered());
        assertThat(plan.path().goals()).hasSize(1);
    }

    /** Three items that differ in everything but this, and a flag of the level besides one that is no emergency. */
    private static KnowledgeFixture knowing(Urgency level) {
        return knowledge()
                .redFlag("alarm", level)
                .redFlag("lesser-alarm", Urgency.ROUTINE_REFERRAL)
                .finding(finding(Vocabulary.RED_FLAG_PRESENT).assumedAbsent().presentWhen(is("alarm")))
                .item(item("balm"))
                .item(item("stretch").physical())
                .item(item("herb").offered(Offer.DISCRETION))
                .item(item("snake-oil").closed())
                .stage("now", Expression.ALWAYS, Map.of(), null, null)
                .goal("goal", Expression.ALWAYS)
                .followUp("later", Expression.ALWAYS, 7)
                .safetyNet("net", Expression.ALWAYS)
                .stopRule("stop", Expression.ALWAYS);
    }
}
