package org.lumbar.documents;

import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.parameter.Related;
import biweekly.property.Classification;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.exercise.ProgrammeStep;
import org.lumbar.core.knowledge.KnowledgeBase;

/**
 * The sessions of a programme as an iCalendar file (RFC 5545), each at its clock time in the zone of the person. Titles are
 * neutral, since calendars are seen by others. The same programme gives the same bytes, and a session keeps its identifier, so
 * that a newer file replaces the events of an older one.
 */
public final class ProgrammeCalendar {

    private static final int REMINDER_MINUTES = 10;
    private static final long MILLISECONDS = 1000;

    private final Programme programme;
    private final Words words;
    private final ProgrammeWords say;
    private final ZoneId zone;
    private final boolean details;
    private final ICalendar calendar = new ICalendar();

    private ProgrammeCalendar(Programme programme, Words words, ZoneId zone, boolean details) {
        this.programme = programme;
        this.words = words;
        this.say = new ProgrammeWords(words);
        this.zone = zone;
        this.details = details;
    }

    /**
     * The calendar of a programme; without events when there is none.
     *
     * @param knowledge the one that the programme was made with
     * @param zone in which the person lives
     */
    public static String of(Programme programme, KnowledgeBase knowledge, ZoneId zone) {
        return of(programme, knowledge, zone, true);
    }

    /**
     * The same with or without the exercises of each session.
     *
     * @param details false where others may read along
     */
    public static String of(Programme programme, KnowledgeBase knowledge, ZoneId zone, boolean details) {
        Words words = new Words(knowledge, programme.plan().request().language());
        ProgrammeCalendar days = new ProgrammeCalendar(programme, words, zone, details);
        days.fill();
        return Calendars.text(days.calendar);
    }

    private void fill() {
        calendar.setProductId(
                "-//Lumbar//Programme//" + programme.plan().request().language());
        calendar.setName(words.say("calendar.name"));
        calendar.addExperimentalProperty("X-WR-CALNAME", words.say("calendar.name"));
        List<ProgrammeSession> sessions = programme.sessions();
        if (sessions.isEmpty()) {
            return;
        }
        calendar.getTimezoneInfo()
                .setDefaultTimezone(new TimezoneAssignment(
                        TimeZone.getTimeZone(zone),
                        timezone(
                                start(sessions.get(0)).toInstant(),
                                start(sessions.get(sessions.size() - 1)).toInstant())));
        sessions.forEach(this::add);
    }

    private ZonedDateTime start(ProgrammeSession session) {
        return session.date().atTime(session.at()).atZone(zone);
    }

    private void add(ProgrammeSession session) {
        String title = words.say("calendar.session");
        ZonedDateTime start = start(session);
        VEvent event = new VEvent();
        event.setUid(session.id() + "-" + Calendars.patient(programme.plan().patientId()) + "@lumbar");
        event.setDateTimeStamp(Date.from(
                programme.plan().request().date().atStartOfDay(ZoneOffset.UTC).toInstant()));
        event.setDateStart(Date.from(start.toInstant()));
        event.setDateEnd(Date.from(start.plusMinutes(session.minutes()).toInstant()));
        event.setSummary(title);
        if (details) {
            event.setDescription(details(session));
        }
        event.setClassification(Classification.private_());
        event.addAlarm(VAlarm.display(
                new Trigger(
                        Duration.builder().prior(true).minutes(REMINDER_MINUTES).build(), Related.START),
                title));
        calendar.addEvent(event);
    }

    private String details(ProgrammeSession session) {
        List<String> lines = new ArrayList<>();
        lines.add(say.name(session) + ", " + say.minutes(session));
        int number = 1;
        for (ProgrammeStep step : session.steps()) {
            lines.add(number++ + ". " + say.step(step));
        }
        return String.join("\n", lines);
    }

    // The rules of the zone, as far as the programme needs them.

    private VTimezone timezone(Instant from, Instant to) {
        ZoneRules rules = zone.getRules();
        VTimezone timezone = new VTimezone(zone.getId());
        ZoneOffsetTransition before = rules.previousTransition(from.plusSeconds(1));
        observe(timezone, rules, before, from);
        for (ZoneOffsetTransition next = rules.nextTransition(from);
                next != null && next.getInstant().isBefore(to);
                next = rules.nextTransition(next.getInstant())) {
            observe(timezone, rules, next, next.getInstant());
        }
        return timezone;
    }

    /** The time that is kept from a transition on; in a zone that never changed, from the epoch on. */
    private static void observe(
            VTimezone timezone, ZoneRules rules, @Nullable ZoneOffsetTransition transition, Instant at) {
        ZoneOffset now = transition == null ? rules.getOffset(at) : transition.getOffsetAfter();
        ZoneOffset earlier = transition == null ? now : transition.getOffsetBefore();
        LocalDateTime start = transition == null ? LocalDateTime.of(1970, 1, 1, 0, 0) : transition.getDateTimeBefore();
        boolean summer = rules.isDaylightSavings(transition == null ? at : transition.getInstant());
        Observance observance = summer ? new DaylightSavingsTime() : new StandardTime();
        observance.setDateStart(new DateTimeComponents(
                start.getYear(),
                start.getMonthValue(),
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                start.getSecond(),
                false));
        observance.setTimezoneOffsetFrom(new UtcOffset(earlier.getTotalSeconds() * MILLISECONDS));
        observance.setTimezoneOffsetTo(new UtcOffset(now.getTotalSeconds() * MILLISECONDS));
        if (observance instanceof DaylightSavingsTime daylight) {
            timezone.addDaylightSavingsTime(daylight);
        } else if (observance instanceof StandardTime standard) {
            timezone.addStandardTime(standard);
        }
    }
}
