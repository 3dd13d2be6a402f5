package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.all;
import static org.lumbar.core.CoreFixtures.any;
import static org.lumbar.core.CoreFixtures.atLeast;
import static org.lumbar.core.CoreFixtures.atMost;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.less;
import static org.lumbar.core.CoreFixtures.more;
import static org.lumbar.core.CoreFixtures.not;
import static org.lumbar.core.CoreFixtures.request;
import static org.lumbar.core.CoreFixtures.source;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.bare;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.MeasureFixture.measure;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumbar.core.ItemFixture;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;

/** Every status says why, in the words of the findings that decided it. */
class ReasonsTest {

    private static final LocalizedText NO_B = new LocalizedText("no b", "нет: b (ru)");

    @Test
    void ofAnItemForEveryoneNameNothing() {
        Reason reason = only(base(item("balm")), person());
        assertThat(reason.rule()).isEqualTo("balm/indicated");
        assertThat(reason.pattern()).isEqualTo(Reason.FOR_EVERYONE);
        assertThat(reason.findings()).isEmpty();
        assertThat(reason.words()).containsExactly(new Reason.Word("conditions", List.of()));
        assertThat(reason.sources()).isEqualTo(source("balm"));
    }

    @Test
    void ofAnIndicationNameTheFirstAlternativeThatHolds() {
        KnowledgeFixture knowledge = base(item("balm").indicated(any(all("c", "d"), all(is("a"), not("b")), is("d"))));
        Reason reason = only(knowledge, person().has("a").hasNo("b").hasNo("c").has("d"));
        assertThat(reason.pattern()).isEqualTo(Reason.INDICATED);
        assertThat(reason.findings()).containsExactly("a", "b");
        assertThat(reason.words()).containsExactly(new Reason.Word("conditions", List.of(text("a"), NO_B)));
    }

    @Test
    void ofAnExclusionNameItsFinding() {
        Reason reason = only(base(item("balm").excluded(is("a"))), person().has("a"));
        assertThat(reason.rule()).isEqualTo("balm/exclude/1");
        assertThat(reason.pattern()).isEqualTo(Reason.EXCLUDED);
        assertThat(reason.findings()).containsExactly("a");
        assertThat(reason.words()).containsExactly(Reason.Word.of("finding", text("a")));
        assertThat(reason.why()).isEqualTo(text("why balm/exclude/1"));
        assertThat(reason.sources()).isEqualTo(source("balm/exclude/1"));
    }

    /** Whatever place the finding has among the findings. */
    @Test
    void ofAnExclusionNameItsFindingThoughItIsTheFirstOfAll() {
        KnowledgeFixture first = bare().findings("a", Vocabulary.RED_FLAG_PRESENT, Vocabulary.DIAGNOSIS_CONFIRMED)
                .item(item("balm").excluded(is("a")));
        Reason reason = only(first, person().has("a"));
        assertThat(reason.findings()).containsExactly("a");
        assertThat(reason.words()).containsExactly(Reason.Word.of("finding", text("a")));
        assertThat(first.of("balm", person().hasNo("a")).wouldChangeIf()).containsExactly(List.of("a=present"));
    }

    @Test
    void ofACompoundExclusionNameWhatMadeItTrue() {
        KnowledgeFixture knowledge = base(item("balm").excluded(any(all("c", "d"), all(is("a"), not("b")))));
        Reason reason = only(knowledge, person().has("a").hasNo("b").hasNo("c"));
        assertThat(reason.pattern()).isEqualTo(Reason.EXCLUDED);
        assertThat(reason.rule()).isEqualTo("balm/exclude/1");
        assertThat(reason.findings()).containsExactly("a", "b");
        assertThat(reason.words()).containsExactly(Reason.Word.of("finding", text("a")));
        assertThat(reason.why()).isEqualTo(text("why balm/exclude/1"));
        assertThat(reason.sources()).isEqualTo(source("balm/exclude/1"));
    }

    /** What an item cannot do without is named as a need, not as an exclusion of its absence. */
    @Test
    void ofALackSpeakOfANeed() {
        Reason reason = only(base(item("balm").excluded(not("a"))), person().hasNo("a"));
        assertThat(reason.pattern()).isEqualTo(Reason.NEEDS);
        assertThat(reason.findings()).containsExactly("a");
        assertThat(reason.words()).containsExactly(Reason.Word.of("finding", text("a")));
    }

    @Test
    void ofANumberNameItsBound() {
        ItemFixture balm = item("balm")
                .excluded(less("years", 18))
                .excluded(atMost("years", 12.5))
                .excluded(atLeast("years", 65))
                .excluded(more("years", 80));
        List<Reason> young =
                base(balm).of("balm", person().answers("years", 10)).reasons();
        assertThat(young)
                .extracting(reason -> reason.words().get(0).values().get(0))
                .containsExactly(
                        new LocalizedText("years < 18", "years (ru) < 18"),
                        new LocalizedText("years ≤ 12.5", "years (ru) ≤ 12.5"));
        List<Reason> old = base(balm).of("balm", person().answers("years", 90)).reasons();
        assertThat(old)
                .extracting(reason -> reason.words().get(0).values().get(0))
                .containsExactly(
                        new LocalizedText("years ≥ 65", "years (ru) ≥ 65"),
                        new LocalizedText("years > 80", "years (ru) > 80"));
        assertThat(old).allMatch(reason -> reason.pattern().equals(Reason.EXCLUDED));
        assertThat(old).allMatch(reason -> reason.findings().equals(List.of("years")));
    }

