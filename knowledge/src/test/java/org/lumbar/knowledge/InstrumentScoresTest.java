package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lumbar.knowledge.InstrumentFixtures.band;
import static org.lumbar.knowledge.InstrumentFixtures.form;
import static org.lumbar.knowledge.InstrumentFixtures.instrument;
import static org.lumbar.knowledge.InstrumentFixtures.result;
import static org.lumbar.knowledge.InstrumentFixtures.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.Instrument.Question;
import org.lumbar.core.outcome.Answers;
import org.lumbar.core.outcome.Result;

/** Scores against the published rule of each instrument, worked out beside the number. */
class InstrumentScoresTest {

    private static final Offset<Double> EXACT = within(1e-9);

    /** Clinics' scoring notes: 16 of 50 is 32 %; with one section missing 16 of 45 is 35.5 % (exactly 35.555…). */
    @Test
    void oswestryDividesByWhatWasAnswered() {
        assertThat(score(form("odi", 5, 5, 5, 1, 0, 0, 0, 0, 0, 0), "total")).isEqualTo(32.0, EXACT);
        assertThat(score(form("odi", 5, 5, 5, 1, 0, 0, 0, null, 0, 0), "total")).isEqualTo(100 * 16 / 45.0, EXACT);
        // All that nine sections can give is 45.
        assertThat(score(form("odi", 5, 5, 5, 5, 5, 5, 5, null, 5, 5), "total")).isEqualTo(100, EXACT);
    }

    @Test
    void oswestryGivesNoScoreWithTwoSectionsMissing() {
        var nothing = (Result.NotScorable) result(form("odi", 2, 2, 2, 2, 2, 2, null, null, 2, 2), "total");
        assertThat(nothing.open()).extracting(Question::id).containsExactly("7", "8");
        assertThat(nothing.answered()).isEqualTo(8);
    }

    /** Bands of 20 points; an even sum is the index. */
    @ParameterizedTest
    @CsvSource({
        "0, minimal",
        "10, minimal",
        "11, moderate",
        "20, moderate",
        "21, severe",
        "30, severe",
        "31, very-severe",
        "40, very-severe",
        "41, extreme",
        "50, extreme"
    })
    void oswestryBandsEndAtTheirUpperNumber(int sum, String expected) {
        assertThat(band(form("odi", spread(sum, 10, 5)), "total")).isEqualTo(expected);
    }

