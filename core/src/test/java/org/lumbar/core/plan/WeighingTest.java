package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.lumbar.core.CoreFixtures.atc;
import static org.lumbar.core.CoreFixtures.atcPrefix;
import static org.lumbar.core.CoreFixtures.interaction;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.items;
import static org.lumbar.core.CoreFixtures.more;
import static org.lumbar.core.CoreFixtures.request;
import static org.lumbar.core.CoreFixtures.source;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.knowledge.Compatibility.Relation;
import org.lumbar.core.knowledge.Level;
import org.lumbar.core.knowledge.Substance.Ceiling;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.plan.Objection.Kind;
import org.lumbar.core.plan.Objection.Weight;
import org.lumbar.core.plan.Prescription.Field;

/** What speaks against an item: all of it, also what the plan had no need to say, each rule with the facts behind it. */
class WeighingTest {

    private static Weighing weighing(KnowledgeFixture knowledge, PersonFixture person) {
        return knowledge.planner().weighing(person.record(), request());
    }

    private static List<Kind> kinds(KnowledgeFixture knowledge, PersonFixture person, String item) {
        return weighing(knowledge, person).against(item).stream()
                .map(Objection::kind)
                .toList();
    }

    @Test
    void isEmptyForWhatIsOffered() {
        assertThat(weighing(knowledge().item(item("walk")), person()).against("walk"))
                .isEmpty();
    }

    /** The plan asks nothing about what is withheld anyway; who wants it all the same has to know what was not asked. */
    @Test
    void namesWhatIsUnknownBehindAnExclusionThatHolds() {
        KnowledgeFixture knowledge = knowledge()
                .findings("ulcer", "bleeding")
                .item(item("zorpal").excluded(is("ulcer")).excluded(is("bleeding")));
        PersonFixture bleeds = person().has("bleeding");
        assertThat(knowledge.of("zorpal", bleeds).status()).isEqualTo(Status.WITHHELD);
        List<Objection> against = weighing(knowledge, bleeds).against("zorpal");
        assertThat(against)
                .extracting(Objection::kind, Objection::weight, Objection::rule)
                .containsExactly(
                        tuple(Kind.CONTRAINDICATION, Weight.ABSOLUTE, "zorpal/exclude/2"),
                        tuple(Kind.MISSING, Weight.RELATIVE, "zorpal/missing"));
        assertThat(against.getLast().reason().findings()).containsExactly("ulcer");
    }

    @Test
    void namesEveryRuleBehindAnEmergency() {
        KnowledgeFixture knowledge = knowledge()
                .redFlag("cauda", Urgency.EMERGENCY_NOW)
                .findings("ulcer")
                .item(item("zorpal").excluded(is("ulcer")));
        assertThat(kinds(knowledge, person().has("cauda").has("ulcer"), "zorpal"))
                .containsExactly(Kind.EMERGENCY, Kind.CONTRAINDICATION);
    }

    @Test
    void isFinalForWhatNobodyMayDecide() {
        KnowledgeFixture knowledge = knowledge()
                .findings("moderate")
                .item(item("copper").closed())
                .item(item("tablet").needsDiagnosis())
                .item(item("cream").indicated(is("moderate")))
                .item(item("checked").offered(null, null))
                .licence("AA", "foreign", false)
                .item(item("foreign"));
        Weighing weighing = weighing(knowledge, person().hasNo("moderate"));
        Map<String, Kind> expected = Map.of(
                "copper", Kind.REFUSED,
                "tablet", Kind.DIAGNOSIS,
                "cream", Kind.NOT_INDICATED,
                "checked", Kind.NOT_INDICATED,
                "foreign", Kind.LICENCE);
        expected.forEach((item, kind) -> assertThat(weighing.against(item))
                .as(item)
                .extracting(Objection::kind, Objection::weight)
                .containsExactly(tuple(kind, Weight.FINAL)));
    }

    @Test
    void tellsPregnancyAndAgeFromOtherContraindications() {
        KnowledgeFixture knowledge = knowledge()
                .findings("ulcer")
                .finding(finding("expecting").absentWhen(more("age", 60)))
                .finding(finding("old").presentWhen(more("age", 64)))
                .item(item("a").excluded(is("expecting")))
                .item(item("b").excluded(is("old")))
                .item(item("c").excluded(is("ulcer")));
        PersonFixture all = person().has("expecting").has("old").has("ulcer");
        assertThat(kinds(knowledge, all, "a")).containsExactly(Kind.AGE_PREGNANCY);
        assertThat(kinds(knowledge, all, "b")).containsExactly(Kind.AGE_PREGNANCY);
        assertThat(kinds(knowledge, all, "c")).containsExactly(Kind.CONTRAINDICATION);
    }

    @Test
    void weighsAnInteractionByItsLevel() {
        for (Level level : Level.values()) {
            KnowledgeFixture knowledge = knowledge()
                    .item(item("zorpal"))
                    .interaction(interaction("clash", level, items("zorpal"), atcPrefix("B01")));
            List<Objection> against =
                    weighing(knowledge, person().takes(atc("B01AA03"))).against("zorpal");
            if (level.withholds()) {
                Weight weight = level == Level.CONTRAINDICATED ? Weight.ABSOLUTE : Weight.RELATIVE;
                assertThat(against).extracting(Objection::weight).containsExactly(weight);
                assertThat(against.getFirst().facts()).containsExactly("Medicine/1");
            } else {
                assertThat(against).isEmpty();
            }
        }
    }

