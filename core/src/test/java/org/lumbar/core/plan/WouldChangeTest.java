package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.all;
import static org.lumbar.core.CoreFixtures.any;
import static org.lumbar.core.CoreFixtures.atLeast;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.less;
import static org.lumbar.core.CoreFixtures.not;
import static org.lumbar.core.CoreFixtures.request;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.MeasureFixture.measure;
import static org.lumbar.core.PersonFixture.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lumbar.core.ItemFixture;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Gate;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.logic.Lanes;

/** Whatever is said to change a status is tried: the same person is planned for again with the change made. */
class WouldChangeTest {

    private static final List<String> FINDINGS = List.of("a", "b", "c", "door-open", "flare");
    private static final double[] YEARS = {10, 40, 70};

    private final Planner planner = everyKindOfRule().planner();
    private final Map<Map<String, Object>, Map<String, Status>> known = new HashMap<>();

    @Test
    void reallyDoesForEveryStateOfEveryFinding() {
        int tried = 0;
        for (int state = 0; state < 3 * 243; state++) { // 3^5 answers, 3 ages
            Map<String, Object> answers = answers(state);
            for (Recommendation one : plan(answers)) {
                for (List<String> changes : one.wouldChangeIf()) {
                    Status after = changed(answers, one.item().id(), changes);
                    assertThat(after)
                            .as("%s is %s for %s; %s", one.item().id(), one.status(), answers, changes)
                            .isNotEqualTo(one.status());
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(3_000);
    }

    /**
     * With one change less the item is not offered. What is open or withheld may be decided another way by a part of the
     * changes. Where absence would overrule a finding, its absence is settled too, which is more than it takes.
     */
    @Test
    void namesNoMoreThanItTakes() {
        for (int state = 0; state < 243; state++) {
            Map<String, Object> answers = answers(state);
            for (Recommendation one : plan(answers)) {
                for (List<String> changes : one.wouldChangeIf()) {
                    if (one.item().id().equals("contrary") || changes.size() == 1) {
                        continue;
                    }
                    for (int left = 0; left < changes.size(); left++) {
                        List<String> fewer = new ArrayList<>(changes);
                        fewer.remove(left);
                        Status after = changed(answers, one.item().id(), fewer);
                        assertThat(after.offered())
                                .as("%s for %s; %s of %s", one.item().id(), answers, fewer, changes)
                                .isFalse();
                    }
                }
            }
        }
    }

    /**
     * For everyone of whom all is known, every other person of whom all is known is tried. An item that is withheld, or not
     * indicated, names a way that takes as many answers as lie between this person and the nearest for whom it is not so.
     */
    @Test
    void namesAWayWhereverThereIsOneAndNoLongerOneThanNeeded() {
        List<Map<String, Object>> everyone = everyone();
        for (Map<String, Object> answers : everyone) {
            for (Recommendation one : plan(answers)) {
                if (one.status() != Status.WITHHELD && one.status() != Status.NOT_INDICATED) {
                    continue;
                }
                int nearest = Integer.MAX_VALUE;
                for (Map<String, Object> other : everyone) {
                    Status there = Objects.requireNonNull(
                            statuses(other).get(one.item().id()));
                    if (one.status() == Status.WITHHELD ? there != Status.WITHHELD : there.offered()) {
                        nearest = Math.min(nearest, distance(answers, other));
                    }
                }
                int named = one.wouldChangeIf().stream()
                        .mapToInt(changes -> (int) changes.stream()
                                .map(change -> change.replaceAll("[<>=].*", ""))
                                .distinct()
                                .count())
                        .min()
                        .orElse(Integer.MAX_VALUE);
                assertThat(named)
                        .as("%s is %s for %s; %s", one.item().id(), one.status(), answers, one.wouldChangeIf())
                        .isEqualTo(nearest);
            }
        }
    }

    /** Who leaves something open is told the answers that let the item through, wherever there are such answers. */
    @Test
    void namesTheAnswersThatOpenAnUndecidedItem() {
        List<Map<String, Object>> everyone = everyone();
        int opened = 0;
        for (int state = 0; state < 3 * 243; state++) {
            Map<String, Object> answers = answers(state);
            for (Recommendation one : plan(answers)) {
                String item = one.item().id();
                if (one.status() != Status.NEEDS_INFORMATION) {
                    continue;
                }
                boolean possible = everyone.stream()
                        .filter(other -> other.entrySet().containsAll(answers.entrySet()))
                        .anyMatch(other -> statuses(other).get(item).offered());
                if (possible) {
                    assertThat(one.wouldChangeIf())
                            .as("%s for %s", item, answers)
                            .hasSize(1);
                    assertThat(changed(answers, item, one.wouldChangeIf().get(0))
                                    .offered())
                            .as("%s for %s; %s", item, answers, one.wouldChangeIf())
                            .isTrue();
                    opened++;
                }
            }
        }
        assertThat(opened).isGreaterThan(300);
    }

    private static int distance(Map<String, Object> answers, Map<String, Object> other) {
        return (int) answers.entrySet().stream()
                .filter(answer -> !answer.getValue().equals(other.get(answer.getKey())))
                .count();
    }

    private static List<Map<String, Object>> everyone() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int state = 0; state < 64; state++) {
            for (double years : YEARS) {
                Map<String, Object> answers = new TreeMap<>();
                answers.put("alarm", (state & 32) != 0);
                answers.put("years", years);
                for (int i = 0; i < FINDINGS.size(); i++) {
                    answers.put(FINDINGS.get(i), (state & 1 << i) != 0);
                }
                all.add(answers);
            }
        }
        return all;
    }

    /**
     * Each item has a way of its own, far more than stand side by side at once. Every other one does not help: with its bar
     * gone, a second one appears.
     */
    @Test
    void tellsWhichOfVeryManyWaysHelp() {
        int count = 3 * Lanes.COUNT + 1;
        KnowledgeFixture knowledge = knowledge();
        PersonFixture everything = person();
        for (int i = 0; i < count; i++) {
            knowledge
                    .finding(finding("bar-" + i))
                    .finding(finding("second-" + i).presentWhen(not("bar-" + i)));
            ItemFixture item = item("item-" + i).offered(Offer.RECOMMENDED).excluded(is("bar-" + i));
            knowledge.item(i % 2 == 0 ? item : item.excluded(is("second-" + i)));
            everything = everything.answers("bar-" + i, true);
        }
        List<Recommendation> all = knowledge.plan(everything).recommendations();
        assertThat(all).hasSize(count).allMatch(one -> one.status() == Status.WITHHELD);
        for (int i = 0; i < count; i++) {
            List<List<String>> ways = i % 2 == 0 ? List.of(List.of("bar-" + i + "=absent")) : List.of();
            assertThat(all.get(i).wouldChangeIf()).as("item-%d", i).isEqualTo(ways);
        }
    }

    @Test
    void namesEachFindingThatAloneWouldStopAnOfferedItem() {
        Recommendation one =
                of("simple", person().hasNo("a").hasNo("b").has("c").hasNo("alarm"));
        assertThat(one.status()).isEqualTo(Status.RECOMMENDED);
        assertThat(one.wouldChangeIf()).containsExactly(List.of("a=present"), List.of("b=present"));
    }

    @Test
    void namesEverythingTogetherThatKeepsAnItemOut() {
        PersonFixture person = person().has("a").has("b").has("c").hasNo("alarm");
        assertThat(of("simple", person).wouldChangeIf()).containsExactly(List.of("a=absent", "b=absent"));
        assertThat(of("simple", person.has("alarm")).wouldChangeIf())
                .containsExactly(List.of("a=absent", "b=absent", "alarm=absent"));
    }

    @Test
    void tracesWhatFollowsBackToWhatCanBeAnswered() {
        PersonFixture person =
                person().hasNo("a").hasNo("b").has("c").hasNo("alarm").answers("years", 70);
        assertThat(of("derived", person).status()).isEqualTo(Status.WITHHELD);
        assertThat(of("derived", person).wouldChangeIf())
                .containsExactlyInAnyOrder(List.of("c=absent"), List.of("years<65"));
    }

    @Test
    void namesTheOtherStandardWhereThisOneOffersNothing() {
        PersonFixture person = person().hasNo("a").has("c").hasNo("alarm");
        Recommendation one = planner.plan(person.record(), request(Standard.GUIDELINE)).recommendations().stream()
                .filter(other -> other.item().id().equals("only-here"))
                .findFirst()
                .orElseThrow();
        assertThat(one.status()).isEqualTo(Status.NOT_INDICATED);
        assertThat(one.wouldChangeIf()).containsExactly(List.of("standard=comprehensive"));
        assertThat(of("nowhere", person).wouldChangeIf()).isEmpty();
    }

    private Recommendation of(String item, PersonFixture person) {
        return planner.recommendation(person.record(), request(), item).orElseThrow();
    }

    private static KnowledgeFixture everyKindOfRule() {
        return knowledge()
                .findings("a", "b", "c", "door-open")
                .finding(finding("flare").assumedAbsent())
                .measure(measure("years"))
                .redFlag("alarm", Urgency.EMERGENCY_NOW)
                .finding(finding("follows")
                        .presentWhen(all(is("c"), atLeast("years", 65)))
                        .absentWhen(not("c")))
                .finding(finding("opposed")
                        .presentWhen(is("a"))
                        .absentWhen(is("b"))
                        .absentWins()
                        .askedThroughParts())
                .finding(finding(Vocabulary.DIAGNOSIS_CONFIRMED).presentWhen(any("a", "c")))
                .gate(new Gate("door", text("door"), text("door means"), "door-open", true))
                .item(item("simple").excluded(is("a")).excluded(is("b")).indicated(is("c")))
                .item(item("derived").excluded(is("follows")))
                .item(item("compound").excluded(all(is("a"), not("b"))).indicated(any(is("c"), less("years", 18))))
                .item(item("gated").gates("door").excluded(is("flare")).offered(Offer.OPTIONAL))
                .item(item("diagnosed").needsDiagnosis().excluded(is("b")))
                .item(item("contrary").indicated(is("opposed")).excluded(all("c", "flare")))
                .item(item("only-here")
                        .offered(Offer.DISCRETION, null)
                        .excluded(is("a"))
                        .indicated(is("c")))
                .item(item("nowhere").offered(null, null))
                .item(item("window").indicated(all(atLeast("years", 18), less("years", 65))))
                .item(item("outside").excluded(any(less("years", 18), all(atLeast("years", 65), is("a")))))
                .item(item("narrow")
                        .excluded(all(atLeast("years", 18), less("years", 65), is("b")))
                        .indicated(any(all(is("a"), less("years", 65)), all(is("c"), atLeast("years", 18)))))
                .item(item("numbers").excluded(less("years", 18)).indicated(any(is("a"), not(less("years", 65)))));
    }

    /** Answers to five findings and an age, out of a number; one person in seven has the alarm, another was not asked. */
    private static Map<String, Object> answers(int state) {
        Map<String, Object> answers = new TreeMap<>();
        int rest = state;
        for (String finding : FINDINGS) {
            if (rest % 3 < 2) {
                answers.put(finding, rest % 3 == 1);
            }
            rest /= 3;
        }
        answers.put("years", YEARS[rest % 3]);
        if (state % 7 != 1) {
            answers.put("alarm", state % 7 == 0);
        }
        return answers;
    }

    private List<Recommendation> plan(Map<String, Object> answers) {
        return planner.plan(answering(answers).record(), request()).recommendations();
    }

    private static PersonFixture answering(Map<String, Object> answers) {
        PersonFixture person = person();
        answers.forEach((id, value) -> {
            if (value instanceof Boolean yes) {
                person.answers(id, yes);
            } else {
                person.answers(id, (Double) value);
            }
        });
        return person;
    }

    /** The status of every item for these answers; many changes lead to the same ones. */
    private Map<String, Status> statuses(Map<String, Object> answers) {
        return known.computeIfAbsent(answers, fresh -> {
            Map<String, Status> statuses = new HashMap<>();
            planner.brief(answering(fresh).record(), request())
                    .itemsByStatus()
                    .forEach((status, items) -> items.forEach(item -> statuses.put(item, status)));
            return statuses;
        });
    }

    private Status changed(Map<String, Object> answers, String item, List<String> changes) {
        Map<String, Object> changed = new TreeMap<>(answers);
        for (String change : changes) {
            int sign = change.replaceAll("[<>=].*", "").length();
            String what = change.substring(0, sign);
            switch (change.substring(sign)) {
                case "=present" -> changed.put(what, true);
                case "=absent" -> changed.put(what, false);
                case "<18" -> changed.put(what, 17.0);
                case ">=18" -> changed.merge(what, 18.0, (old, bound) -> Math.max((Double) old, (Double) bound));
                case "<65" -> changed.merge(what, 64.0, (old, bound) -> Math.min((Double) old, (Double) bound));
                case ">=65" -> changed.put(what, 65.0);
                default -> throw new IllegalArgumentException(change);
            }
        }
        return Objects.requireNonNull(statuses(changed).get(item));
    }
}
