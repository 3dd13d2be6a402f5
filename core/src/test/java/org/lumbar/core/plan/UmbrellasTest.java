package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.not;
import static org.lumbar.core.CoreFixtures.source;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lumbar.core.ItemFixture;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.logic.Expression;

/** An item that stands for others says the best that is said of them. */
class UmbrellasTest {

    private static final List<Status> BEST_FIRST = List.of(
            Status.RECOMMENDED,
            Status.OPTIONAL,
            Status.DISCRETION,
            Status.NEEDS_INFORMATION,
            Status.WITHHELD,
            Status.NOT_INDICATED,
            Status.REFUSED);

    @Test
    void takeTheBestStatusOfTheirMembersAndNameThoseThatHaveIt() {
        for (Status first : BEST_FIRST) {
            for (Status second : BEST_FIRST) {
                for (boolean umbrellaFirst : new boolean[] {false, true}) {
                    ItemFixture group = item("group").members("first", "second");
                    KnowledgeFixture knowledge = knowledge().findings("bad", "unknown");
                    if (umbrellaFirst) {
                        knowledge.item(group);
                    }
                    knowledge.item(having(item("first"), first)).item(having(item("second"), second));
                    if (!umbrellaFirst) {
                        knowledge.item(group);
                    }
                    Recommendation one = knowledge.of("group", person().has("bad"));
                    Status best = BEST_FIRST.indexOf(first) < BEST_FIRST.indexOf(second) ? first : second;
                    assertThat(one.status()).isEqualTo(best);
                    assertThat(one.reasons()).hasSize(1);
                    Reason reason = one.reasons().get(0);
                    assertThat(reason.rule()).isEqualTo("group/members");
                    assertThat(reason.pattern()).isEqualTo(Reason.MEMBERS);
                    assertThat(reason.sources()).isEqualTo(source("group"));
                    assertThat(reason.words().get(0).values())
                            .isEqualTo(
                                    first == second
                                            ? List.of(text("first"), text("second"))
                                            : List.of(text(best == first ? "first" : "second")));
                    assertThat(one.missing())
                            .isEqualTo(best == Status.NEEDS_INFORMATION ? List.of("unknown") : List.of());
                    assertThat(one.dose()).isNull();
                }
            }
        }
    }

    private static ItemFixture having(ItemFixture item, Status status) {
        return switch (status) {
            case RECOMMENDED -> item;
            case OPTIONAL -> item.offered(Offer.OPTIONAL);
            case DISCRETION -> item.offered(Offer.DISCRETION);
            case NEEDS_INFORMATION -> item.excluded(is("unknown"));
            case WITHHELD -> item.excluded(is("bad"));
            case NOT_INDICATED -> item.indicated(not("bad"));
            case REFUSED -> item.closed();
        };
    }

    @Test
    void areNeverBetterThanTheyOfferThemselves() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a")
                .item(item("one").excluded(is("a")))
                .item(item("less").members("one").offered(Offer.DISCRETION))
                .item(item("never").members("one").offered(null, Offer.OPTIONAL));
        PersonFixture well = person().hasNo("a");
        assertThat(knowledge.of("less", well).status()).isEqualTo(Status.DISCRETION);
        assertThat(knowledge.of("never", well).status()).isEqualTo(Status.NOT_INDICATED);
        assertThat(knowledge.of("never", person().has("a")).status()).isEqualTo(Status.WITHHELD);
    }

    @Test
    void areClosedOnlyByWhatClosesEveryOpenMember() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a", "b", "c")
                .item(item("first").excluded(is("a")).excluded(is("b")))
                .item(item("second").excluded(is("b")).excluded(is("c")))
                .item(item("closed").closed())
                .item(item("group").members("first", "second", "closed"));
        PersonFixture person = person().hasNo("a").hasNo("b").hasNo("c");
        assertThat(knowledge.of("group", person).wouldChangeIf()).containsExactly(List.of("b=present"));
        assertThat(knowledge
                        .of("group", person().hasNo("a").has("b").hasNo("c"))
                        .status())
                .isEqualTo(Status.WITHHELD);
        assertThat(knowledge
                        .of("group", person().has("a").hasNo("b").hasNo("c"))
                        .status())
                .isEqualTo(Status.RECOMMENDED);
    }

    @Test
    void nameTheWaysOfTheirMembersToSomethingBetter() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a", "b")
                .item(item("first").excluded(is("a")))
                .item(item("second").excluded(is("b")))
                .item(item("group").members("first", "second"));
        assertThat(knowledge.of("group", person().has("a").has("b")).wouldChangeIf())
                .containsExactly(List.of("a=absent"), List.of("b=absent"));
        assertThat(knowledge.of("group", person()).wouldChangeIf())
                .containsExactly(List.of("a=absent"), List.of("b=absent"));
        assertThat(knowledge.of("group", person()).missing()).containsExactly("a", "b");
        assertThat(knowledge
                        .of("group", person().has("a").has("b"))
                        .reasons()
                        .get(0)
                        .findings())
                .containsExactly("a", "b");
    }

    @Test
    void askNothingThemselvesAndAreNoPartOfAStage() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a")
                .item(item("first").excluded(is("a")))
                .item(item("group").members("first"))
                .stage("now", Expression.ALWAYS, Map.of(), null, null);
        assertThat(knowledge.plan(person()).questions())
                .extracting(Question::decides)
                .containsExactly(List.of("first"));
        TreatmentPlan plan = knowledge.plan(person().hasNo("a"));
        assertThat(plan.path().stages().get(0).items()).containsExactly("first");
    }
}
