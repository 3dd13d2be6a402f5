package org.lumbar.documents;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;

/** Sorts the reasons of an item that is offered: why it suits, what it gave way to, and what to mind with it. */
final class Offered {

    private Offered() {}

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

    /** Cautions, and interactions with what the patient takes, each once. */
    static List<String> notes(Recommendation recommendation, Words words) {
        return recommendation.reasons().stream()
                .filter(Offered::isNote)
                .map(reason -> note(reason, words))
                .distinct()
                .toList();
    }

    private static String note(Reason reason, Words words) {
        if (reason.why() == null) {
            return Words.stopped(words.brief(reason));
        }
        String why = words.capital(words.say(Objects.requireNonNull(reason.why())));
        return reason.pattern().equals(Reason.CAUTION) ? why : Words.stopped(words.brief(reason)) + " " + why;
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
