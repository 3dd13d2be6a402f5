package org.lumbar.documents;

import java.util.List;
import org.lumbar.core.exercise.Note;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.knowledge.KnowledgeBase;

/**
 * A programme in words, piece by piece, for pages that lay it out themselves, in the language of its plan. Not for sharing
 * between threads.
 */
public final class ProgrammeView {

    private final Programme programme;
    private final Words words;
    private final ProgrammeWords say;

    /** @param knowledge the one that the programme was made with */
    public ProgrammeView(Programme programme, KnowledgeBase knowledge) {
        this.programme = programme;
        this.words = new Words(knowledge, programme.plan().request().language());
        this.say = new ProgrammeWords(words);
    }

    /** What a session is called. */
    public String name(ProgrammeSession session) {
        return say.name(session);
    }

    /** How many exercises it has and how long it takes. */
    public String size(ProgrammeSession session) {
        return words.count(
                        "count.exercises",
                        SessionOutline.of(session).exercises().size())
                + Words.DOT
                + say.minutes(session);
    }

    /** When it begins. */
    public String clock(ProgrammeSession session) {
        return say.clock(session.at());
    }

    public String note(Note note) {
        return say.note(note);
    }

    /** Why the programme is as it is, the weightiest first; for none, why there is none. */
    public List<String> notes() {
        List<String> notes = programme.notes().stream().map(say::note).toList();
        return notes.isEmpty()
                ? programme.stops().stream()
                        .map(words::say)
                        .map(Words::stopped)
                        .distinct()
                        .toList()
                : notes;
    }
}
