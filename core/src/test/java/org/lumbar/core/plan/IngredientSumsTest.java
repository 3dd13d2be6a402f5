package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lumbar.core.CoreFixtures.atLeast;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.rxnorm;
import static org.lumbar.core.CoreFixtures.source;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.MeasureFixture.measure;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lumbar.core.ItemFixture;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Substance.Ceiling;
import org.lumbar.core.logic.Expression;

/** How much of an ingredient: in one product under every ceiling that applies, and over all products together. */
class IngredientSumsTest {

    @Test
    void keepADoseThatNoCeilingLimits() {
        DoseAdvice advice = dose(knowledge().substance("zorpine").item(zorpal()), person());
        assertThat(advice.ingredients()).hasSize(1);
        assertThat(advice.ingredients().get(0).substance().id()).isEqualTo("zorpine");
        assertThat(advice.ingredients().get(0).perDoseMg()).isEqualTo(new Range(10, 50));
        assertThat(advice.ingredients().get(0).perDayMaxMg()).isEqualTo(150); // 50 mg, 3 times
        assertThat(advice.adjustments()).isEmpty();
        assertThat(advice.dose().timesPerDay()).isEqualTo(new Range(1, 3));
    }

    @Test
    void takeTheStrictestCeilingOfSubstanceAndProduct() {
        for (double ofSubstance : new double[] {40, 100, 200}) {
            for (double ofProduct : new double[] {40, 100, 200}) {
                KnowledgeFixture knowledge = knowledge()
                        .substance("zorpine", ceiling("zorpine", ofSubstance))
                        .item(zorpal().ceiling(ceiling("zorpine", ofProduct)));
                DoseAdvice.IngredientDose one =
                        dose(knowledge, person()).ingredients().get(0);
                double strictest = Math.min(150, Math.min(ofSubstance, ofProduct));
                assertThat(one.perDayMaxMg()).isEqualTo(strictest);
                assertThat(one.perDoseMg()).isEqualTo(new Range(10, Math.min(50, strictest)));
            }
        }
    }

    @Test
    void takeAWholeDayForOneDoseWhenEvenTheLeastIsTooMuch() {
        KnowledgeFixture knowledge =
                knowledge().substance("zorpine", ceiling("zorpine", 5)).item(zorpal());
        assertThat(dose(knowledge, person()).ingredients().get(0).perDoseMg()).isEqualTo(new Range(5, 5));
    }

    @Test
    void applyACeilingInItsCountriesOnly() {
        Ceiling here = new Ceiling("zorpine", 100, Expression.ALWAYS, List.of("AA", "BB"), source("c"));
        KnowledgeFixture knowledge = knowledge().substance("zorpine", here).item(zorpal());
        for (String country : List.of("AA", "BB", "CC")) {
            double expected = country.equals("CC") ? 150 : 100;
            assertThat(dose(knowledge, person().from(country))
                            .ingredients()
                            .get(0)
                            .perDayMaxMg())
                    .isEqualTo(expected);
        }
    }

    /** A ceiling for some people holds unless it is known that this is none of them. */
    @Test
    void applyACeilingUnlessItIsKnownNotToConcernThePerson() {
        Ceiling old = new Ceiling("zorpine", 60, atLeast("years", 65), List.of(), source("c"));
        KnowledgeFixture knowledge =
                knowledge().measure(measure("years")).substance("zorpine", old).item(zorpal());
        assertThat(perDay(knowledge, person().answers("years", 80))).isEqualTo(60);
        assertThat(perDay(knowledge, person().answers("years", 65))).isEqualTo(60);
        assertThat(perDay(knowledge, person().answers("years", 64))).isEqualTo(150);
        assertThat(perDay(knowledge, person())).isEqualTo(60);
    }

    @Test
    void ignoreACeilingOfAnotherIngredient() {
        KnowledgeFixture knowledge =
                knowledge().substance("zorpine").substance("quellin").item(zorpal().ceiling(ceiling("quellin", 1)));
        assertThat(perDay(knowledge, person())).isEqualTo(150);
    }

