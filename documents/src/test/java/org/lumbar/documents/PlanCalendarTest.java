package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;

/** The days of a plan in a calendar. */
class PlanCalendarTest {

    private static TreatmentPlan plan(String person, Language language) {
        return PeopleFixtures.plan(PeopleFixtures.records().get(person), language);
    }

    private static List<VEvent> events(String calendar) {
        return Biweekly.parse(calendar).first().getEvents();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void keepsToTheStandard(Language language) {
        String calendar = PlanCalendar.of(plan("acute-lumbago", language), KNOWLEDGE);

        ICalendar read = Biweekly.parse(calendar).first();
        assertThat(read.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        assertThat(calendar.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void marksWholeDaysWhateverTheTimeZone() {
        TreatmentPlan plan = plan("acute-lumbago", Language.EN);
        LocalDate first = plan.path().followUps().get(0).on();

        assertThat(PlanCalendar.of(plan, KNOWLEDGE))
                .contains("DTSTART;VALUE=DATE:" + first.toString().replace("-", ""));
    }

    @Test
    void hasEveryFollowUpAndReview() {
        TreatmentPlan plan = plan("acute-lumbago", Language.EN);

        assertThat(events(PlanCalendar.of(plan, KNOWLEDGE)))
                .hasSize(plan.path().followUps().size() + plan.path().stages().size());
    }

    @Test
    void keepsItsTitlesAndIdentifiersQuiet() {
        TreatmentPlan plan = plan("acute-lumbago", Language.EN);

        assertThat(events(PlanCalendar.of(plan, KNOWLEDGE))).allSatisfy(event -> {
            assertThat(event.getSummary().getValue()).isIn("Check-up", "Review");
            assertThat(event.getUid().getValue())
                    .doesNotContain(plan.patientId())
                    .endsWith("@lumbar");
        });
    }

    @Test
    void isTheSameForTheSamePlan() {
        TreatmentPlan plan = plan("chronic-lumbalgia", Language.RU);
        assertThat(PlanCalendar.of(plan, KNOWLEDGE)).isEqualTo(PlanCalendar.of(plan, KNOWLEDGE));
    }

    @Test
    void tellsInAnEmergencyToActToday() {
        TreatmentPlan plan = plan("emergency", Language.EN);

        assertThat(events(PlanCalendar.of(plan, KNOWLEDGE))).singleElement().satisfies(event -> {
            assertThat(event.getSummary().getValue()).isEqualTo("Act now: open the plan");
            assertThat(event.getDescription().getValue())
                    .isEqualTo(plan.triage().present().get(0).action().in(Language.EN));
        });
    }
}
