package org.lumbar.core.exercise;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** The last day up to {@code today} on which a session was done. */
    public Optional<LocalDate> lastDay(LocalDate today) {
        return sessions.stream()
                .filter(session -> session.done() && !session.on().isAfter(today))
                .map(PerformedSession::on)
                .max(Comparator.naturalOrder());
    }

    /**
     * The same with the pain on the morning after the last day, where no session has told it: nobody is asked in a session about
     * the morning after the last one.
     *
     * @param pain 0 to 10
     */
    public ProgrammeHistory withLastMorning(double pain) {
        LocalDate last = lastDay(LocalDate.MAX).orElse(LocalDate.MAX);
        return new ProgrammeHistory(
                load,
                changed,
                sessions.stream()
                        .map(session -> session.on().equals(last) && session.nextMorning() == null
                                ? session.withNextMorning(pain)
                                : session)
                        .toList());
    }
}