    @Test
    void sayWhatChangesForThisPerson() {
        KnowledgeFixture knowledge = knowledge()
                .findings("frail", "tall")
                .substance("zorpine")
                .item(zorpal().adjusted(is("frail"), "half of it").adjusted(is("tall"), "all of it"));
        assertThat(dose(knowledge, person().has("frail").hasNo("tall")).adjustments())
                .containsExactly(text("half of it"));
        assertThat(dose(knowledge, person()).adjustments()).isEmpty();
    }

    @Test
    void giveTheLoweredDoseItself() {
        KnowledgeFixture knowledge = knowledge()
                .findings("frail", "slow")
                .substance("zorpine")
                .item(zorpal().adjusted(is("frail"), "the least", new Dose.Change(true, null, null, null, null, null))
                        .adjusted(
                                is("slow"),
                                "rarer",
                                new Dose.Change(false, new Range(10, 20), new Range(2, 2), 12.0, null, null)));
        assertGiven(dose(knowledge, person().hasNo("frail").hasNo("slow")), new Range(10, 50), new Range(1, 3), 150);
        assertGiven(dose(knowledge, person().has("frail").hasNo("slow")), new Range(10, 10), new Range(1, 1), 10);
        DoseAdvice rarer = dose(knowledge, person().has("slow").hasNo("frail"));
        assertGiven(rarer, new Range(10, 20), new Range(1, 2), 40);
        assertThat(rarer.dose().hoursBetween()).isEqualTo(12);
        assertThat(rarer.adjustments()).containsExactly(text("rarer"));
        assertGiven(dose(knowledge, person().has("slow").has("frail")), new Range(10, 10), new Range(1, 1), 10);
    }

    /** Only what is known to concern the person changes numbers; a ceiling is stricter. */
    @Test
    void leaveADoseAloneWhenNobodyKnowsWhetherItIsLowered() {
        KnowledgeFixture knowledge = knowledge()
                .findings("frail")
                .substance("zorpine")
                .item(zorpal().adjusted(is("frail"), "the least", new Dose.Change(true, null, null, null, null, null)));
        assertGiven(dose(knowledge, person()), new Range(10, 50), new Range(1, 3), 150);
    }

    @Test
    void haveSoManyHoursBetweenThatADayIsLongEnough() {
        KnowledgeFixture knowledge = knowledge()
                .substance("zorpine")
                .item(zorpal().adjusted(
                                Expression.ALWAYS, "apart", new Dose.Change(false, null, null, 10.0, null, null)));
        assertGiven(dose(knowledge, person()), new Range(10, 50), new Range(1, 2), 100);
    }

    @Test
    void followTheWeightOfThePerson() {
        KnowledgeFixture knowledge = knowledge()
                .measure(measure("weight-kg"))
                .substance("zorpine")
                .item(zorpal().adjusted(
                                Expression.ALWAYS, "light", new Dose.Change(false, null, null, null, 0.55, 1.0)));
        assertGiven(dose(knowledge, person().answers("weight-kg", 50)), new Range(10, 27), new Range(1, 3), 50);
        assertGiven(dose(knowledge, person().answers("weight-kg", 10)), new Range(5, 5), new Range(1, 3), 10);
        assertGiven(dose(knowledge, person().answers("weight-kg", 100)), new Range(10, 50), new Range(1, 3), 100);
        assertGiven(dose(knowledge, person()), new Range(10, 50), new Range(1, 3), 150);
    }

    @Test
    void fitTheDayAtTheLeastNumberOfTimes() {
        KnowledgeFixture knowledge = knowledge()
                .substance("zorpine", ceiling("zorpine", 60))
                .item(item("zorpal").contains("zorpine", 10, 50).timesPerDay(3, 4));
        assertGiven(dose(knowledge, person()), new Range(10, 20), new Range(3, 4), 60);
    }

    private static void assertGiven(DoseAdvice advice, Range perDose, Range times, double perDay) {
        DoseAdvice.IngredientDose only = advice.ingredients().getFirst();
        assertThat(only.perDoseMg()).isEqualTo(perDose);
        assertThat(advice.dose().timesPerDay()).isEqualTo(times);
        assertThat(only.perDayMaxMg()).isEqualTo(perDay);
    }