    @Test
    void ofSeveralExclusionsNameEachThatHolds() {
        KnowledgeFixture knowledge =
                base(item("balm").excluded(is("a")).excluded(is("b")).excluded(is("c")));
        assertThat(knowledge.of("balm", person().has("a").hasNo("b").has("c")).reasons())
                .extracting(Reason::rule)
                .containsExactly("balm/exclude/1", "balm/exclude/3");
    }

    @Test
    void warnWithAnOfferedItemOnly() {
        ItemFixture balm = item("balm")
                .caution(is("a"))
                .caution(all(is("b"), not("c")))
                .caution(is("d"))
                .indicated(not("d"));
        Recommendation one =
                base(balm).of("balm", person().has("a").has("b").hasNo("c").hasNo("d"));
        assertThat(one.reasons())
                .extracting(Reason::rule)
                .containsExactly("balm/indicated", "balm/caution/1", "balm/caution/2");
        assertThat(one.reasons()).extracting(Reason::caution).containsExactly(false, true, true);
        assertThat(one.reasons().get(2).pattern()).isEqualTo(Reason.CAUTION);
        assertThat(one.reasons().get(2).findings()).containsExactly("b", "c");
        assertThat(base(balm).of("balm", person().has("a").has("d")).reasons())
                .extracting(Reason::rule)
                .containsExactly("balm/indication");
    }

    /** Only the ways that come closest are named, and only what is known to stand in the way. */
    @Test
    void ofWhatIsNotIndicatedNameWhatIsLacking() {
        KnowledgeFixture knowledge = base(item("balm").indicated(any(all("a", "b", "c"), all(is("a"), not("d")))));
        Reason reason = only(knowledge, person().hasNo("b").hasNo("c").has("d"));
        assertThat(reason.rule()).isEqualTo("balm/indication");
        assertThat(reason.pattern()).isEqualTo(Reason.NOT_INDICATED);
        assertThat(reason.findings()).containsExactly("d");
        assertThat(reason.words())
                .containsExactly(new Reason.Word("conditions", List.of(new LocalizedText("no d", "нет: d (ru)"))));
        assertThat(reason.sources()).isEqualTo(source("balm"));
        Reason twice = only(
                base(item("balm").indicated(any("a", "b"))), person().hasNo("a").hasNo("b"));
        assertThat(twice.findings()).containsExactly("a", "b");
        assertThat(twice.words()).containsExactly(new Reason.Word("conditions", List.of(text("a"), text("b"))));
    }

    @Test
    void ofTheStandardSayWhichAndHowGoodTheEvidenceIs() {
        KnowledgeFixture knowledge = base(item("balm").offered(Offer.OPTIONAL, null));
        Reason reason = knowledge
                .planner()
                .plan(person().record(), request(Standard.GUIDELINE))
                .recommendations()
                .get(0)
                .reasons()
                .get(0);
        assertThat(reason.rule()).isEqualTo("balm/standard/guideline");
        assertThat(reason.pattern()).isEqualTo(Reason.STANDARD);
        assertThat(reason.words()).containsExactly(Reason.Word.of("standard", text("guideline")));
        assertThat(reason.why()).isEqualTo(text("balm evidence"));
        assertThat(reason.sources()).isEqualTo(source("balm"));
        assertThat(only(base(item("balm").offered(null, null)), person()).pattern())
                .isEqualTo(Reason.CHECK_ONLY);
    }

    @Test
    void ofARefusalGiveTheEditorsWords() {
        Recommendation one = base(item("balm").closed()).of("balm", person());
        Reason reason = one.reasons().get(0);
        assertThat(one.reasons()).hasSize(1);
        assertThat(reason.rule()).isEqualTo("balm/refused");
        assertThat(reason.pattern()).isEqualTo(Reason.REFUSED);
        assertThat(reason.why()).isEqualTo(text("balm is refused"));
        assertThat(reason.sources()).isEqualTo(source("balm"));
        assertThat(one.wouldChangeIf()).isEmpty();
    }

    @Test
    void ofAnOpenItemNameWhatIsMissing() {
        KnowledgeFixture knowledge = base(item("balm").excluded(is("a")).indicated(less("years", 18)));
        Recommendation one = knowledge.of("balm", person());
        assertThat(one.missing()).containsExactly("years", "a");
        assertThat(one.reasons()).hasSize(1);
        Reason reason = one.reasons().get(0);
        assertThat(reason.rule()).isEqualTo("balm/missing");
        assertThat(reason.pattern()).isEqualTo(Reason.MISSING);
        assertThat(reason.words()).containsExactly(new Reason.Word("findings", List.of(text("years"), text("a"))));
        assertThat(reason.findings()).containsExactly("years", "a");
    }

    @Test
    void areNeverEmptyWhateverTheStatus() {
        KnowledgeFixture knowledge =
                base(item("balm").excluded(any(is("a"), not("b"))).indicated(any(not("c"), Expression.NEVER)));
        for (int state = 0; state < 27; state++) {
            PersonFixture person = person();
            for (int i = 0; i < 3; i++) {
                int answer = state / (int) Math.pow(3, i) % 3;
                if (answer < 2) {
                    person.answers(List.of("a", "b", "c").get(i), answer == 1);
                }
            }
            assertThat(knowledge.of("balm", person).reasons()).isNotEmpty();
        }
    }

    private static KnowledgeFixture base(ItemFixture item) {
        return knowledge()
                .findings("a", "b", "c", "d")
                .measure(measure("years"))
                .item(item);
    }

    private static Reason only(KnowledgeFixture knowledge, PersonFixture person) {
        List<Reason> reasons = knowledge.of("balm", person).reasons();
        assertThat(reasons).hasSize(1);
        return reasons.get(0);
    }
}
