package org.lumbar.core.outcome;

import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.Instrument.Question;

/** Answers that cannot belong to the instrument. */
public final class WrongAnswers extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** More or fewer answers than questions. */
        COUNT,
        /** Neither a whole number nor a blank. */
        FORM,
        /** Not one of the answers of its question. */
        RANGE,
        /** No answer belongs to a question of the instrument. */
        STRANGE
    }

    private final Kind kind;
    private final transient Instrument instrument;
    private final transient @Nullable Question question;
    private final String found;

    WrongAnswers(Kind kind, Instrument instrument, @Nullable Question question, String found) {
        super(instrument.id() + (question == null ? "" : " " + question.id()) + ": " + kind + " " + found);
        this.kind = kind;
        this.instrument = instrument;
        this.question = question;
        this.found = found;
    }

    public Kind kind() {
        return kind;
    }

    public Instrument instrument() {
        return instrument;
    }

    /** The question at fault; null when there are too many or too few. */
    public @Nullable Question question() {
        return question;
    }

    /** The answer as it was given, or how many there are. */
    public String found() {
        return found;
    }
}
