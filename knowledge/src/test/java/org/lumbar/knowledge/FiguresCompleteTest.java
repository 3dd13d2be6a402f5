package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.MassageSession;
import org.lumbar.figures.Clip;
import org.lumbar.figures.Prop;

/** Every movement and every part of a massage is drawn, with what it needs. */
class FiguresCompleteTest {

    private static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();
    private static final Figures FIGURES = Knowledge.figures();

    /** What may stand for a piece of equipment in a picture. */
    private static final Map<String, Set<Prop.Kind>> DRAWN_AS = Map.of(
            "chair", Set.of(Prop.Kind.CHAIR, Prop.Kind.SUPPORT),
            "mat", Set.of(Prop.Kind.MAT),
            "wall", Set.of(Prop.Kind.WALL));

    private static List<Item> movements() {
        return KNOWLEDGE.items().stream()
                .filter(item -> item.movement() != null)
                .toList();
    }

    private static Set<String> massages() {
        Set<String> ids = new TreeSet<>();
        for (var session : KNOWLEDGE.sessions()) {
            if (session instanceof MassageSession massage) {
                List<MassageSession.Step> steps = new ArrayList<>(massage.steps());
                massage.variants().forEach(variant -> steps.addAll(variant.added()));
                steps.forEach(step -> {
                    ids.add("massage-" + step.zone());
                    ids.addAll(step.techniques());
                });
                massage.techniques().forEach(technique -> ids.add(technique.item()));
            }
        }
        return ids;
    }

    @Test
    void nothingIsLeftUndrawn() {
        Set<String> wanted = new TreeSet<>(massages());
        movements().forEach(item -> wanted.add(item.id()));
        assertThat(FIGURES.clips().keySet()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void equipmentIsInThePicture() {
        for (Item item : movements()) {
            Clip clip = FIGURES.clip(item.id()).orElseThrow();
            for (String needed : item.movement().equipment()) {
                Set<Prop.Kind> kinds = DRAWN_AS.get(needed);
                if (kinds != null) {
                    assertThat(clip.equipment())
                            .as(item.id() + " needs " + needed)
                            .anyMatch(prop -> kinds.contains(prop.kind()));
                }
            }
        }
    }
}
