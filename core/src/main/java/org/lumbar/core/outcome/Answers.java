package org.lumbar.core.outcome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.Instrument.Band;
import org.lumbar.core.knowledge.Instrument.Question;
import org.lumbar.core.knowledge.Instrument.Scale;
import org.lumbar.core.outcome.WrongAnswers.Kind;

/** A form as it was filled in: an answer to each question of an instrument, or a blank. */
public final class Answers {

    /** How a blank is written. */
    public static final String BLANK = "?";

    private static final int LONGEST = 6;

    private final Instrument instrument;
    private final Map<Integer, Integer> byQuestion;

    private Answers(Instrument instrument, Map<Integer, Integer> byQuestion) {
        this.instrument = instrument;
        this.byQuestion = byQuestion;
    }

    /**
     * Answers in the order of the questions, null for a blank.
     *
     * @throws WrongAnswers when their number does not fit, or one is not among the answers of its question
     */
    public static Answers of(Instrument instrument, List<@Nullable Integer> answers) {
        List<Question> questions = instrument.questions();
        if (answers.size() > questions.size() || answers.size() < instrument.fewestAnswers()) {
            throw new WrongAnswers(Kind.COUNT, instrument, null, Integer.toString(answers.size()));
        }
        Map<Integer, Integer> byQuestion = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            Integer answer = answers.get(i);
            Question question = questions.get(i);
            if (answer != null && !question.allows(answer)) {
                throw new WrongAnswers(Kind.RANGE, instrument, question, answer.toString());
            }
            if (answer != null) {
                byQuestion.put(i, answer);
            }
        }
        return new Answers(instrument, byQuestion);
    }

    /**
     * Answers as people write them: {@code 1,0,?,3}.
     *
     * @throws WrongAnswers as {@link #of} does, and for anything that is neither a whole number nor a question mark
     */
    public static Answers parse(Instrument instrument, String written) {
        List<@Nullable Integer> answers = new ArrayList<>();
        for (String part : written.split(",", -1)) {
            String answer = part.strip();
            if (!answer.equals(BLANK) && !wholeNumber(answer)) {
                int at = Math.min(answers.size(), instrument.questions().size() - 1);
                throw new WrongAnswers(
                        Kind.FORM, instrument, instrument.questions().get(at), answer);
            }
            answers.add(answer.equals(BLANK) ? null : Integer.valueOf(answer));
        }
        return of(instrument, answers);
    }

    /**
     * An answer of an electronic form.
     *
     * @param value the answer, or what it counts
     * @param points it is what the answer counts
     */
    public record Given(int value, boolean points) {}

    /**
     * Answers of an electronic form by the link id of their question: its id, its LOINC code, or its id after that of the
     * instrument ({@code odi-1}). What belongs to no question is left out, as a form may hold more.
     *
     * @throws WrongAnswers when no answer belongs to the instrument, or one is not among the answers of its question
     */
    public static Answers of(Instrument instrument, Map<String, Given> byLink) {
        List<@Nullable Integer> answers = new ArrayList<>();
        boolean any = false;
        for (Question question : instrument.questions()) {
            Given given = given(instrument, question, byLink);
            any |= given != null;
            answers.add(given == null ? null : answer(instrument, question, given));
        }
        if (!any) {
            throw new WrongAnswers(
                    Kind.STRANGE,
                    instrument,
                    instrument.questions().get(0),
                    byLink.isEmpty() ? BLANK : byLink.keySet().iterator().next());
        }
        return of(instrument, answers);
    }

    private static @Nullable Given given(Instrument instrument, Question question, Map<String, Given> byLink) {
        for (String link : byLink.keySet()) {
            String name = link.startsWith("/") ? link.substring(1) : link;
            if (name.equals(question.id())
                    || name.equals(question.loinc())
                    || name.equals(instrument.id() + "-" + question.id())) {
                return byLink.get(link);
            }
        }
        return null;
    }

    private static int answer(Instrument instrument, Question question, Given given) {
        return given.points()
                ? question.answerWorth(given.value())
                        .orElseThrow(() ->
                                new WrongAnswers(Kind.RANGE, instrument, question, Integer.toString(given.value())))
                : given.value();
    }

    private static boolean wholeNumber(String answer) {
        int digits = answer.startsWith("-") ? answer.length() - 1 : answer.length();
        return digits > 0
                && digits <= LONGEST
                && answer.chars().skip(answer.length() - digits).allMatch(c -> c >= '0' && c <= '9');
    }

    public Instrument instrument() {
        return instrument;
    }

    /** The result on every scale, in the order of the instrument. */
    public List<Result> score() {
        List<Result> results = new ArrayList<>();
        for (Scale scale : instrument.scales()) {
            results.add(score(scale));
        }
        return results;
    }

    /** The result on one scale of the instrument. */
    public Result score(Scale scale) {
        List<Question> open = new ArrayList<>();
        int answered = 0;
        int sum = 0;
        int most = 0;
        for (int i = 0; i < instrument.questions().size(); i++) {
            Question question = instrument.questions().get(i);
            if (!scale.of().contains(question.id())) {
                continue;
            }
            Integer answer = byQuestion.get(i);
            if (answer == null) {
                open.add(question);
                sum += scale.blankCounts() == null ? 0 : scale.blankCounts();
            } else {
                answered++;
                sum += question.points(answer);
                most += question.mostPoints();
            }
        }
        if (answered < scale.answersNeeded() || answered == 0) {
            return new Result.NotScorable(scale, open, answered);
        }
        double value = switch (scale.form()) {
            case SUM -> sum;
            case MEAN -> (double) sum / answered;
            case PERCENT -> 100.0 * sum / most;
        };
        return new Result.Score(scale, value, answered, band(scale, value));
    }

    private @Nullable Band band(Scale scale, double value) {
        for (Band band : scale.bands()) {
            Double decides = band.of().equals(scale.id()) ? Double.valueOf(value) : scoreOf(band.of());
            if (decides == null) {
                return null;
            }
            if (band.holds(decides)) {
                return band;
            }
        }
        return null;
    }

    private @Nullable Double scoreOf(String id) {
        for (Scale scale : instrument.scales()) {
            if (scale.id().equals(id) && score(scale) instanceof Result.Score score) {
                return score.value();
            }
        }
        return null;
    }

    /** Only what {@code other}, a form of the same instrument, answers too. */
    Answers sharedWith(Answers other) {
        Map<Integer, Integer> shared = new HashMap<>(byQuestion);
        shared.keySet().retainAll(other.byQuestion.keySet());
        return new Answers(instrument, shared);
    }
}
