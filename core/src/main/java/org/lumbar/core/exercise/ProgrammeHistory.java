package org.lumbar.core.exercise;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What was done so far.
 *
 * @param load that the latest sessions were done with
 * @param changed the day up to which sessions have counted for the load: that of its last change, or the day before the first programme
 * @param sessions planned sessions, done or not, oldest first
 */
public record ProgrammeHistory(Load load, LocalDate changed, List<PerformedSession> sessions) {
    public ProgrammeHistory {
        sessions = sessions.stream()
                .sorted(Comparator.comparing(PerformedSession::on))
                .toList();
    }
}
