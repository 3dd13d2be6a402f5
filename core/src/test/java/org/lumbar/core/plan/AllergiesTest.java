package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.atc;
import static org.lumbar.core.CoreFixtures.codes;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.rxnorm;
import static org.lumbar.core.CoreFixtures.snomed;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.bare;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Entry.Activity;
import org.lumbar.core.record.Entry.Certainty;

/** Whoever is allergic to an ingredient gets no product with it; an allergen without a name stops all of them. */
class AllergiesTest {

    private final KnowledgeFixture knowledge = bare().substance("zorpine")
            .substance("quellin")
            .rxnorm("11", "zorpine")
            .rxnorm("22", "quellin")
            .finding(finding(Vocabulary.DRUG_HYPERSENSITIVITY)
                    .by(Effect.PRESENT, Source.ALLERGY, codes(CodeSystem.RXNORM, "11", "22"))
                    .by(Effect.PRESENT, Source.ALLERGY, codes(CodeSystem.ATC, "Z", "Q"))
                    .by(Effect.PRESENT, Source.ALLERGY, codes(CodeSystem.SNOMED, "some-drug"))
                    .by(Effect.ABSENT, Source.ALLERGY, codes(CodeSystem.SNOMED, "no-allergy")))
            .findings(Vocabulary.RED_FLAG_PRESENT, Vocabulary.DIAGNOSIS_CONFIRMED)
            .licence("AA", "tablet", true)
            .licence("AA", "both", true)
            .licence("AA", "quell", true)
            .item(item("tablet").contains("zorpine").atc("Z01AB02").excluded(is(Vocabulary.DRUG_HYPERSENSITIVITY)))
            .item(item("both")
                    .contains("quellin")
                    .contains("zorpine")
                    .atc("Z09")
                    .excluded(is(Vocabulary.DRUG_HYPERSENSITIVITY)))
            .item(item("quell").contains("quellin").atc("Q07").excluded(is(Vocabulary.DRUG_HYPERSENSITIVITY)))
            .item(item("walk"));

    @Test
    void withholdEveryProductWithTheIngredientAndNoOther() {
        TreatmentPlan plan = knowledge.plan(person().allergicTo(rxnorm("11")));
        assertThat(plan.recommendations())
                .extracting(Recommendation::status)
                .containsExactly(Status.WITHHELD, Status.WITHHELD, Status.RECOMMENDED, Status.RECOMMENDED);
    }

    @Test
    void withholdByTheAtcCodeOfAGroup() {
        for (String code : List.of("Z", "Z01", "Z01AB02")) {
            assertThat(knowledge.of("tablet", person().allergicTo(atc(code))).status())
                    .as(code)
                    .isEqualTo(Status.WITHHELD);
        }
        assertThat(knowledge
                        .of("quell", person().allergicTo(atc("Z01")))
                        .status()
                        .offered())
                .isTrue();
        assertThat(knowledge.of("both", person().allergicTo(atc("Z01"))).status())
                .isEqualTo(Status.RECOMMENDED);
        assertThat(knowledge.of("tablet", person().allergicTo(atc("Z01AB02XX"))).status())
                .isEqualTo(Status.RECOMMENDED);
    }

    @Test
    void saySoAndNameNoChange() {
        Recommendation one = knowledge.of("tablet", person().allergicTo(rxnorm("11")));
        assertThat(one.reasons()).hasSize(1);
        Reason reason = one.reasons().get(0);
        assertThat(reason.rule()).isEqualTo("tablet/allergy");
        assertThat(reason.pattern()).isEqualTo(Reason.ALLERGY);
        assertThat(reason.words()).containsExactly(Reason.Word.of("item", text("tablet")));
        assertThat(one.wouldChangeIf()).isEmpty();
    }

    @Test
    void withoutANameStopEveryProduct() {
        TreatmentPlan plan = knowledge.plan(person().allergicTo(snomed("some-drug")));
        assertThat(plan.recommendations())
                .extracting(Recommendation::status)
                .containsExactly(Status.WITHHELD, Status.WITHHELD, Status.WITHHELD, Status.RECOMMENDED);
    }

    /** Beside a named allergen an entry that nobody understands may stand for anything. */
    @Test
    void ofWhichOneIsNotUnderstoodStopEveryProduct() {
        TreatmentPlan plan = knowledge.plan(person().allergicTo(rxnorm("11")).allergicTo(snomed("gibberish")));
        assertThat(plan.recommendations())
                .extracting(Recommendation::status)
                .containsExactly(Status.WITHHELD, Status.WITHHELD, Status.WITHHELD, Status.RECOMMENDED);
    }

    /** "No known allergy" beside an entry that nobody understands: the record contradicts itself, so it is asked. */
    @Test
    void nobodyUnderstandsAreAskedForEvenBesideNoKnownAllergy() {
        assertThat(knowledge
                        .of("tablet", person().allergicTo(snomed("no-allergy")))
                        .status())
                .isEqualTo(Status.RECOMMENDED);
        Recommendation asked = knowledge.of(
                "tablet", person().allergicTo(snomed("no-allergy")).allergicToSomethingCalled("gibberish", true));
        assertThat(asked.status()).isEqualTo(Status.NEEDS_INFORMATION);
        assertThat(asked.missing()).containsExactly(Vocabulary.DRUG_HYPERSENSITIVITY);
    }

    @Test
    void nobodyUnderstandsYieldToTheAnswerOfWhoWasAsked() {
        assertThat(knowledge
                        .of(
                                "tablet",
                                person().hasNo(Vocabulary.DRUG_HYPERSENSITIVITY)
                                        .allergicToSomethingCalled("gibberish", true))
                        .status())
                .isEqualTo(Status.RECOMMENDED);
    }

    @Test
    void toFoodOrPollenStopNoMedicine() {
        assertThat(knowledge
                        .of("quell", person().allergicTo(rxnorm("11")).allergicToSomethingCalled("birch pollen", false))
                        .status())
                .isEqualTo(Status.RECOMMENDED);
    }

    @Test
    void changeNothingByTheGeneralAnswerOnceTheyAreNamed() {
        Recommendation quell = knowledge.of("quell", person().allergicTo(rxnorm("11")));
        assertThat(quell.wouldChangeIf()).isEmpty();
        Recommendation free = knowledge.of("quell", person().hasNo(Vocabulary.DRUG_HYPERSENSITIVITY));
        assertThat(free.wouldChangeIf()).containsExactly(List.of(Vocabulary.DRUG_HYPERSENSITIVITY + "=present"));
    }

    @Test
    void areAskedForWhenTheyAreOnlySuspectedOrOver() {
        for (Certainty certainty : Certainty.values()) {
            for (boolean intolerance : new boolean[] {false, true}) {
                Recommendation one = knowledge.of(
                        "quell", person().allergy(Activity.ACTIVE, certainty, intolerance, snomed("some-drug")));
                boolean certain = certainty != Certainty.SUSPECTED && !intolerance;
                assertThat(one.status()).isEqualTo(certain ? Status.WITHHELD : Status.NEEDS_INFORMATION);
            }
        }
        Recommendation over =
                knowledge.of("quell", person().allergy(Activity.RESOLVED, Certainty.CONFIRMED, false, rxnorm("22")));
        assertThat(over.status()).isEqualTo(Status.NEEDS_INFORMATION);
    }
}
