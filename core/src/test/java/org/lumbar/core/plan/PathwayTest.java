package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.TODAY;
import static org.lumbar.core.CoreFixtures.atMost;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.more;
import static org.lumbar.core.CoreFixtures.not;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.MeasureFixture.measure;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Pathway;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.plan.CarePath.StagePlan;

/** The plan laid out in time: three stages that follow each other, and what belongs to them. */
class PathwayTest {

    private static final String DAYS = Vocabulary.SYMPTOM_DAYS;

    /** Early until day 10, then middle until day 30, then late. Rest is for the early days, work for the late ones. */
    private static KnowledgeFixture threeStages() {
        return knowledge()
                .measure(measure(DAYS).between(0, 1000))
                .finding(finding("early").presentWhen(atMost(DAYS, 10)).absentWhen(more(DAYS, 10)))
                .finding(finding("late").presentWhen(more(DAYS, 30)).absentWhen(atMost(DAYS, 30)))
                .item(item("rest").indicated(is("early")))
                .item(item("walk"))
                .item(item("work").indicated(is("late")))
                .item(item("tea").offered(Offer.OPTIONAL))
                .choice("rest or walk", 1, "rest", "walk")
                .stage("early", is("early"), Map.of("early", true, "late", false), 10, "middle")
                .stage("middle", not("late"), Map.of("early", false, "late", false), 30, "late")
                .stage("late", is("late"), Map.of("early", false, "late", true), null, null);
    }

    @Test
    void beginsWithTheStageThePersonIsIn() {
        List<StagePlan> stages = stages(4);
        assertThat(stages).extracting(stage -> stage.stage().id()).containsExactly("early", "middle", "late");
        // Day 4 today: 6 days are left of the first ten, 26 of the first thirty.
        assertThat(stages.get(0).start()).isEqualTo(TODAY);
        assertThat(stages.get(0).end()).isEqualTo(TODAY.plusDays(6));
        assertThat(stages.get(1).start()).isEqualTo(TODAY.plusDays(7));
        assertThat(stages.get(1).end()).isEqualTo(TODAY.plusDays(26));
        assertThat(stages.get(2).start()).isEqualTo(TODAY.plusDays(27));
        assertThat(stages.get(2).end()).isNull();
        assertThat(stages).allMatch(stage -> stage.review().equals(stage.start().plusDays(7)));
    }

    @Test
    void foreseesWhatLaterStagesHold() {
        List<StagePlan> stages = stages(4);
        assertThat(stages.get(0).items()).containsExactly("rest");
        assertThat(stages.get(1).items()).containsExactly("walk");
        assertThat(stages.get(2).items()).containsExactly("walk", "work");
    }

    /** A course that begins today and is over by then would have to be decided anew. */
    @Test
    void doesNotForeseeASecondCourse() {
        KnowledgeFixture knowledge = threeStages()
                .item(item("short").daysMax(7))
                .item(item("long").daysMax(27))
                .item(item("later").indicated(is("late")).daysMax(7));
        List<StagePlan> stages =
                knowledge.plan(person().answers(DAYS, 4)).path().stages();
        assertThat(stages.get(0).items()).contains("short", "long");
        assertThat(stages.get(1).items()).contains("long").doesNotContain("short");
        assertThat(stages.get(2).items()).contains("later").doesNotContain("short", "long");
    }

    @Test
    void skipsStagesThatAreOver() {
        assertThat(stages(20)).extracting(stage -> stage.stage().id()).containsExactly("middle", "late");
        assertThat(stages(31)).extracting(stage -> stage.stage().id()).containsExactly("late");
    }

    @Test
    void endsAStageTodayOnItsLastDay() {
        assertThat(stages(10).get(0).end()).isEqualTo(TODAY);
        assertThat(stages(30).get(0).end()).isEqualTo(TODAY);
    }

    @Test
    void neverEndsAStageBeforeItBegan() {
        KnowledgeFixture overdue =
                knowledge().measure(measure(DAYS)).stage("long", Expression.ALWAYS, Map.of(), 10, null);
        assertThat(overdue.plan(person().answers(DAYS, 50))
                        .path()
                        .stages()
                        .get(0)
                        .end())
                .isEqualTo(TODAY);
    }