    @Test
    void restsOnFactsThatTellOneStateFromAnother() {
        KnowledgeFixture knowledge = knowledge()
                .findings("ulcer")
                .item(item("zorpal").excluded(is("ulcer")))
                .item(item("quell").excluded(is("ulcer")));
        Objection present =
                weighing(knowledge, person().has("ulcer")).against("zorpal").getFirst();
        Objection unknown = weighing(knowledge, person()).against("zorpal").getFirst();
        assertThat(present.facts()).isNotEmpty().isNotEqualTo(unknown.facts());
        assertThat(weighing(knowledge, person().has("ulcer")).against("quell").getFirst())
                .extracting(Objection::rule)
                .isNotEqualTo(present.rule());
    }

    @Test
    void namesWhatAnItemMustNotMeet() {
        KnowledgeFixture knowledge = knowledge()
                .item(item("zorpal"))
                .item(item("quell"))
                .item(item("tea"))
                .choice("drinks", 1, "tea", "quell")
                .interaction(interaction("clash", Level.AVOID, items("zorpal"), items("quell")));
        Weighing weighing = weighing(knowledge, person());
        assertThat(weighing.clashes(portion("zorpal"), portions("quell")))
                .extracting(
                        Weighing.Clash::item,
                        Weighing.Clash::other,
                        clash -> clash.objection().rule())
                .containsExactly(tuple("zorpal", "quell", "clash+quell"));
        assertThat(weighing.clashes(portion("quell"), portions("tea")))
                .extracting(clash -> clash.objection().kind())
                .containsExactly(Kind.DUPLICATION);
        assertThat(weighing.clashes(portion("zorpal"), portions("tea"))).isEmpty();
    }

    /** Other days are a matter of the timetable; another course is one of the plan. */
    @Test
    void keepsProceduresThatShareNoCourseApart() {
        KnowledgeFixture knowledge = knowledge()
                .item(item("mud"))
                .item(item("leech"))
                .item(item("cold"))
                .together("leech", "mud", Relation.NEVER_SAME_COURSE)
                .together("mud", "cold", Relation.NEVER_SAME_DAY);
        Weighing weighing = weighing(knowledge, person());
        for (List<String> pair : List.of(List.of("mud", "leech"), List.of("leech", "mud"))) {
            String other = pair.getLast();
            assertThat(weighing.clashes(portion(pair.getFirst()), portions(other, "cold")))
                    .extracting(
                            Weighing.Clash::other,
                            clash -> clash.objection().kind(),
                            clash -> clash.objection().weight(),
                            clash -> clash.objection().rule())
                    .containsExactly(tuple(other, Kind.DUPLICATION, Weight.RELATIVE, "procedures/leech+mud+" + other));
        }
    }

    @Test
    void addsUpAnIngredientOverWhatIsOrdered() {
        Ceiling ceiling = new Ceiling("zorpine", 120, Expression.ALWAYS, List.of(), source("ceiling"));
        KnowledgeFixture knowledge = knowledge()
                .substance("zorpine", ceiling)
                .item(item("tablet").contains("zorpine", 10, 50).timesPerDay(1, 2))
                .item(item("drops").contains("zorpine", 10, 50).timesPerDay(1, 2));
        Weighing weighing = weighing(knowledge, person());
        assertThat(weighing.clashes(portion("drops"), portions("tablet")))
                .extracting(
                        clash -> clash.objection().kind(),
                        clash -> clash.objection().weight())
                .containsExactly(tuple(Kind.CEILING, Weight.FINAL));
        Prescription small = new Prescription(Map.of(Field.AMOUNT, 20.0, Field.TIMES, 1.0));
        assertThat(weighing.clashes(new Weighing.Portion("drops", small), portions("tablet")))
                .isEmpty();
    }

    @Test
    void boundsWhatCanBeOrdered() {
        Ceiling ceiling = new Ceiling("zorpine", 120, Expression.ALWAYS, List.of(), source("ceiling"));
        KnowledgeFixture knowledge = knowledge()
                .substance("zorpine", ceiling)
                .item(item("tablet").contains("zorpine", 10, 50).timesPerDay(1, 3));
        Prescription.Limits limits = weighing(knowledge, person()).limits("tablet");
        assertThat(limits.beyond(order(50, 2))).isEmpty();
        assertThat(limits.beyond(order(5, 3))).as("less is allowed").isEmpty();
        assertThat(limits.beyond(order(60, 1))).containsExactly(Field.AMOUNT);
        assertThat(limits.beyond(order(10, 4))).containsExactly(Field.TIMES);
        assertThat(limits.beyond(order(0, 1))).containsExactly(Field.AMOUNT);
        assertThat(limits.beyond(order(50, 3))).as("150 mg of 120 mg a day").hasSize(1);
        assertThat(limits.beyond(new Prescription(Map.of(Field.SESSIONS, 2.0)))).containsExactly(Field.SESSIONS);
    }

    private static Prescription order(double amount, double times) {
        return new Prescription(Map.of(Field.AMOUNT, amount, Field.TIMES, times));
    }

    private static Weighing.Portion portion(String item) {
        return new Weighing.Portion(item, Prescription.NONE);
    }

    private static List<Weighing.Portion> portions(String... items) {
        return java.util.Arrays.stream(items).map(WeighingTest::portion).toList();
    }
}
