package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.all;
import static org.lumbar.core.CoreFixtures.any;
import static org.lumbar.core.CoreFixtures.atc;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.more;
import static org.lumbar.core.CoreFixtures.not;
import static org.lumbar.core.CoreFixtures.request;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.MeasureFixture.measure;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.plan.Objection.Kind;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Value.YesNo;

/**
 * A decision against a rule holds as long as the facts behind the rule are the same. So whatever changes them must change a line,
 * and what only time changes must not.
 */
class FactsBehindTest {

    private static Objection first(KnowledgeFixture knowledge, PersonFixture person) {
        return knowledge
                .planner()
                .weighing(person.record(), request())
                .against("zorpal")
                .getFirst();
    }

    private static List<String> facts(KnowledgeFixture knowledge, PersonFixture person) {
        return first(knowledge, person).facts();
    }

    @Test
    void areTheFindingAndWhoSaysSo() {
        KnowledgeFixture knowledge =
                knowledge().findings("ulcer").item(item("zorpal").excluded(is("ulcer")));
        assertThat(facts(knowledge, person().answers("ulcer", true)))
                .containsExactly("ulcer TRUE", "ulcer by Answer/1");
        PersonFixture asked =
                person().with(new Entry.Answer("QuestionnaireResponse/9#ulcer", "ulcer", new YesNo(true)));
        assertThat(facts(knowledge, asked)).containsExactly("ulcer TRUE", "ulcer by answer");
    }

    @Test
    void goDownToWhatAFindingFollowsFrom() {
        KnowledgeFixture knowledge = knowledge()
                .findings("scar", "pain", "fever", "calm")
                .finding(finding("sore").presentWhen(any(all(is("scar"), not("calm")), is("pain"))))
                .finding(finding("ulcer").presentWhen(any(is("sore"), is("fever"))))
                .item(item("zorpal").excluded(is("ulcer")));
        assertThat(facts(knowledge, person().has("scar").hasNo("calm").hasNo("fever")))
                .contains("ulcer TRUE", "sore TRUE", "scar TRUE", "calm FALSE", "fever FALSE", "pain UNKNOWN");
    }

    @Test
    void ofAnAbsentFindingAreNotWhatItCouldFollowFrom() {
        KnowledgeFixture knowledge = knowledge()
                .findings("scar")
                .finding(finding("safe").presentWhen(is("scar")))
                .item(item("zorpal").excluded(not("safe")));
        assertThat(facts(knowledge, person().hasNo("safe")))
                .contains("safe FALSE")
                .noneMatch(line -> line.startsWith("scar"));
    }

    @Test
    void areTheNumberAndWhereItIsFrom() {
        KnowledgeFixture knowledge =
                knowledge().measure(measure("level")).item(item("zorpal").excluded(more("level", 5)));
        assertThat(facts(knowledge, person().answers("level", 7)))
                .containsExactly("level 7.0 7.0", "level by Answer/1");
        assertThat(facts(knowledge, person().answers("level", 8))).contains("level 8.0 8.0");
    }

    @Test
    void ofAMeasureThatGrowsByItselfAreNotItsNumber() {
        KnowledgeFixture knowledge = knowledge()
                .measure(measure("weeks").growsPerDay(0.1))
                .item(item("zorpal").excluded(more("weeks", 5)));
        Objection objection = first(knowledge, person().answers("weeks", 7));
        assertThat(objection.facts()).containsExactly("weeks by Answer/1");
        assertThat(objection.kind()).isEqualTo(Kind.AGE_PREGNANCY);
    }

    @Test
    void goByAgeThroughAFindingToo() {
        KnowledgeFixture knowledge = knowledge()
                .measure(measure("weeks").growsPerDay(0.1))
                .finding(finding("late").presentWhen(all(more("weeks", 5))))
                .finding(finding("early").presentWhen(any(not(more("weeks", 5)))))
                .finding(finding("sore"))
                .item(item("zorpal").excluded(is("late")).excluded(is("sore")));
        assertThat(first(knowledge, person().answers("weeks", 7).hasNo("sore")).kind())
                .isEqualTo(Kind.AGE_PREGNANCY);
        assertThat(first(knowledge, person().answers("weeks", 2).has("sore")).kind())
                .isEqualTo(Kind.CONTRAINDICATION);
    }

    @Test
    void ofAWarningSignAreTheSignsThatArePresent() {
        KnowledgeFixture knowledge = knowledge()
                .redFlag("fracture", Urgency.URGENT_48H)
                .redFlag("infection", Urgency.URGENT_48H)
                .item(item("zorpal").physical());
        assertThat(facts(
                        knowledge,
                        person().has(Vocabulary.RED_FLAG_PRESENT)
                                .has("fracture")
                                .hasNo("infection")))
                .contains(Vocabulary.RED_FLAG_PRESENT + " TRUE", "fracture TRUE")
                .noneMatch(line -> line.startsWith("infection"));
    }

    @Test
    void ofADuplicateAreTheMedicines() {
        Objection objection = first(withZorpin(), person().takes(atc("Q01")));
        assertThat(objection.kind()).isEqualTo(Kind.DUPLICATION);
        assertThat(objection.facts()).singleElement().asString().startsWith("Medicine/");
    }

    @Test
    void ofAnAllergyAreTheAllergens() {
        Objection objection = first(withZorpin(), person().allergicTo(atc("Q01")));
        assertThat(objection.kind()).isEqualTo(Kind.ALLERGY);
        assertThat(objection.facts()).singleElement().asString().startsWith("Allergy/");
    }

    private static KnowledgeFixture withZorpin() {
        return knowledge()
                .substance("zorpin")
                .ingredientsOfAtc("Q01", "zorpin")
                .item(item("zorpal").contains("zorpin", 10, 20).timesPerDay(1, 2));
    }
}
