package org.lumbar.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.LocalizedText;

/** Sorts the reasons of an item that is offered: why it suits, what it gave way to, and what to mind with it. */
final class Offered {

    private Offered() {}

    /** All items that are offered. */
    static List<Item> items(TreatmentPlan plan) {
        return plan.treatments().stream()
                .filter(one -> one.status().offered())
                .map(Recommendation::item)
                .toList();
    }

    /** Why it is offered, without a full stop. */
    static String why(Recommendation recommendation, Words words) {
        return recommendation.reasons().stream()
                .filter(Offered::isGround)
                .findFirst()
                .map(words::brief)
                .orElse("");
    }

    /** Why it is not in the plan although it could be: another item came first. */
    static Optional<Reason> gaveWay(Recommendation recommendation) {
        return recommendation.reasons().stream().filter(Offered::isConcession).findFirst();
    }

    /** What to mind with one item. */
    static List<String> notes(Recommendation recommendation, Words words) {
        return notes(recommendation, words, new HashSet<>());
    }

    /**
     * What to mind: interactions with what the patient takes in full; a caution in full when it is the only one, else what the
     * cautions are about.
     *
     * @param told what cautions were said to be about before; it is not said twice
     */
    static List<String> notes(Recommendation recommendation, Words words, Set<String> told) {
        List<Reason> cautions = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        for (Reason reason : recommendation.reasons()) {
            if (reason.pattern().equals(Reason.CAUTION)) {
                cautions.add(reason);
            } else if (isNote(reason)) {
                notes.add(words.say(reason));
            }
        }
        if (cautions.size() == 1) {
            notes.add(sentence(cautions.get(0), words));
        } else if (!cautions.isEmpty()) {
            String about = cautions.stream()
                    .flatMap(caution -> caution.words().stream())
                    .flatMap(word -> word.values().stream())
                    .map(words::say)
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (told.add(about)) {
                notes.add(words.fill("reason.caution", "finding", about) + " "
                        + words.count("screen.cautions", cautions.size()));
            }
        }
        return List.copyOf(notes);
    }

    private static String sentence(Reason caution, Words words) {
        LocalizedText why = caution.why();
        return why == null ? words.say(caution) : words.capital(words.say(why));
    }

    static boolean isNote(Reason reason) {
        return !isGround(reason) && !isConcession(reason);
    }

    private static boolean isGround(Reason reason) {
        return reason.pattern().equals(Reason.INDICATED) || reason.pattern().equals(Reason.FOR_EVERYONE);
    }

    private static boolean isConcession(Reason reason) {
        return switch (reason.pattern()) {
            case Reason.CHOICE, Reason.INTERACTION_PLAN, Reason.CEILING -> true;
            default -> false;
        };
    }
}
