package org.lumbar.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.Performed.Result;

/** Treatments, exercises and flags in the chart. */
class TherapyEntriesTest {

    private static final String STREAM = PatientChart.stream("p");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private java.nio.file.Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.file(folder.resolve("chart.sqlite"));
        write(NOON, Entry.Draft.of(Kind.REGISTERED, Map.of("name", List.of(Map.of("family", "Carter")))));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(Instant at, Entry.Draft... drafts) {
        new ChartStore(database, Clock.fixed(at, ZoneOffset.UTC))
                .append(STREAM, ChartStore.ANY, null, "therapist", List.of(drafts));
    }

    private ChartStore store() {
        return new ChartStore(database, Clock.systemUTC());
    }

    private PatientChart chart() {
        return PatientChart.of(store().read(STREAM));
    }

    private static Entry.Draft massage(Result result, Long corrects) {
        return Performed.draft(
                "massage-course", DAY, result, "", Map.of("heart-rate", new BigDecimal(72)), "", corrects);
    }

    @Test
    void tellsWhatBecameOfATreatmentInItsLastWording() {
        write(NOON, massage(Result.DONE, null));
        long first = chart().performed().getFirst().sequence();
        write(NOON, massage(Result.NOT_DONE, first));
        assertThat(chart().performed()).hasSize(1);
        assertThat(chart().performed().getFirst().result()).isEqualTo(Result.NOT_DONE);
        assertThat(chart().performed().getFirst().measured()).containsEntry("heart-rate", new BigDecimal(72));
        assertThat(store().read(STREAM)).as("the first wording stays").hasSize(3);
    }

    @Test
    void tellsWhatWasWrittenOnALaterDayOfTheClinic() {
        write(NOON.plus(Duration.ofHours(11)), massage(Result.DONE, null));
        Performed one = chart().performed().getFirst();
        assertThat(one.late(ZoneOffset.UTC)).isFalse();
        assertThat(one.late(ZoneId.of("Europe/Moscow")))
                .as("23:00 in London is tomorrow in Moscow")
                .isTrue();
    }

    @Test
    void keepsAFlagOpenUntilItIsCleared() {
        write(
                NOON,
                Flag.draft("rf-ces-saddle", "session", "massage-course", ""),
                Flag.draft("heart-rate", "session", "massage-course", "112"));
        List<Flag> open = chart().openFlags();
        assertThat(open).extracting(Flag::reason).containsExactly("rf-ces-saddle", "heart-rate");
        assertThat(store().patients().flagged())
                .extracting(PatientList.Row::openFlags)
                .containsExactly(2);

        write(NOON, Flag.clearing(open.getLast().sequence(), "measured again: 84"));
        assertThat(chart().openFlags()).extracting(Flag::reason).containsExactly("rf-ces-saddle");
        Flag cleared = chart().flags().getLast();
        assertThat(cleared.cleared().note()).isEqualTo("measured again: 84");
        write(NOON, Flag.clearing(cleared.sequence(), "once more"));
        assertThat(chart().flags().getLast().cleared().note())
                .as("the first word counts")
                .isEqualTo("measured again: 84");
        write(NOON, Flag.clearing(open.getFirst().sequence(), "seen"), Flag.clearing(9_999, "no such flag"));
        assertThat(store().patients().flagged()).isEmpty();
    }

    @Test
    void findsFlagsAgainWhenTheListIsMadeAnew() {
        write(NOON, Flag.draft("fever", "session", "", ""));
        store().patients().rebuild();
        assertThat(store().patients().flagged()).extracting(PatientList.Row::id).containsExactly("p");
    }

    @Test
    void countsASessionAsRightWhenEveryPointOfEveryExerciseWas() {
        write(
                NOON,
                Practised.draft(DAY, List.of(new Practised.Seen("neck-turns", 3, 3, "same", ""))),
                Practised.draft(
                        DAY,
                        List.of(
                                new Practised.Seen("neck-turns", 3, 3, "same", ""),
                                new Practised.Seen("side-bends", 2, 4, "easier", "pain"))),
                Practised.draft(DAY, List.of()));
        assertThat(chart().practised()).extracting(Practised::right).containsExactly(true, false, false);
        assertThat(chart().practised().get(1).seen().getLast())
                .isEqualTo(new Practised.Seen("side-bends", 2, 4, "easier", "pain"));
    }
}
