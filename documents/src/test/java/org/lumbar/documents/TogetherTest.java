package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.core.knowledge.Compatibility;
import org.lumbar.core.knowledge.Compatibility.Relation;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Knowledge;

/** Which procedures keep apart, by how long and in which order, is told from either side. */
class TogetherTest {

    private static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();

    private static Item item(String id) {
        return KNOWLEDGE.items().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> with(Language language, String item, String other) {
        return new Together(new Words(KNOWLEDGE, language)).with(item(item), List.of(item(other), item(item)));
    }

    /** The values are those of the cited rules: an hour after mud, two before massage, six after an NSAID on the skin. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "massage | electrophoresis | Drug electrophoresis (iontophoresis): after this, at least 60 minutes later."
                        + " | Лекарственный электрофорез: после этой процедуры, не раньше чем через 60 минут.",
                "electrophoresis | massage | Massage of the back: before this, at least 60 minutes earlier."
                        + " | Массаж спины: до этой процедуры, не позже чем за 60 минут.",
                "mud-therapy | massage | Massage of the back: at least 2 hours apart. | Массаж спины: с перерывом не меньше 2 часов.",
                "ultrasound-therapy | diclofenac-gel | NSAID on the skin: at least 6 hours apart."
                        + " | НПВП на кожу: с перерывом не меньше 6 часов.",
                "finalgon | dry-heat | Dry heat: at least 12 hours apart. | Сухое тепло: с перерывом не меньше 12 часов.",
                "acupuncture | massage | Massage of the back: not on the same day. | Массаж спины: не в один день.",
                "leech-therapy | mud-therapy | Therapeutic mud: not in the same course. | Грязелечение: не в одном курсе.",
                "laser-low-level | ketoprofen-gel | Ketoprofen on the skin: not in the same course."
                        + " | Кетопрофен на кожу: не в одном курсе.",
            })
    void saysWhatTheOtherIsForIt(String one, String other, String english, String russian) {
        assertThat(with(Language.EN, one, other))
                .anySatisfy(line -> assertThat(line).startsWith(english));
        assertThat(with(Language.RU, one, other))
                .anySatisfy(line -> assertThat(line).startsWith(russian));
    }

    @Test
    void saysNothingOfWhatHasNoRule() {
        assertThat(with(Language.EN, "walking-programme", "massage")).isEmpty();
        assertThat(new Together(new Words(KNOWLEDGE, Language.EN)).all(item("walking-programme")))
                .isEmpty();
    }

    /** What is rubbed in is told to keep clear of heat and of the hand, also on its own page. */
    @Test
    void standsOnThePageOfAnItem() {
        String page = ItemPage.of(item("finalgon"), KNOWLEDGE, Language.EN, new TextOptions(200, false, false));
        assertThat(page)
                .contains(
                        "With other procedures",
                        "Dry heat: at least 12 hours apart",
                        "Massage of the back: at least 12 hours apart");
    }

    /** No plan proposes by itself two that one course must not hold: one of them is never more than an option. */
    @Test
    void leavesNoPlanWithTwoOfOneCourse() {
        for (Compatibility pair : KNOWLEDGE.compatibilities()) {
            if (pair.relation() == Relation.NEVER_SAME_COURSE) {
                for (Item one : KNOWLEDGE.items()) {
                    for (Item other : KNOWLEDGE.items()) {
                        assertThat(pair.between(one, other) && recommendable(one) && recommendable(other))
                                .as(one.id() + " and " + other.id())
                                .isFalse();
                    }
                }
            }
        }
    }

    private static boolean recommendable(Item item) {
        return java.util.stream.Stream.of(Standard.values())
                .anyMatch(standard -> item.offer().get(standard) == Item.Offer.RECOMMENDED);
    }

    /** On a printed plan only what is done counts. */
    @Test
    void printsOnlyRulesOnWhatIsDone() {
        TreatmentPlan plan = PeopleFixtures.plan(PeopleFixtures.records().get("acute-lumbago"), Language.EN);
        List<Item> done = plan.treatments().stream()
                .filter(one -> one.status() == Status.RECOMMENDED)
                .map(one -> one.item())
                .toList();
        Together together = new Together(new Words(KNOWLEDGE, Language.EN));
        List<String> expected =
                done.stream().flatMap(one -> together.with(one, done).stream()).toList();
        List<String> printed = new PlanSheet(plan, new Words(KNOWLEDGE, Language.EN))
                .rows().values().stream()
                        .flatMap(List::stream)
                        .flatMap(row -> row.notes().stream())
                        .toList();
        assertThat(printed).containsAll(expected);
        assertThat(printed).noneMatch(note -> note.startsWith("Therapeutic mud:"));
    }
}
