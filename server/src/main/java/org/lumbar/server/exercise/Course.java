package org.lumbar.server.exercise;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lumbar.core.exercise.Note;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammeDay;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.exercise.Review;

/**
 * Exercise from the first signed plan to next week, span by span: within a span the load is the same.
 *
 * @param spans oldest first, never empty; the last one goes on beyond today
 * @param done sessions so far, oldest first
 */
public record Course(List<Span> spans, List<Exercised> done) {

    /**
     * Days with one load.
     *
     * @param from first day
     * @param review why the load is what it is; its {@link Review#changed} is the day up to which sessions have counted
     * @param programme with the days of the span only; without days when there is nothing to do
     */
    public record Span(LocalDate from, Review review, Programme programme) {}

    public Course {
        spans = List.copyOf(spans);
        done = List.copyOf(done);
    }

    /** The span of today. */
    public Span now() {
        return spans.getLast();
    }

    /** All days that were or are planned, in order. */
    public List<ProgrammeDay> days() {
        return spans.stream().flatMap(span -> span.programme().days().stream()).toList();
    }

    /** The programme of today with the days from {@code first} to {@code last}, whatever their load. */
    public Programme between(LocalDate first, LocalDate last) {
        return now().programme()
                .with(days().stream()
                        .filter(day ->
                                !day.date().isBefore(first) && !day.date().isAfter(last))
                        .toList());
    }

    /** The span that a day lies in; the first for days before it. */
    public Span on(LocalDate day) {
        return spans.stream().filter(span -> !span.from().isAfter(day)).reduce(spans.getFirst(), (one, later) -> later);
    }

    /** What is planned for a day, in the order of the clock; empty on a rest day. */
    public List<ProgrammeSession> sessions(LocalDate day) {
        return days().stream()
                .filter(one -> one.date().equals(day))
                .flatMap(one -> one.sessions().stream())
                .toList();
    }

    public Optional<ProgrammeSession> session(String id) {
        return days().stream()
                .flatMap(day -> day.sessions().stream())
                .filter(session -> session.id().equals(id))
                .findFirst();
    }

    /** True when the planned session was done, whole or in part. */
    public boolean isDone(String session) {
        return done.stream().anyMatch(one -> one.session().equals(session) && one.done());
    }

    /** The last day before another on which a session was done. */
    public Optional<LocalDate> lastDay(LocalDate before) {
        return done.stream()
                .filter(one -> one.done() && one.on().isBefore(before))
                .map(Exercised::on)
                .max(Comparator.naturalOrder());
    }

    /** Why the load is what it is now, and what else the programme says about itself. */
    public List<Note> notes() {
        return now().programme().notes();
    }
}