    @Test
    void staysOpenWhenNobodyKnowsTheDay() {
        KnowledgeFixture knowledge = knowledge()
                .measure(measure(DAYS))
                .stage("first", Expression.ALWAYS, Map.of(), 10, "second")
                .stage("second", Expression.NEVER, Map.of(), null, null);
        List<StagePlan> stages = knowledge.plan(person()).path().stages();
        assertThat(stages).hasSize(1);
        assertThat(stages.get(0).end()).isNull();
    }

    @Test
    void isNotLaidOutWhenNoStageIsKnownToHold() {
        assertThat(threeStages().plan(person()).path().stages()).isEmpty();
    }

    @Test
    void doesNotRunRoundInCircles() {
        KnowledgeFixture circle =
                knowledge().measure(measure(DAYS)).stage("again", Expression.ALWAYS, Map.of(), 10, "again");
        assertThat(circle.plan(person().answers(DAYS, 1)).path().stages()).hasSize(3);
    }

    @Test
    void stopsWhereTheNextStageDoesNotExist() {
        KnowledgeFixture knowledge =
                knowledge().measure(measure(DAYS)).stage("first", Expression.ALWAYS, Map.of(), 10, "nowhere");
        assertThat(knowledge.plan(person().answers(DAYS, 1)).path().stages()).hasSize(1);
    }

    @Test
    void datesFollowUpsAndSortsThem() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a")
                .followUp("month", Expression.ALWAYS, 30)
                .followUp("week", is("a"), 7)
                .followUp("never", not("a"), 1);
        CarePath path = knowledge.plan(person().has("a")).path();
        assertThat(path.followUps()).extracting(dated -> dated.followUp().id()).containsExactly("week", "month");
        assertThat(path.followUps())
                .extracting(CarePath.DatedFollowUp::on)
                .containsExactly(TODAY.plusDays(7), TODAY.plusDays(30));
        assertThat(knowledge.plan(person()).path().followUps()).hasSize(1);
    }

    @Test
    void holdsTheGoalsAndAdviceThatFit() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a")
                .goal("fits", is("a"))
                .goal("does not", not("a"))
                .safetyNet("net", is("a"))
                .safetyNet("no net", not("a"))
                .stopRule("stop", is("a"))
                .stopRule("no stop", not("a"));
        CarePath path = knowledge.plan(person().has("a")).path();
        assertThat(path.goals()).extracting(Pathway.Goal::id).containsExactly("fits");
        assertThat(path.safetyNet()).extracting(Pathway.Advice::id).containsExactly("net");
        assertThat(path.stopRules()).extracting(Pathway.Advice::id).containsExactly("stop");
        CarePath unknown = knowledge.plan(person()).path();
        assertThat(unknown.goals()).isEmpty();
        assertThat(unknown.safetyNet()).isEmpty();
        assertThat(unknown.stopRules()).isEmpty();
    }

    @Test
    void advisesOnACategoryOnlyWhenOneOfItIsOffered() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a")
                .item(item("pill").category("pills").excluded(is("a")))
                .stopRule("of pills", Expression.ALWAYS, "pills", "drops")
                .stopRule("of drops", Expression.ALWAYS, "drops")
                .stopRule("of all", Expression.ALWAYS);
        assertThat(stopRules(knowledge, person().hasNo("a"))).containsExactly("of pills", "of all");
        assertThat(stopRules(knowledge, person().has("a"))).containsExactly("of all");
        assertThat(stopRules(knowledge, person())).containsExactly("of all");
    }

    private static List<String> stopRules(KnowledgeFixture knowledge, PersonFixture person) {
        return knowledge.plan(person).path().stopRules().stream()
                .map(Pathway.Advice::id)
                .toList();
    }

    private static List<StagePlan> stages(int day) {
        return threeStages().plan(person().answers(DAYS, day)).path().stages();
    }
}
