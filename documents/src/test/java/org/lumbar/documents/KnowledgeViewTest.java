package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Knowledge;

/** The knowledge base piece by piece, over the whole content. */
class KnowledgeViewTest {

    private static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();

    @ParameterizedTest
    @EnumSource
    void saysOfEveryItemWhatItsPageSays(Language language) {
        KnowledgeView view = new KnowledgeView(KNOWLEDGE, language);
        KNOWLEDGE.items().forEach(item -> {
            KnowledgeView.Subject subject = view.subject(item.id()).orElseThrow();
            String page = ItemPage.of(item, KNOWLEDGE, language, new TextOptions(100_000, false, true));
            for (KnowledgeView.Section section : subject.sections()) {
                for (KnowledgeView.Line line : section.lines()) {
                    assertThat(page).as(item.id()).contains(line.label());
                    line.texts().forEach(text -> assertThat(page).as(item.id()).contains(text));
                }
            }
            assertThat(subject.statements())
                    .extracting(KnowledgeView.Statement::id)
                    .containsExactlyElementsOf(item.sources().claims());
            assertThat(subject.sources())
                    .extracting(PlanView.Source::id)
                    .containsAll(item.sources().citations());
        });
    }

    @Test
    void knowsTopicsToo() {
        KnowledgeView view = new KnowledgeView(KNOWLEDGE, Language.EN);
        KNOWLEDGE
                .topics()
                .forEach(topic -> assertThat(
                                view.subject(topic.id()).orElseThrow().texts())
                        .hasSameSizeAs(topic.text()));
        assertThat(view.subject("no-such-thing")).isEmpty();
    }

    @Test
    void tellsOfTheRefusedDoseOfVitaminAThatItIsRefusedAndWhoTriesToGetIt() {
        KnowledgeView view = new KnowledgeView(KNOWLEDGE, Language.EN);
        List<KnowledgeView.Statement> refused =
                view.statements(new ClaimFilter(Claim.Verdict.REFUSE, null, "vitamin-a"));
        assertThat(refused).singleElement().satisfies(one -> {
            assertThat(one.says()).contains("240 mg");
            assertThat(one.verdict()).isEqualTo("refuse");
            assertThat(one.lines()).isNotEmpty();
        });
    }

    @Test
    void hasAHeadingForEveryChapterOfTheLedger() {
        KnowledgeView view = new KnowledgeView(KNOWLEDGE, Language.RU);
        TreeSet<String> empty = new TreeSet<>();
        KNOWLEDGE.claims().forEach(claim -> {
            if (view.chapter(claim.id()).isBlank()) {
                empty.add(claim.id());
            }
        });
        assertThat(empty).isEmpty();
    }
}
