package org.lumbar.server.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Flag;
import org.lumbar.chart.PatientChart;
import org.lumbar.chart.Performed;
import org.lumbar.chart.Performed.Result;
import org.lumbar.chart.Practised;
import org.lumbar.core.exercise.SessionCheck;
import org.lumbar.server.patient.Drafts;
import org.lumbar.server.patient.SignedSheet;

/** What the therapists of the demo did from the signature of a plan to yesterday, and one session that was stopped today. */
final class DemoTherapy {

    private static final String THERAPIST = "therapist";
    private static final String MASSAGE = "massage-course";
    private static final String START = "supervised-start";
    /** Exercises that the instructor of the demo looks at, with the number of their checkpoints. */
    private static final Map<String, Integer> SEEN =
            Map.of("pelvic-pendulum", 4, "knee-drops", 4, "scapular-squeeze", 4);

    private final Database database;
    private final Clock clock;

    DemoTherapy(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Treats a patient every other day.
     *
     * @param signedDaysAgo when the plan was signed
     * @param stopped the massage of today was stopped by a sign
     */
    void treat(PatientChart chart, int signedDaysAgo, boolean stopped) {
        Set<String> items = SignedSheet.of(chart.signed().getLast()).lines().stream()
                .map(SignedSheet.Line::id)
                .collect(Collectors.toSet());
        int right = 0;
        for (int ago = signedDaysAgo - 1; ago >= 1; ago--) {
            boolean massage = items.contains(MASSAGE) && ago % 2 == 0;
            boolean lesson = items.contains(START) && ago % 2 == 1 && right < 2;
            List<Entry.Draft> drafts = new ArrayList<>();
            LocalDate day = LocalDate.now(clock).minusDays(ago);
            if (massage) {
                drafts.add(done(MASSAGE, day, ago));
            }
            if (lesson) {
                boolean all = ago % 4 == 1;
                right += all ? 1 : 0;
                drafts.add(done(START, day, ago));
                drafts.add(Practised.draft(day, seen(all)));
            }
            write(chart.id(), Duration.ofDays(ago), drafts);
        }
        if (stopped && items.contains(MASSAGE)) {
            write(
                    chart.id(),
                    Duration.ofHours(1),
                    List.of(
                            Performed.draft(
                                    MASSAGE,
                                    LocalDate.now(clock),
                                    Result.STOPPED,
                                    "session-leg",
                                    Map.of(SessionCheck.PAIN_BEFORE, new BigDecimal(4)),
                                    "",
                                    null),
                            Flag.draft("session-leg", "session", MASSAGE, "")));
        }
    }

    private static Entry.Draft done(String item, LocalDate day, int ago) {
        return Performed.draft(
                item,
                day,
                Result.DONE,
                "",
                Map.of(
                        SessionCheck.PULSE, new BigDecimal(68 + ago % 9),
                        SessionCheck.PAIN_BEFORE, new BigDecimal(Math.min(6, 3 + ago / 4)),
                        SessionCheck.PAIN_AFTER, new BigDecimal(Math.min(5, 2 + ago / 4))),
                "",
                null);
    }

    private static List<Practised.Seen> seen(boolean all) {
        return SEEN.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new Practised.Seen(
                        one.getKey(), all ? one.getValue() : one.getValue() - 1, one.getValue(), "same", ""))
                .toList();
    }

    private void write(String id, Duration ago, List<Entry.Draft> drafts) {
        Instant at = clock.instant().minus(ago);
        if (!drafts.isEmpty()) {
            new ChartStore(database, Clock.fixed(at, clock.getZone()))
                    .append(PatientChart.stream(id), ChartStore.ANY, Drafts.newId(), THERAPIST, drafts);
        }
    }
}
