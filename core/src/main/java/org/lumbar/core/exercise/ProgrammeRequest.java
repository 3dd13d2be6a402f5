package org.lumbar.core.exercise;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.ProgrammeTemplate.DayPart;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.text.LocalizedText;

/**
 * What a programme depends on besides the plan, the load and the knowledge.
 *
 * @param start first day
 * @param weeks 1 to 52
 * @param equipment ids of the equipment at hand; null when nobody said, then everything counts as at hand
 * @param minutes longest session at each time of the day, in minutes; less than the shortest session takes means none; a part that is missing has no limit of its own
 * @param sessionsAWeek main sessions a week, within the bounds of the phase; null takes the usual number
 * @param times clock times, stable from day to day
 * @param disliked ids of movements that are left out
 * @param chosen ids of movements at the clinician's discretion that the clinician has chosen
 * @param correctSessions sessions so far that an instructor has seen done correctly
 * @param accustomedMinutes length of session that the person is used to; null when new to exercise is not said
 * @param beginner new to exercise, or the pain flares easily
 * @param yoga wants the set with elements of yoga
 * @param changes what an instructor has made easier or harder, by the movement that the programme would hold
 */
public record ProgrammeRequest(
        LocalDate start,
        int weeks,
        Setting setting,
        @Nullable Set<String> equipment,
        Map<DayPart, Integer> minutes,
        @Nullable Integer sessionsAWeek,
        Times times,
        Set<String> disliked,
        Set<String> chosen,
        int correctSessions,
        @Nullable Integer accustomedMinutes,
        boolean beginner,
        boolean yoga,
        Map<String, Change> changes) {

    public static final int WEEKS_MOST = 52;

    public ProgrammeRequest {
        if (weeks < 1 || weeks > WEEKS_MOST) {
            throw new IllegalArgumentException("A programme lasts 1 to " + WEEKS_MOST + " weeks, not " + weeks);
        }
        equipment = equipment == null ? null : Set.copyOf(equipment);
        minutes = Map.copyOf(minutes);
        disliked = Set.copyOf(disliked);
        chosen = Set.copyOf(chosen);
        changes = Map.copyOf(changes);
    }

    /** A request without changes by an instructor. */
    public ProgrammeRequest(
            LocalDate start,
            int weeks,
            Setting setting,
            @Nullable Set<String> equipment,
            Map<DayPart, Integer> minutes,
            @Nullable Integer sessionsAWeek,
            Times times,
            Set<String> disliked,
            Set<String> chosen,
            int correctSessions,
            @Nullable Integer accustomedMinutes,
            boolean beginner,
            boolean yoga) {
        this(
                start,
                weeks,
                setting,
                equipment,
                minutes,
                sessionsAWeek,
                times,
                disliked,
                chosen,
                correctSessions,
                accustomedMinutes,
                beginner,
                yoga,
                Map.of());
    }

    /** The same with what an instructor has changed. */
    public ProgrammeRequest changed(Map<String, Change> byInstructor) {
        return new ProgrammeRequest(
                start,
                weeks,
                setting,
                equipment,
                minutes,
                sessionsAWeek,
                times,
                disliked,
                chosen,
                correctSessions,
                accustomedMinutes,
                beginner,
                yoga,
                byInstructor);
    }

    /**
     * A movement that an instructor has put in the place of another.
     *
     * @param movement id of the one that is done instead
     * @param harder it is the harder one
     * @param why the instructor's reason
     */
    public record Change(String movement, boolean harder, LocalizedText why) {}

    /** Clock times in the zone of the person. */
    public record Times(LocalTime rising, LocalTime morning, LocalTime day, LocalTime evening) {
        public LocalTime of(DayPart part) {
            return switch (part) {
                case MORNING -> morning;
                case DAY -> day;
                case EVENING -> evening;
            };
        }
    }
}
