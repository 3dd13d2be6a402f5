package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.interaction;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.items;
import static org.lumbar.core.CoreFixtures.request;
import static org.lumbar.core.CoreFixtures.rxnorm;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lumbar.core.CoreFixtures;
import org.lumbar.core.ItemFixture;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Gate;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Level;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.logic.Truth;

/** Every combination of what can stand in the way of one item, against the order in which it must be decided. */
class JudgementOrderTest {

    /** What can be wrong with an item for this person besides its own rules. */
    private enum Problem {
        NONE,
        ALLERGY,
        ALREADY_TAKEN,
        INTERACTION,
        NOT_LICENSED
    }

    /** An item as the knowledge has it. */
    private record Shape(boolean closed, @Nullable Offer offer, boolean gated, boolean needsDiagnosis) {}

    /** The person as far as the item is concerned. */
    private record State(
            boolean emergency, Truth excluded, Problem problem, Truth indicated, Truth gate, Truth diagnosis) {}

    @Test
    void isTheSameForEveryCombination() {
        for (Shape shape : shapes()) {
            Planner planner = knowing(shape).planner();
            for (State state : states(shape)) {
                Planner.Brief brief = planner.brief(
                        personIn(state).record(), request(state.problem() == Problem.NOT_LICENSED ? "BB" : "AA"));
                assertThat(brief.itemsByStatus())
                        .as("%s in %s", shape, state)
                        .isEqualTo(Map.of(expected(shape, state), List.of("zorpal")));
            }
        }
    }

    /** The order of decisions, as the package describes it: safety first, then indication, then what must still be known. */
    private static Status expected(Shape shape, State state) {
        if (shape.closed()) {
            return Status.REFUSED;
        }
        if (state.emergency() || state.excluded() == Truth.TRUE || state.problem() != Problem.NONE) {
            return Status.WITHHELD;
        }
        if (shape.offer() == null || state.indicated() == Truth.FALSE) {
            return Status.NOT_INDICATED;
        }
        if (shape.gated() && state.gate() == Truth.FALSE) {
            return Status.WITHHELD;
        }
        boolean settled = state.excluded() == Truth.FALSE
                && state.indicated() == Truth.TRUE
                && (!shape.gated() || state.gate() == Truth.TRUE)
                && (!shape.needsDiagnosis() || state.diagnosis() == Truth.TRUE);
        return settled ? Status.valueOf(shape.offer().name()) : Status.NEEDS_INFORMATION;
    }

    private static List<Shape> shapes() {
        List<Shape> all = new ArrayList<>();
        List<@Nullable Offer> offers = new ArrayList<>(List.of(Offer.values()));
        offers.add(null);
        for (boolean closed : new boolean[] {false, true}) {
            for (Offer offer : offers) {
                for (boolean gated : new boolean[] {false, true}) {
                    for (boolean needsDiagnosis : new boolean[] {false, true}) {
                        all.add(new Shape(closed, offer, gated, needsDiagnosis));
                    }
                }
            }
        }
        return all;
    }

    private static List<State> states(Shape shape) {
        Truth[] any = Truth.values();
        Truth[] one = {Truth.UNKNOWN};
        List<State> all = new ArrayList<>();
        for (boolean emergency : new boolean[] {false, true}) {
            for (Truth excluded : any) {
                for (Problem problem : Problem.values()) {
                    for (Truth indicated : any) {
                        for (Truth gate : shape.gated() ? any : one) {
                            for (Truth diagnosis : shape.needsDiagnosis() ? any : one) {
                                all.add(new State(emergency, excluded, problem, indicated, gate, diagnosis));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    private static KnowledgeFixture knowing(Shape shape) {
        ItemFixture zorpal = item("zorpal")
                .offered(shape.offer())
                .contains("zorpine")
                .excluded(is("bad"))
                .indicated(is("needed"));
        if (shape.closed()) {
            zorpal.closed();
        }
        if (shape.gated()) {
            zorpal.gates("door");
        }
        if (shape.needsDiagnosis()) {
            zorpal.needsDiagnosis();
        }
        return knowledge()
                .redFlag("alarm", Urgency.EMERGENCY_SAME_DAY)
                .findings("bad", "needed", "door-open")
                .finding(finding(Vocabulary.DIAGNOSIS_CONFIRMED))
                .gate(new Gate("door", text("door"), text("door means"), "door-open", true))
                .substance("zorpine")
                .substance("quellin")
                .rxnorm("1", "zorpine")
                .rxnorm("2", "quellin")
                .interaction(interaction("clash", Level.AVOID, items("zorpal"), CoreFixtures.ingredients("quellin")))
                .licence("AA", "zorpal", true)
                .licence("BB", "zorpal", false)
                .item(zorpal);
    }

    private static PersonFixture personIn(State state) {
        PersonFixture person = person().answers("alarm", state.emergency());
        answer(person, "bad", state.excluded());
        answer(person, "needed", state.indicated());
        answer(person, "door-open", state.gate());
        answer(person, Vocabulary.DIAGNOSIS_CONFIRMED, state.diagnosis());
        switch (state.problem()) {
            case ALLERGY -> person.allergicTo(rxnorm("1"));
            case ALREADY_TAKEN -> person.takes(rxnorm("1"));
            case INTERACTION -> person.takes(rxnorm("2"));
            case NONE, NOT_LICENSED -> {}
        }
        return person;
    }

    private static void answer(PersonFixture person, String finding, Truth truth) {
        if (truth != Truth.UNKNOWN) {
            person.answers(finding, truth == Truth.TRUE);
        }
    }
}