    @Test
    void leaveOutWhatIsNotStated() {
        KnowledgeFixture noTimes =
                knowledge().substance("zorpine").item(item("zorpal").contains("zorpine", 10, 50));
        assertThat(perDay(noTimes, person())).isNull();
        KnowledgeFixture noAmount = knowledge()
                .substance("zorpine")
                .item(item("zorpal").contains("zorpine").timesPerDay(1, 3));
        assertThat(perDay(noAmount, person())).isNull();
        assertThat(dose(noAmount, person()).ingredients().get(0).perDoseMg()).isNull();
        KnowledgeFixture ceilingOnly = knowledge()
                .substance("zorpine", ceiling("zorpine", 70))
                .item(item("zorpal").contains("zorpine"));
        assertThat(perDay(ceilingOnly, person())).isEqualTo(70);
    }

    @Test
    void areGivenOnlyForItemsThatAreOffered() {
        KnowledgeFixture knowledge = knowledge().findings("bad").substance("zorpine");
        knowledge.item(zorpal().excluded(is("bad"))).item(item("walk"));
        assertThat(knowledge.of("zorpal", person().hasNo("bad")).dose()).isNotNull();
        assertThat(knowledge.of("zorpal", person().has("bad")).dose()).isNull();
        assertThat(knowledge.of("zorpal", person()).dose()).isNull();
        assertThat(knowledge.of("walk", person()).dose()).isNull();
    }

