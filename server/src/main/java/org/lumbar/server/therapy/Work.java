package org.lumbar.server.therapy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Item;

/** A kind of work of therapists. */
public enum Work {
    EXERCISE,
    MASSAGE,
    PHYSIOTHERAPY;

    /** Exercise that an instructor gives. */
    static final String SUPERVISED_START = "supervised-start";

    static final String EXERCISE_THERAPY = "exercise-therapy";
    private static final Set<String> LESSONS = Set.of(SUPERVISED_START, EXERCISE_THERAPY);

    /** Gates that say that somebody trained gives it. */
    private static final List<String> TRAINED =
            List.of("trained-therapist", "qualified-manual-therapist", "qualified-acupuncturist", "clinic-only");

    /** The word for it in addresses and message keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Work> of(String id) {
        return List.of(values()).stream().filter(work -> work.id().equals(id)).findFirst();
    }

    /**
     * Whose work an item is; empty when no therapist gives it. Techniques of massage are part of a massage and no treatment of
     * their own: they have no course to be reviewed.
     */
    static Optional<Work> of(Item item) {
        boolean trained = item.gates().stream().anyMatch(TRAINED::contains);
        return switch (item.category()) {
            case "exercise" -> trained || LESSONS.contains(item.id()) ? Optional.of(EXERCISE) : Optional.empty();
            case "manual-massage" -> trained && isCourse(item.course()) ? Optional.of(MASSAGE) : Optional.empty();
            case "physiotherapy", "reflex-needle", "biological" ->
                trained ? Optional.of(PHYSIOTHERAPY) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isCourse(@org.jspecify.annotations.Nullable Course course) {
        return course != null && course.reviewAfterSessions() != null;
    }
}
