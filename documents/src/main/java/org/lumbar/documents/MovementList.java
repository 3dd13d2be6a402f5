package org.lumbar.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.MovementTerms.Term;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;

/** The single exercises, one line each, under the parts of a session. */
public final class MovementList {

    private MovementList() {}

    /**
     * The list.
     *
     * @param shown which exercises are in it
     * @param plan of a patient, whose closed exercises are told with their reasons; null for nobody in particular
     */
    public static String of(
            KnowledgeBase knowledge,
            Language language,
            TextOptions options,
            Predicate<Movement> shown,
            @Nullable TreatmentPlan plan) {
        Words words = new Words(knowledge, language);
        Page page = new Page(options);
        int longest = knowledge.items().stream()
                .filter(item -> item.movement() != null)
                .mapToInt(item -> item.id().length())
                .max()
                .orElse(0);
        int count = 0;
        for (Term section : knowledge.movementTerms().sections()) {
            List<Item> items = in(section, knowledge, shown);
            count += items.size();
            if (!items.isEmpty()) {
                page.gap();
                page.text(0, 2, words.heading(section.name()), Ink.HEADING);
            }
            for (Item item : items) {
                String id = item.id() + "\u00a0".repeat(longest - item.id().length());
                page.text(
                        2,
                        longest + 5,
                        List.of(
                                Page.span(id, Ink.STRONG),
                                Page.span(" " + words.say(item.name()), Ink.PLAIN),
                                Page.span(Words.DOT + about(item, plan, words), Ink.FAINT)));
            }
        }
        page.gap();
        page.text(0, 0, words.count("count.items", count), Ink.FAINT);
        return page.toString();
    }

    private static List<Item> in(Term section, KnowledgeBase knowledge, Predicate<Movement> shown) {
        return knowledge.items().stream()
                .filter(item -> {
                    Movement movement = item.movement();
                    return movement != null && movement.section().equals(section.id()) && shown.test(movement);
                })
                .toList();
    }

    /** What the plan says of the exercise when it is closed to the patient; else what is particular about it. */
    private static String about(Item item, @Nullable TreatmentPlan plan, Words words) {
        if (plan != null) {
            for (Recommendation one : plan.recommendations()) {
                if (one.item().id().equals(item.id()) && !one.status().offered()) {
                    return words.say("status." + one.status().id()) + ": " + PlayerSheet.why(one, words);
                }
            }
        }
        return about(item, words);
    }

    /** Its load, and what is particular about it. */
    private static String about(Item item, Words words) {
        Movement movement = item.movement();
        List<String> about = new ArrayList<>();
        if (item.availability() == Item.Availability.CLOSED) {
            about.add(words.say("status.refused"));
        } else if (movement != null) {
            about.add(words.fill(
                    "programme-page.load",
                    Map.of(
                            "load",
                            movement.load(),
                            "most",
                            words.knowledge().movementTerms().loads().size())));
            if (movement.late()) {
                about.add(words.say("movement.late"));
            }
        }
        return String.join(Words.DOT, about);
    }
}
