package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.all;
import static org.lumbar.core.CoreFixtures.any;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.less;
import static org.lumbar.core.CoreFixtures.not;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.MeasureFixture.measure;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.FindingDefinition.AskedOf;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Urgency;

/** Only what can change the plan is asked, what decides most comes first. */
class QuestionsTest {

    @Test
    void comeInTheOrderOfWhatTheyDecide() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a", "b")
                .finding(finding("c").askedOfClinician())
                .measure(measure("years"))
                .item(item("one").excluded(is("a")))
                .item(item("two").excluded(is("b")).excluded(is("c")).indicated(less("years", 18)))
                .item(item("three").excluded(is("c")))
                .item(item("four").excluded(is("c")).excluded(is("b")));
        List<Question> questions = knowledge.plan(person()).questions();
        assertThat(questions)
                .containsExactly(
                        new Question("c", text("c?"), AskedOf.CLINICIAN, List.of("two", "three", "four")),
                        new Question("b", text("b?"), AskedOf.PATIENT, List.of("two", "four")),
                        new Question("a", text("a?"), AskedOf.PATIENT, List.of("one")),
                        new Question("years", text("years?"), AskedOf.PATIENT, List.of("two")));
    }

    @Test
    void comeInTheOrderOfTheKnowledgeWhenTheyDecideEquallyMuch() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a", "b", "c")
                .measure(measure("years"))
                .measure(measure("size"))
                .item(item("zero").indicated(less("size", 18)))
                .item(item("one").indicated(less("years", 18)))
                .item(item("two").excluded(is("c")))
                .item(item("three").excluded(is("a")))
                .item(item("four").excluded(is("b")));
        assertThat(knowledge.plan(person()).questions())
                .extracting(Question::finding)
                .containsExactly("a", "b", "c", "years", "size");
    }

    @Test
    void areNotPutAboutWhatIsDecidedAlready() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a", "b", "c")
                .item(item("one").excluded(is("a")).excluded(is("b")).indicated(is("c")));
        assertThat(knowledge.plan(person().has("a")).questions()).isEmpty();
        assertThat(knowledge.plan(person().hasNo("c")).questions()).isEmpty();
        assertThat(knowledge.plan(person().hasNo("a").hasNo("b").has("c")).questions())
                .isEmpty();
        assertThat(knowledge.plan(person().has("c")).questions())
                .extracting(Question::finding)
                .containsExactly("a", "b");
    }

    @Test
    void leaveOutAlternativesThatCannotDecideAnyMore() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a", "b", "c", "d")
                .item(item("one").excluded(any(all("a", "b"), all(is("c"), not("d")))));
        assertThat(knowledge.plan(person().hasNo("a")).questions())
                .extracting(Question::finding)
                .containsExactly("c", "d");
        assertThat(knowledge.plan(person().hasNo("a").has("d")).questions()).isEmpty();
    }

    @Test
    void skipWhatNobodyCanBeAsked() {
        KnowledgeFixture knowledge = knowledge()
                .finding(finding("helper").withoutQuestion())
                .measure(measure("years").withoutQuestion())
                .item(item("one").excluded(is("helper")).indicated(less("years", 18)));
        assertThat(knowledge.of("one", person()).missing()).containsExactly("years", "helper");
        assertThat(knowledge.plan(person()).questions()).isEmpty();
    }

    @Test
    void beginWithEmergenciesAndSayThatTheyDecideEverything() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a")
                .redFlag("later", Urgency.EMERGENCY_SAME_DAY)
                .redFlag("first", Urgency.EMERGENCY_NOW)
                .redFlag("urgent", Urgency.URGENT_48H)
                .item(item("one"))
                .item(item("two").offered(Offer.OPTIONAL))
                .item(item("three").offered(Offer.DISCRETION))
                .item(item("four").excluded(is("a")).excluded(is("first")))
                .item(item("no").closed())
                .item(item("not here").offered(null, null));
        List<Question> questions = knowledge.plan(person()).questions();
        assertThat(questions).extracting(Question::finding).containsExactly("first", "later", "a");
        assertThat(questions.get(0).decides()).containsExactly("one", "two", "three", "four");
        assertThat(questions.get(1).decides()).containsExactly("one", "two", "three", "four");
        assertThat(questions.get(2).decides()).containsExactly("four");
        assertThat(knowledge.plan(person().hasNo("later")).questions())
                .extracting(Question::finding)
                .containsExactly("first", "a");
    }

    /** "If you are so, does it bleed?" comes after "are you so?". */
    @Test
    void askFirstWhatMakesAnEmergencyImpossible() {
        KnowledgeFixture knowledge = knowledge()
                .findings("state", "other")
                .redFlag(finding("of-state").absentWhen(not("state")), "of-state", Urgency.EMERGENCY_SAME_DAY)
                .redFlag("now", Urgency.EMERGENCY_NOW)
                .item(item("one").excluded(is("other")).excluded(is("state")))
                .item(item("two").excluded(is("other")));
        assertThat(knowledge.plan(person()).questions())
                .extracting(Question::finding)
                .containsExactly("now", "state", "of-state", "other");
        assertThat(knowledge.plan(person().hasNo("state")).questions())
                .extracting(Question::finding)
                .containsExactly("now", "other");
    }

    @Test
    void areNotPutAboutEmergenciesWhenThereIsNothingToStop() {
        KnowledgeFixture knowledge = knowledge()
                .redFlag("alarm", Urgency.EMERGENCY_NOW)
                .item(item("no").closed());
        assertThat(knowledge.plan(person()).questions()).isEmpty();
    }

    /** Nobody knows whether "the whole" is so, but everybody can say something of its parts. */
    @Test
    void goToThePartsOfAFindingThatIsTooCoarse() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a", "b", "c")
                .finding(finding("inner").askedThroughParts().presentWhen(any("b", "c")))
                .finding(finding("whole")
                        .askedThroughParts()
                        .presentWhen(all("a", "inner"))
                        .absentWhen(any(not("a"), not("inner"))))
                .item(item("one").excluded(is("whole")));
        assertThat(knowledge.of("one", person()).missing()).containsExactly("a", "b", "c");
        assertThat(knowledge.of("one", person().has("a")).missing()).containsExactly("b", "c");
        assertThat(knowledge.of("one", person().has("a").hasNo("b")).missing()).containsExactly("c");
        assertThat(knowledge.of("one", person().has("a").hasNo("b").hasNo("c")).missing())
                .containsExactly("inner");
    }

    @Test
    void includeTheDiagnosisWhereAnItemWaitsForIt() {
        KnowledgeFixture knowledge = knowledge()
                .finding(finding(Vocabulary.DIAGNOSIS_CONFIRMED).assumedAbsent())
                .item(item("one").needsDiagnosis());
        assertThat(knowledge.of("one", person()).status()).isEqualTo(Status.NEEDS_INFORMATION);
        assertThat(knowledge.of("one", person()).missing()).containsExactly(Vocabulary.DIAGNOSIS_CONFIRMED);
        assertThat(knowledge
                        .of("one", person().has(Vocabulary.DIAGNOSIS_CONFIRMED))
                        .status())
                .isEqualTo(Status.RECOMMENDED);
    }
}