    @Test
    void failForASubstanceThatDoesNotExist() {
        KnowledgeFixture broken = knowledge().item(zorpal());
        assertThatThrownBy(() -> broken.plan(person()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zorpal")
                .hasMessageContaining("zorpine");
    }

    /** Tablet, drops and ointment with one ingredient: in every combination the sum stays under the ceiling. */
    @Test
    void neverExceedTheCeilingOverAllProducts() {
        int[] amounts = {30, 60, 100};
        for (int first : amounts) {
            for (int second : amounts) {
                for (int third : amounts) {
                    TreatmentPlan plan = knowledge()
                            .substance("zorpine", ceiling("zorpine", 160))
                            .item(once("tablet", first))
                            .item(once("drops", second))
                            .item(once("ointment", third))
                            .plan(person());
                    double sum = 0;
                    for (Recommendation one : plan.recommendations()) {
                        double own = one.item()
                                .dose()
                                .ingredients()
                                .get(0)
                                .perDoseMg()
                                .most();
                        boolean fits = sum + own <= 160;
                        assertThat(one.status()).isEqualTo(fits ? Status.RECOMMENDED : Status.OPTIONAL);
                        sum += fits ? own : 0;
                    }
                    assertThat(sum).isBetween(30.0, 160.0);
                }
            }
        }
    }

    @Test
    void sayWhichIngredientWouldBeTooMuch() {
        Recommendation second = knowledge()
                .substance("zorpine", ceiling("zorpine", 100))
                .item(once("tablet", 60))
                .item(once("drops", 60))
                .of("drops", person());
        Reason reason = second.reasons().get(1);
        assertThat(reason.rule()).isEqualTo("drops/ceiling/zorpine");
        assertThat(reason.pattern()).isEqualTo(Reason.CEILING);
        assertThat(reason.words()).containsExactly(Reason.Word.of("substance", text("zorpine")));
    }

    /** Whose sum nobody can compute, that is not given twice. */
    @Test
    void giveAnIngredientOnceWhenItsSumIsNotKnown() {
        KnowledgeFixture noCeiling =
                knowledge().substance("zorpine").item(once("tablet", 10)).item(once("drops", 10));
        assertThat(noCeiling.of("drops", person()).status()).isEqualTo(Status.OPTIONAL);
        KnowledgeFixture noAmount = knowledge()
                .substance("zorpine")
                .item(item("tablet").contains("zorpine"))
                .item(item("drops").contains("zorpine"));
        assertThat(noAmount.of("drops", person()).status()).isEqualTo(Status.OPTIONAL);
    }

    @Test
    void checkEveryIngredientOfACombination() {
        TreatmentPlan plan = knowledge()
                .substance("zorpine", ceiling("zorpine", 100))
                .substance("quellin", ceiling("quellin", 100))
                .item(once("quell", 0).contains("quellin", 60, 60))
                .item(item("both")
                        .contains("zorpine", 10, 10)
                        .contains("quellin", 60, 60)
                        .timesPerDay(1, 1))
                .item(once("tablet", 95))
                .plan(person());
        assertThat(plan.recommendations())
                .extracting(Recommendation::status)
                .containsExactly(Status.RECOMMENDED, Status.OPTIONAL, Status.RECOMMENDED);
    }

    @Test
    void doNotCountWhatIsNotRecommended() {
        TreatmentPlan plan = knowledge()
                .substance("zorpine", ceiling("zorpine", 100))
                .item(once("tablet", 100).offered(Offer.OPTIONAL))
                .item(item("walk"))
                .item(once("drops", 100))
                .plan(person());
        assertThat(plan.recommendations())
                .extracting(Recommendation::status)
                .containsExactly(Status.OPTIONAL, Status.RECOMMENDED, Status.RECOMMENDED);
    }

    @Test
    void withholdWhatThePatientAlreadyTakes() {
        KnowledgeFixture knowledge = knowledge()
                .substance("zorpine")
                .rxnorm("11", "zorpine", "fillerin")
                .item(once("tablet", 10))
                .item(item("walk"));
        Recommendation one = knowledge.of("tablet", person().takes(rxnorm("11")));
        assertThat(one.status()).isEqualTo(Status.WITHHELD);
        assertThat(one.reasons()).hasSize(1);
        assertThat(one.reasons().get(0).rule()).isEqualTo("tablet/duplicate");
        assertThat(one.reasons().get(0).pattern()).isEqualTo(Reason.DUPLICATE);
        assertThat(one.reasons().get(0).words()).containsExactly(Reason.Word.of("item", text("tablet")));
        assertThat(one.wouldChangeIf()).containsExactly(List.of("Medicine/1=stopped"));
        assertThat(knowledge.of("walk", person().takes(rxnorm("11"))).status()).isEqualTo(Status.RECOMMENDED);
    }

    @Test
    void nameOnlyTheMedicinesThatMustStop() {
        KnowledgeFixture knowledge = knowledge()
                .findings("bad")
                .substance("zorpine")
                .substance("quellin")
                .rxnorm("11", "zorpine")
                .rxnorm("22", "quellin")
                .rxnorm("33", "zorpine", "fillerin")
                .item(once("tablet", 10).excluded(is("bad")))
                .item(once("other", 10).offered(null, null));
        PersonFixture person = person().takes(rxnorm("11")).takes(rxnorm("22")).takes(rxnorm("33"));
        assertThat(knowledge.of("other", person).status()).isEqualTo(Status.WITHHELD);
        assertThat(knowledge.of("tablet", person.has("bad")).wouldChangeIf())
                .containsExactly(List.of("bad=absent", "Medicine/1=stopped", "Medicine/3=stopped"));
    }

    private static ItemFixture zorpal() {
        return item("zorpal").contains("zorpine", 10, 50).timesPerDay(1, 3);
    }

    /** A product with this much zorpine, taken once a day. */
    private static ItemFixture once(String id, double mg) {
        return item(id).contains("zorpine", mg, mg).timesPerDay(1, 1);
    }

    private static Ceiling ceiling(String substance, double mg) {
        return new Ceiling(substance, mg, Expression.ALWAYS, List.of(), source("c"));
    }

    private static DoseAdvice dose(KnowledgeFixture knowledge, PersonFixture person) {
        DoseAdvice advice = knowledge.of("zorpal", person).dose();
        assertThat(advice).isNotNull();
        return advice;
    }

    private static @Nullable Double perDay(KnowledgeFixture knowledge, PersonFixture person) {
        return dose(knowledge, person).ingredients().get(0).perDayMaxMg();
    }
}
