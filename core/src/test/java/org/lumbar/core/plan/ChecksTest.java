package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.TODAY;
import static org.lumbar.core.CoreFixtures.atc;
import static org.lumbar.core.CoreFixtures.atcPrefix;
import static org.lumbar.core.CoreFixtures.codes;
import static org.lumbar.core.CoreFixtures.icd;
import static org.lumbar.core.CoreFixtures.ingredients;
import static org.lumbar.core.CoreFixtures.interaction;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.items;
import static org.lumbar.core.CoreFixtures.request;
import static org.lumbar.core.CoreFixtures.rxnorm;
import static org.lumbar.core.CoreFixtures.snomed;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.knowledge.Level;
import org.lumbar.core.plan.Reason.Word;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;
import org.lumbar.core.text.LocalizedText;

/** What could not be checked never passes in silence. */
class ChecksTest {

    private final KnowledgeFixture knowledge = knowledge()
            .finding(finding("a").by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "A1")))
            .substance("zorpine")
            .rxnorm("11", "zorpine")
            .item(item("balm"));

    @Test
    void saysWhenNoMedicineIsOnRecord() {
        List<Reason> checks = knowledge.plan(person()).checks();
        assertThat(checks).hasSize(1);
        assertThat(checks.get(0).rule()).isEqualTo("check/no-medicines");
        assertThat(checks.get(0).pattern()).isEqualTo("check.no-medicines");
        assertThat(knowledge.plan(person().takes(rxnorm("11"))).checks()).isEmpty();
    }

    @Test
    void saysWhichMedicineIsNotUnderstood() {
        List<Reason> checks = knowledge
                .plan(person().takes(rxnorm("11"))
                        .takesSomethingCalled("grandmother's drops")
                        .takes(rxnorm("99")))
                .checks();
        assertThat(checks).extracting(Reason::rule).containsOnly("check/unknown-medicine");
        assertThat(checks).extracting(Reason::pattern).containsOnly("check.unknown-medicine");
        assertThat(checks)
                .extracting(Reason::words)
                .containsExactly(
                        List.of(Word.of("medicine", "grandmother's drops")), List.of(Word.of("medicine", "99")));
        assertThat(checks).extracting(Reason::findings).containsExactly(List.of("Medicine/2"), List.of("Medicine/3"));
    }

    @Test
    void saysWhichAllergensEveryProductWasCheckedAgainst() {
        List<Reason> checks = knowledge
                .plan(person().takes(rxnorm("11")).allergicTo(rxnorm("11")))
                .checks();
        assertThat(checks).hasSize(1);
        assertThat(checks.get(0).rule()).isEqualTo("check/allergens");
        assertThat(checks.get(0).words()).containsExactly(Word.of("allergens", "zorpine"));
        assertThat(checks.get(0).findings()).containsExactly("Allergy/2");
        assertThat(knowledge
                        .plan(person().takes(rxnorm("11"))
                                .allergicTo(rxnorm("11"))
                                .allergicTo(snomed("?")))
                        .checks())
                .isEmpty();
    }

    @Test
    void saysWhatTheRecordContradictsItselfAbout() {
        List<Reason> checks = knowledge
                .plan(person().takes(rxnorm("11")).condition(icd("A1")).hasNo("a"))
                .checks();
        assertThat(checks).hasSize(1);
        assertThat(checks.get(0).rule()).isEqualTo("check/conflict/a");
        assertThat(checks.get(0).pattern()).isEqualTo("check.conflict-absent");
        assertThat(checks.get(0).findings()).containsExactly("a");
        assertThat(checks.get(0).words())
                .containsExactly(
                        Word.of("finding", text("a")),
                        new Word("present", List.of(same("Condition/2"))),
                        new Word("absent", List.of(same("Answer/3"))));
    }

    /** What is taken already is no proposal of the plan, and would pass in silence. */
    @Test
    void saysWhatIsTakenTogetherAndShouldNotBe() {
        KnowledgeFixture pairs = knowledge()
                .item(item("zorpal").atc("A01"))
                .item(item("quell").atc("B01"))
                .item(item("tea").atc("C01"))
                .interaction(interaction("mild", Level.CAUTION, atcPrefix("A"), atcPrefix("C")))
                .interaction(interaction("bad", Level.AVOID, atcPrefix("A"), atcPrefix("B")))
                .interaction(interaction("worst", Level.CONTRAINDICATED, items("zorpal"), items("quell")))
                .interaction(interaction("same", Level.AVOID, atcPrefix("A"), atcPrefix("A")));
        List<Reason> checks = pairs.plan(
                        person().takes(atc("A01")).takes(atc("B01")).takes(atc("C01")))
                .checks();
        assertThat(checks).extracting(Reason::rule).containsExactly("check/together/worst");
        assertThat(checks.getFirst().pattern()).isEqualTo("check.together");
        assertThat(checks.getFirst().findings()).containsExactly("Medicine/1", "Medicine/2");
        assertThat(checks.getFirst().words()).extracting(Word::place).containsExactly("first", "second", "level");
        assertThat(pairs.plan(person().takes(atc("A01")).takes(atc("A01"))).checks())
                .as("the same product twice")
                .isEmpty();
        assertThat(pairs.plan(person().takes(atc("A01")).takes(atc("A02"))).checks())
                .extracting(Reason::rule)
                .containsExactly("check/together/same");
    }

    @Test
    void saysWhatIsTakenInSpiteOfARule() {
        KnowledgeFixture rules = knowledge()
                .findings("ulcer", "fever")
                .substance("zorpine")
                .rxnorm("11", "zorpine")
                .item(item("zorpal")
                        .atc("A01")
                        .contains("zorpine")
                        .excluded(is("ulcer"))
                        .excluded(is("fever")))
                .item(item("zorpal-drops").atc("A01").excluded(is("ulcer")));
        List<Reason> checks = rules.plan(person().takes(atc("A01")).has("ulcer").hasNo("fever"))
                .checks();
        assertThat(checks).extracting(Reason::pattern).containsExactly("check.taken-against");
        assertThat(checks.getFirst().findings()).containsExactly("ulcer");
        assertThat(checks.getFirst().words()).contains(Word.of("finding", text("ulcer")));
        assertThat(rules.plan(person().takes(atc("A01")).hasNo("ulcer").hasNo("fever"))
                        .checks())
                .isEmpty();
        assertThat(rules.plan(person().takes(atc("A01"))
                                .allergicTo(rxnorm("11"))
                                .hasNo("ulcer")
                                .hasNo("fever"))
                        .checks())
                .extracting(Reason::pattern)
                .containsExactlyInAnyOrder("check.taken-allergy", "check.allergens");
    }

    /** A medicine may be known by its ingredient only. */
    @Test
    void findsWhatIsTakenByItsIngredientToo() {
        KnowledgeFixture rules = knowledge()
                .findings("ulcer")
                .substance("zorpine")
                .substance("quelline")
                .rxnorm("11", "zorpine")
                .rxnorm("12", "quelline")
                .item(item("zorpal").atc("A01").contains("zorpine").excluded(is("ulcer")))
                .item(item("quell").atc("B01").contains("quelline"))
                .interaction(interaction("bad", Level.AVOID, ingredients("zorpine"), ingredients("quelline")));
        List<Reason> checks = rules.plan(
                        person().takes(rxnorm("11")).takes(rxnorm("12")).has("ulcer"))
                .checks();
        assertThat(checks).extracting(Reason::pattern).containsExactly("check.together", "check.taken-against");
    }

    /** Of a group only what rules out all of it is known to rule out what is taken. */
    @Test
    void findsWhatIsTakenByItsGroupToo() {
        KnowledgeFixture rules = knowledge()
                .findings("ulcer", "fever")
                .item(item("zorpal").atc("A01").excluded(is("ulcer")).excluded(is("fever")))
                .item(item("zorpex").atc("A02").excluded(is("ulcer")))
                .item(item("quell").atc("B01"));
        List<Reason> checks =
                rules.plan(person().takes(atc("A")).has("ulcer").has("fever")).checks();
        assertThat(checks).extracting(Reason::pattern).containsExactly("check.taken-against");
        assertThat(checks.getFirst().findings()).containsExactly("ulcer");
        assertThat(rules.plan(person().takes(atc("A")).hasNo("ulcer").has("fever"))
                        .checks())
                .isEmpty();
    }

    @Test
    void saysWhatTheReaderCouldNotUse() {
        List<Reason> checks = knowledge
                .plan(person().takes(rxnorm("11")).note("Observation/7", "note.strange", "12 u"))
                .checks();
        assertThat(checks).hasSize(1);
        assertThat(checks.get(0).rule()).isEqualTo("check/note.strange");
        assertThat(checks.get(0).pattern()).isEqualTo("note.strange");
        assertThat(checks.get(0).words()).containsExactly(Word.of("where", "Observation/7"), Word.of("detail", "12 u"));
        assertThat(checks.get(0).findings()).containsExactly("Observation/7");
    }

    @Test
    void comesWithThePersonItWasMadeFor() {
        TreatmentPlan plan = knowledge.plan(
                person().sex(Sex.FEMALE).born(Span.day(TODAY.minusYears(50))).from("BB"));
        assertThat(plan.patientId()).isEqualTo("p");
        assertThat(plan.sex()).isEqualTo(Sex.FEMALE);
        assertThat(plan.country()).isEqualTo("BB");
        assertThat(plan.age()).isEqualTo(org.lumbar.core.finding.Interval.exactly(50));
        assertThat(plan.request()).isEqualTo(request());
        assertThat(knowledge.plan(person()).age()).isNull();
        assertThat(plan.findings().state(knowledge.planner().atoms().finding("a")))
                .isEqualTo(org.lumbar.core.logic.Truth.UNKNOWN);
    }

    private static LocalizedText same(String words) {
        return new LocalizedText(words, words);
    }
}
