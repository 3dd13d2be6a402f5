package org.lumbar.documents;

import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Classification;
import biweekly.property.Transparency;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.plan.CarePath;
import org.lumbar.core.plan.TreatmentPlan;

/**
 * The days of a plan as an iCalendar file (RFC 5545): checks and reviews as whole days, so that no time zone can shift them.
 * Titles are neutral, since calendars are seen by others; the details stand in the description. The same plan gives the same
 * bytes and the same identifiers, so that a newer file replaces the events of an older one.
 */
public final class PlanCalendar {

    /** Reminders come at nine in the morning of the day. */
    private static final int REMINDER_HOUR = 9;

    private final TreatmentPlan plan;
    private final Words words;
    private final ICalendar calendar = new ICalendar();

    private PlanCalendar(TreatmentPlan plan, Words words) {
        this.plan = plan;
        this.words = words;
    }

    /**
     * The calendar of a plan; in an emergency, one entry that says to act today.
     *
     * @param knowledge the one that the plan was made with
     */
    public static String of(TreatmentPlan plan, KnowledgeBase knowledge) {
        PlanCalendar days =
                new PlanCalendar(plan, new Words(knowledge, plan.request().language()));
        days.fill();
        return Calendars.text(days.calendar);
    }

    private void fill() {
        calendar.setProductId("-//Lumbar//Plan//" + plan.request().language());
        calendar.setName(words.say("calendar.name"));
        calendar.addExperimentalProperty("X-WR-CALNAME", words.say("calendar.name"));
        if (plan.triage().level().emergency()) {
            for (RedFlag flag : plan.triage().present()) {
                if (flag.urgency().emergency()) {
                    add(flag.id(), plan.request().date(), "calendar.emergency", words.say(flag.action()));
                }
            }
            return;
        }
        for (CarePath.DatedFollowUp due : plan.path().followUps()) {
            add(
                    due.followUp().id(),
                    due.on(),
                    "calendar.check",
                    words.say(due.followUp().text()));
        }
        for (CarePath.StagePlan stage : plan.path().stages()) {
            String review = words.fill(
                    "calendar.review-of",
                    Map.of(
                            "stage",
                            words.say(stage.stage().name()),
                            "next",
                            words.say(stage.stage().moveOnWhen())));
            add("review-" + stage.stage().id(), stage.review(), "calendar.review", review);
        }
    }

    private void add(String id, LocalDate day, String titleKey, String details) {
        VEvent event = new VEvent();
        event.setUid(id + "-" + day + "-" + Calendars.patient(plan.patientId()) + "@lumbar");
        event.setDateTimeStamp(
                Date.from(plan.request().date().atStartOfDay(ZoneOffset.UTC).toInstant()));
        event.setDateStart(date(day), false);
        event.setDateEnd(date(day.plusDays(1)), false);
        event.setSummary(words.say(titleKey));
        event.setDescription(details);
        event.setClassification(Classification.private_());
        event.setTransparency(Transparency.transparent());
        event.addAlarm(VAlarm.display(
                new Trigger(Duration.builder().hours(REMINDER_HOUR).build(), Related.START), words.say(titleKey)));
        calendar.addEvent(event);
    }

    /** Whole days are written as they read in the zone of this machine, so they are made there too. */
    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
