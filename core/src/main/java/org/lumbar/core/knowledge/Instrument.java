package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.LocalizedText;

/**
 * A questionnaire or scale: what it asks, how its answers become scores, and what a score and a change of it mean. It holds
 * no wording that its licence does not free; where the licence asks for the printed form, only the ticks are entered here.
 *
 * @param about what it measures, in whom, and what it is not for
 * @param recall the time that the answers speak of
 * @param questions in the order of the form
 * @param fewestAnswers how many answers make a form: fewer than the questions only where the patient names the activities
 * @param scales at least one
 */
public record Instrument(
        String id,
        LocalizedText name,
        LocalizedText about,
        LocalizedText recall,
        List<Question> questions,
        int fewestAnswers,
        List<Scale> scales,
        Licence licence,
        Sources sources)
        implements Serializable {

    public Instrument {
        questions = List.copyOf(questions);
        scales = List.copyOf(scales);
    }

    /**
     * One question and its answers, which are the whole numbers from {@link #least()} to {@link #most()}.
     *
     * @param asks what it is about, in our own words
     * @param points what each answer counts, from the least on
     * @param answers what each answer says, from the least on; empty where the printed form says it
     * @param loinc null when it has no code
     */
    public record Question(
            String id,
            LocalizedText asks,
            int least,
            int most,
            List<Integer> points,
            List<LocalizedText> answers,
            @Nullable String loinc)
            implements Serializable {

        public Question {
            points = List.copyOf(points);
            answers = List.copyOf(answers);
        }

        public boolean allows(int answer) {
            return answer >= least && answer <= most;
        }

        /** What an answer counts. */
        public int points(int answer) {
            return points.get(answer - least);
        }

        /** The first answer that counts so much; empty when none does. */
        public OptionalInt answerWorth(int worth) {
            int at = points.indexOf(worth);
            return at < 0 ? OptionalInt.empty() : OptionalInt.of(least + at);
        }

        public int mostPoints() {
            return points.stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        public int leastPoints() {
            return points.stream().mapToInt(Integer::intValue).min().orElse(0);
        }
    }

    /** How points become a score. */
    public enum Form {
        /** The points added up. */
        SUM,
        /** The points added up and divided by the number of answers. */
        MEAN,
        /** The points as a share of what the answered questions could have given, in percent. */
        PERCENT
    }

    /** Which way a score moves when the patient gets better. */
    public enum Better {
        LOWER,
        HIGHER
    }

    /**
     * A score.
     *
     * @param of ids of the questions that it counts
     * @param answersNeeded with fewer of them answered there is no score
     * @param blankCounts points of a question that was left blank; null when a blank is no answer
     * @param least lowest possible score
     * @param most highest possible score
     * @param measure id of the {@link Measure} that holds this score when a record brings it; null when none does
     * @param bands the first that fits is the one; empty when none is published
     * @param change null when the score is not made to follow a patient
     */
    public record Scale(
            String id,
            LocalizedText name,
            Form form,
            List<String> of,
            int answersNeeded,
            @Nullable Integer blankCounts,
            Better better,
            double least,
            double most,
            @Nullable String measure,
            List<Band> bands,
            @Nullable ChangeRule change)
            implements Serializable {

        public Scale {
            of = List.copyOf(of);
            bands = List.copyOf(bands);
        }
    }

    /**
     * What scores of a stretch mean.
     *
     * @param of id of the scale whose score decides; usually the band's own
     * @param atLeast null when there is no lower limit
     * @param atMost null when there is no upper limit
     */
    public record Band(
            String id,
            LocalizedText name,
            @Nullable LocalizedText means,
            String of,
            @Nullable Double atLeast,
            @Nullable Double atMost,
            Sources sources)
            implements Serializable {

        public boolean holds(double score) {
            return (atLeast == null || score >= atLeast) && (atMost == null || score <= atMost);
        }
    }

    /**
     * From which difference on a change matters to patients. Points are those of the score.
     *
     * @param points smallest improvement that matters; null when only the share counts
     * @param pointsIfSingle instead of {@code points} when the score stands on one answer
     * @param percent smallest improvement that matters, as a share of the first score; null when only points count
     * @param lowAtMost at or below this first score both {@code percent} and {@code lowPoints} are needed
     * @param lowPoints null together with {@code lowAtMost}
     * @param worsePoints smallest worsening that matters
     * @param detectable smaller differences may be chance; null when not published
     * @param reliableFrom below this first score improvement hardly shows; null when it always does
     * @param reliableTo above this first score worsening hardly shows
     * @param recoveredAtMost at or below this score people call themselves recovered
     * @param sameQuestions compares only what was answered both times
     * @param context in whom the numbers were found, and what other numbers there are
     */
    public record ChangeRule(
            @Nullable Double points,
            @Nullable Double pointsIfSingle,
            @Nullable Double percent,
            @Nullable Double lowAtMost,
            @Nullable Double lowPoints,
            double worsePoints,
            @Nullable Double detectable,
            @Nullable Double reliableFrom,
            @Nullable Double reliableTo,
            @Nullable Double recoveredAtMost,
            boolean sameQuestions,
            LocalizedText context,
            Sources sources)
            implements Serializable {}

    /** Who may use the form, and how. */
    public enum Freedom {
        /** Free; no wording to protect. */
        OPEN,
        /** Free when the authors are named. */
        ACKNOWLEDGE,
        /** Free as long as nobody earns money with it. */
        NON_COMMERCIAL,
        /** The wording needs a licence. */
        RESTRICTED
    }

    /**
     * The licence.
     *
     * @param asksItself the questions may be put to a patient as they are written here; otherwise the printed form is needed
     * @param terms what it allows, in our own words
     */
    public record Licence(Freedom freedom, boolean asksItself, LocalizedText terms, Sources sources)
            implements Serializable {}
}
