package org.lumbar.server.therapy;

import org.lumbar.chart.PatientChart;
import org.lumbar.chart.Practised;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.knowledge.KnowledgeBase;

/**
 * Whether a patient may exercise alone.
 *
 * @param correct sessions that an instructor saw done right
 * @param needed so many open the way home
 * @param confirmed the chart says that the supervised start is done
 */
public record HomeStatus(int correct, int needed, boolean confirmed) {

    /** The finding that the supervised start is done. */
    static final String FINDING = "supervised-start-done";

    public static HomeStatus of(PatientChart chart, KnowledgeBase knowledge) {
        PatientChart.Answer answer = chart.answers().get(FINDING);
        return new HomeStatus(
                (int) chart.practised().stream().filter(Practised::right).count(),
                (int) ExerciseRules.of(knowledge).home().supervisedSessions().least(),
                answer != null && Boolean.TRUE.equals(answer.value()));
    }

    /** True when exercising alone is open. */
    public boolean open() {
        return confirmed || correct >= needed;
    }

    /** Sessions that are still to be done right. */
    public int left() {
        return open() ? 0 : needed - correct;
    }
}