    /** Keele: total 0–3 low; else distress 4 or 5 high; else medium; "very much" and "extremely" count one. All 1,280 forms. */
    @Test
    void startBackPlacesEveryForm() {
        for (int ticks = 0; ticks < 256; ticks++) {
            for (int bothers = 0; bothers <= 4; bothers++) {
                List<@Nullable Integer> answers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    answers.add(ticks >> i & 1);
                }
                answers.add(bothers);
                int last = bothers >= 3 ? 1 : 0;
                int total = Integer.bitCount(ticks) + last;
                int distress = Integer.bitCount(ticks >> 4) + last;
                String risk = total <= 3 ? "low" : distress >= 4 ? "high" : "medium";
                Answers form = Answers.of(instrument("start-back"), answers);
                assertThat(score(form, "total")).as("%s", answers).isEqualTo(total);
                assertThat(score(form, "distress")).as("%s", answers).isEqualTo(distress);
                assertThat(band(form, "total")).as("%s", answers).isEqualTo(risk);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void startBackNeedsEveryAnswer(int missing) {
        List<@Nullable Integer> answers = new ArrayList<>(Collections.nCopies(9, 1));
        answers.set(missing, null);
        assertThat(result(Answers.of(instrument("start-back"), answers), "total"))
                .isInstanceOf(Result.NotScorable.class);
    }

    /** −1 to 38; 12 or less unlikely, 19 or more likely. Pictures count 0, −1, 1, 1; spreading counts 2. */
    @Test
    void painDetectAddsPictureAndSpreading() {
        int[] pictures = {0, -1, 1, 1};
        for (int feelings = 0; feelings <= 35; feelings++) {
            for (int picture = 1; picture <= 4; picture++) {
                for (int spreads = 0; spreads <= 1; spreads++) {
                    List<@Nullable Integer> answers = new ArrayList<>(List.of(spread(feelings, 7, 5)));
                    answers.add(picture);
                    answers.add(spreads);
                    int total = feelings + pictures[picture - 1] + 2 * spreads;
                    Answers form = Answers.of(instrument("paindetect"), answers);
                    assertThat(score(form, "total")).as("%s", answers).isEqualTo(total);
                    assertThat(band(form, "total"))
                            .as("%s", answers)
                            .isEqualTo(total <= 12 ? "unlikely" : total <= 18 ? "unclear" : "likely");
                }
            }
        }
    }

    /** 4 of 10 with examination, 3 of 7 in the interview. All 1,024 forms. */
    @Test
    void dn4PlacesEveryForm() {
        for (int ticks = 0; ticks < 1024; ticks++) {
            List<@Nullable Integer> answers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                answers.add(ticks >> i & 1);
            }
            Answers form = Answers.of(instrument("dn4"), answers);
            assertThat(band(form, "total")).isEqualTo(Integer.bitCount(ticks) >= 4 ? "likely" : "unlikely");
            assertThat(band(form, "interview")).isEqualTo(Integer.bitCount(ticks & 127) >= 3 ? "likely" : "unlikely");
        }
    }

    /** Physical activity 2+3+4+5 (0–24), work 6+7+9+10+11+12+15 (0–42): each statement raised alone by 6. */
    @Test
    void fearAvoidanceCountsElevenStatements() {
        for (int raised = 1; raised <= 16; raised++) {
            List<@Nullable Integer> answers = new ArrayList<>(Collections.nCopies(16, 0));
            answers.set(raised - 1, 6);
            Answers form = Answers.of(instrument("fabq"), answers);
            assertThat(score(form, "physical-activity"))
                    .as("statement %d", raised)
                    .isEqualTo(List.of(2, 3, 4, 5).contains(raised) ? 6 : 0);
            assertThat(score(form, "work"))
                    .as("statement %d", raised)
                    .isEqualTo(List.of(6, 7, 9, 10, 11, 12, 15).contains(raised) ? 6 : 0);
        }
    }

    @Test
    void rolandMorrisCountsTicksAndTakesABlankForNone() {
        for (int ticks = 1; ticks <= 24; ticks++) {
            List<@Nullable Integer> answers = new ArrayList<>(Collections.nCopies(ticks, 1));
            answers.addAll(Collections.nCopies(24 - ticks, null));
            assertThat(score(Answers.of(instrument("rmdq"), answers), "total")).isEqualTo(ticks);
        }
    }

    /** iatroX: pain 7, enjoyment 8, activity 6 give (7 + 8 + 6) / 3 = 7. */
    @Test
    void pegIsTheMeanOfThree() {
        assertThat(score(form("peg", 7, 8, 6), "total")).isEqualTo(7.0, EXACT);
        assertThat(score(form("peg", 5, 5, 6), "total")).isEqualTo(16 / 3.0, EXACT);
        assertThat(result(form("peg", 7, null, 6), "total")).isInstanceOf(Result.NotScorable.class);
    }

    /** The form: sum of the activity scores over the number of activities. */
    @Test
    void patientSpecificScaleTakesOneToFiveActivities() {
        assertThat(score(form("psfs", 3, 4, 5), "total")).isEqualTo(4.0, EXACT);
        assertThat(score(form("psfs", 7), "total")).isEqualTo(7.0, EXACT);
        assertThat(score(form("psfs", 0, 1, 2, 3, 4), "total")).isEqualTo(2.0, EXACT);
    }

    @ParameterizedTest
    @CsvSource({"0, none", "1, mild", "3, mild", "4, moderate", "6, moderate", "7, severe", "10, severe"})
    void painNumbersHaveTheUsualBands(int pain, String expected) {
        assertThat(band(form("nrs", pain), "pain")).isEqualTo(expected);
    }

    @Test
    void anEmptyFormHasNoScoreOnAnyScale() {
        for (Instrument instrument : InstrumentFixtures.ALL) {
            List<@Nullable Integer> blank =
                    new ArrayList<>(Collections.nCopies(instrument.questions().size(), null));
            assertThat(Answers.of(instrument, blank).score())
                    .as(instrument.id())
                    .allSatisfy(result -> assertThat(result).isInstanceOf(Result.NotScorable.class));
        }
    }

    @Test
    void lowestAndHighestAnswersReachTheEndsOfEveryScale() {
        for (Instrument instrument : InstrumentFixtures.ALL) {
            for (boolean high : List.of(false, true)) {
                List<@Nullable Integer> answers = new ArrayList<>();
                for (Question question : instrument.questions()) {
                    int points = high ? question.mostPoints() : question.leastPoints();
                    answers.add(question.answerWorth(points).orElseThrow());
                }
                for (Result result : Answers.of(instrument, answers).score()) {
                    double end = high ? result.scale().most() : result.scale().least();
                    assertThat(((Result.Score) result).value())
                            .as(instrument.id())
                            .isEqualTo(end);
                }
            }
        }
    }

    /** A sum spread over questions, filling one after another. */
    private static Integer[] spread(int sum, int questions, int most) {
        Integer[] answers = new Integer[questions];
        int left = sum;
        for (int i = 0; i < questions; i++) {
            answers[i] = Math.min(most, left);
            left -= answers[i];
        }
        return answers;
    }
}
