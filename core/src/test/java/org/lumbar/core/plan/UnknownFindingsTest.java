package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.all;
import static org.lumbar.core.CoreFixtures.any;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.not;
import static org.lumbar.core.CoreFixtures.request;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.knowledge.Gate;

/** Unknown is not absent. */
class UnknownFindingsTest {

    private static final List<String> FINDINGS = List.of("a", "b", "c", "d");

    /**
     * Over every state of four findings: an item that is offered although something is unknown stays offered whatever that
     * turns out to be, and what is kept out stays out. Nothing slips through for want of an answer.
     */
    @Test
    void neverLetAnythingThroughThatAnAnswerCouldStop() {
        Planner planner = severalRules().planner();
        Map<String, Map<String, Status>> decided = new HashMap<>();
        for (String state : states()) {
            decided.put(state, statuses(planner, state));
        }
        int offered = 0;
        for (String state : states()) {
            for (String complete : states()) {
                for (Map.Entry<String, Status> one : decided.get(state).entrySet()) {
                    if (completes(state, complete) && one.getValue() != Status.NEEDS_INFORMATION) {
                        offered += one.getValue().offered() ? 1 : 0;
                        assertThat(decided.get(complete).get(one.getKey()).offered())
                                .as("%s: %s becomes %s", one.getKey(), state, complete)
                                .isEqualTo(one.getValue().offered());
                    }
                }
            }
        }
        assertThat(offered).isGreaterThan(100);
    }

    @Test
    void waitForAnAnswerWhereTheKnowledgeSaysSo() {
        KnowledgeFixture asking = knowledge().findings("a").item(item("balm").excluded(is("a")));
        assertThat(asking.of("balm", person()).status()).isEqualTo(Status.NEEDS_INFORMATION);
        assertThat(asking.of("balm", person()).missing()).containsExactly("a");
        assertThat(asking.of("balm", person().hasNo("a")).status()).isEqualTo(Status.RECOMMENDED);
        assertThat(asking.of("balm", person().has("a")).status()).isEqualTo(Status.WITHHELD);
    }

    @Test
    void areAbsentOnlyWhereTheKnowledgeSaysSo() {
        KnowledgeFixture assuming = knowledge()
                .finding(finding("a").assumedAbsent())
                .item(item("balm").excluded(is("a")));
        assertThat(assuming.of("balm", person()).status()).isEqualTo(Status.RECOMMENDED);
        assertThat(assuming.of("balm", person().has("a")).status()).isEqualTo(Status.WITHHELD);
    }

    private static KnowledgeFixture severalRules() {
        return knowledge()
                .findings("a", "b", "c", "d")
                .gate(new Gate("door", text("door"), text("door means"), "d", true))
                .item(item("one").excluded(is("a")))
                .item(item("two").excluded(is("a")).excluded(is("b")).indicated(is("c")))
                .item(item("three").excluded(all(is("a"), not("b"))).indicated(any("c", "d")))
                .item(item("four").excluded(any(all("a", "b"), all("c", "d"))))
                .item(item("five").indicated(not("a")).gates("door"))
                .item(item("six").excluded(not("d")).physical())
                .item(item("seven").excluded(is("a")).excluded(all("b", "c")).gates("door"));
    }

    private static boolean completes(String state, String complete) {
        for (int i = 0; i < state.length(); i++) {
            if (complete.charAt(i) == '?' || (state.charAt(i) != '?' && state.charAt(i) != complete.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Status> statuses(Planner planner, String state) {
        PersonFixture person = person();
        for (int i = 0; i < state.length(); i++) {
            if (state.charAt(i) != '?') {
                person.answers(FINDINGS.get(i), state.charAt(i) == 'y');
            }
        }
        return planner.plan(person.record(), request()).recommendations().stream()
                .collect(Collectors.toMap(one -> one.item().id(), Recommendation::status));
    }

    /** Every word of four letters y, n and ?. */
    private static List<String> states() {
        List<String> words = List.of("");
        for (int i = 0; i < FINDINGS.size(); i++) {
            List<String> longer = new ArrayList<>();
            for (String word : words) {
                List.of("y", "n", "?").forEach(letter -> longer.add(word + letter));
            }
            words = longer;
        }
        return words;
    }
}
