package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.exercise.Load;
import org.lumbar.core.exercise.Note;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammeHistory;
import org.lumbar.core.exercise.ProgrammePlanner;
import org.lumbar.core.exercise.ProgrammeRequest;
import org.lumbar.core.exercise.ProgrammeRequest.Times;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.documents.PeopleFixtures.Shown;

/** A programme as text, JSON and calendar, and the history that comes back. */
class ProgrammeDocumentsTest {

    private static final ProgrammePlanner PROGRAMMES = new ProgrammePlanner(KNOWLEDGE);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Times TIMES =
            new Times(LocalTime.of(7, 0), LocalTime.of(7, 30), LocalTime.of(12, 0), LocalTime.of(19, 0));

    static Stream<Shown> everyPlan() {
        return PeopleFixtures.everyPlan();
    }

    private static ProgrammeRequest request(LocalDate start, Setting setting, int weeks) {
        return new ProgrammeRequest(
                start, weeks, setting, null, Map.of(), null, TIMES, Set.of(), Set.of(), 0, null, false, false);
    }

    private static Programme programme(String person, Setting setting, Language language, LocalDate start, int weeks) {
        return PROGRAMMES.first(
                PeopleFixtures.plan(PeopleFixtures.records().get(person), language), request(start, setting, weeks));
    }

    private static Programme programme(String person, Setting setting, Language language) {
        return programme(person, setting, language, KNOWLEDGE.reviewed(), 2);
    }

    @ParameterizedTest
    @MethodSource("everyPlan")
    void isATextForPeople(Shown shown) {
        for (Setting setting : Setting.values()) {
            Programme programme = PROGRAMMES.first(shown.plan(), request(KNOWLEDGE.reviewed(), setting, 2));
            String text = ProgrammeText.of(programme, KNOWLEDGE, new TextOptions(90, false, false));
            TextRules.hold(text, 90);
            assertThat(text).doesNotContain("programme-page");
        }
    }

    @Test
    void namesDaysSessionsAndWhatIsLeftOut() {
        Programme programme = programme("anticoagulated-72", Setting.HOME, Language.EN);
        String text = ProgrammeText.of(programme, KNOWLEDGE, new TextOptions(200, false, false));
        assertThat(text)
                .contains("Home programme in the chronic phase")
                .contains("Week 1")
                .contains("12:00")
                .contains("Home set 1")
                .contains("1. Slow walking: ");
    }

    @Test
    void everyNoteIsFilledInBothLanguages() {
        Map<String, Object> values = new HashMap<>();
        for (String place : List.of(
                "n", "load", "minutes", "most", "days", "asked", "hours", "from", "to", "months", "green", "amber",
                "percent", "least", "goal")) {
            values.put(place, 5);
        }
        values.put("time", LocalTime.of(9, 0));
        values.put("date", LocalDate.of(2026, 12, 23));
        values.put("movement", "knee-drops");
        values.put("other", "pelvic-circles");
        values.put("why", new LocalizedText("pain", "боль"));
        values.put("version", new LocalizedText("harder", "сложнее"));
        for (Language language : Language.values()) {
            ProgrammeWords words = new ProgrammeWords(new Words(KNOWLEDGE, language));
            Set<String> all = new HashSet<>();
            for (Note.Kind kind : Note.Kind.values()) {
                String text = words.note(new Note(kind, values));
                assertThat(text).doesNotContain("{").matches(".*[.?]");
                assertThat(all.add(text)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | 1 день;", "3 | 3 дня;", "7 | 7 дней;", "21 | 21 день;"})
    void countsDaysInRussian(int days, String expected) {
        ProgrammeWords words = new ProgrammeWords(new Words(KNOWLEDGE, Language.RU));
        assertThat(words.note(new Note(Note.Kind.FELL_PAUSE, Map.of("days", days, "percent", 30))))
                .contains(expected);
    }

    @Test
    void theLoadOfAProgrammeBeginsTheNextHistory() throws IOException {
        Programme programme = programme("chronic-lumbalgia", Setting.HOME, Language.EN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProgrammeJson.write(programme, KNOWLEDGE, out);
        String json = out.toString(StandardCharsets.UTF_8);
        int from = json.indexOf("\"load\"");
        String load = json.substring(from, json.indexOf("\"stops\""));
        ProgrammeHistory history = read("{" + load + "\"changed\": \"2026-11-24\", \"sessions\": []}");
        assertThat(history.load()).isEqualTo(programme.load());
    }

    private static ProgrammeHistory read(String json) throws IOException {
        return HistoryJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static final String LOAD = "\"load\": {\"share\": 1.1, \"sessionsAWeek\": 3, \"walkMinutes\": 12,"
            + " \"walksAWeek\": 3, \"versions\": {\"push-up\": 1}, \"steps\": 2}, \"changed\": \"2026-11-24\"";

    @Test
    void readsWhatWasDone() throws IOException {
        ProgrammeHistory history = read("{" + LOAD
                + ", \"sessions\": [{\"on\": \"2026-11-25\", \"session\": \"a\", \"before\": 2, \"worst\": 3.5,"
                + " \"nextMorning\": null, \"legSymptoms\": true, \"movements\": [\"knee-drops\"]},"
                + " {\"on\": \"2026-11-24\", \"session\": \"b\", \"skipped\": \"no time\"}]}");
        assertThat(history.load()).isEqualTo(new Load(1.1, 3, 12, 3, Map.of("push-up", 1), 2));
        assertThat(history.sessions()).hasSize(2);
        assertThat(history.sessions().get(0).done()).isFalse();
        assertThat(history.sessions().get(1).worst()).isEqualTo(3.5);
        assertThat(history.sessions().get(1).nextMorning()).isNull();
        assertThat(history.sessions().get(1).legSymptoms()).isTrue();
        assertThat(history.sessions().get(1).movements()).containsExactly("knee-drops");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"load\": 3}",
                "{\"changed\": \"2026-11-24\"}",
                "{" + LOAD + ", \"sesions\": []}",
                "{" + LOAD + ", \"sessions\": [{\"on\": \"24.11.2026\"}]}",
                "{" + LOAD + ", \"sessions\": [{\"on\": \"2026-11-24\", \"worst\": 11}]}",
                "{" + LOAD + ", \"sessions\": [{\"on\": \"2026-11-24\", \"worst\": \"much\"}]}",
                "{" + LOAD + ", \"sessions\": [{\"on\": \"2026-11-24\", \"pain\": 3}]}",
                "{" + LOAD + ", \"sessions\": [{\"on\": \"2026-11-24\", \"warningSign\": \"yes\"}]}",
                "{" + LOAD
            })
    void refusesWhatIsNoHistory(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(HistoryJson.UnusableHistory.class);
    }

    private static List<VEvent> events(String calendar) {
        return Biweekly.parse(calendar).first().getEvents();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theCalendarKeepsToTheStandard(Language language) {
        Programme programme = programme("chronic-lumbalgia", Setting.SANATORIUM, language);
        String calendar = ProgrammeCalendar.of(programme, KNOWLEDGE, BERLIN);
        ICalendar read = Biweekly.parse(calendar).first();
        assertThat(read.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        assertThat(calendar.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(events(calendar)).hasSize(programme.sessions().size());
        assertThat(calendar).isEqualTo(ProgrammeCalendar.of(programme, KNOWLEDGE, BERLIN));
    }

    @Test
    void theCalendarIsQuietAndStable() {
        Programme programme = programme("chronic-lumbalgia", Setting.HOME, Language.EN);
        List<VEvent> events = events(ProgrammeCalendar.of(programme, KNOWLEDGE, BERLIN));
        Set<String> ids = new HashSet<>();
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getSummary().getValue()).isEqualTo("Session");
            assertThat(event.getAlarms()).hasSize(1);
            assertThat(event.getUid().getValue())
                    .doesNotContain(programme.plan().patientId())
                    .endsWith("@lumbar");
            assertThat(ids.add(event.getUid().getValue())).isTrue();
        });
        Programme later = programme("chronic-lumbalgia", Setting.HOME, Language.EN, KNOWLEDGE.reviewed(), 1);
        assertThat(events(ProgrammeCalendar.of(later, KNOWLEDGE, BERLIN)))
                .allSatisfy(event -> assertThat(ids).contains(event.getUid().getValue()));
    }

    /** On 28 March 2027 clocks in Berlin go forward, in Moscow they never do. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "Europe/Moscow", "America/New_York", "UTC"})
    void clockTimesHoldOverTheChangeOfTheClocks(String name) {
        ZoneId zone = ZoneId.of(name);
        Programme programme =
                programme("chronic-lumbalgia", Setting.SANATORIUM, Language.EN, LocalDate.of(2027, 3, 8), 4);
        String calendar = ProgrammeCalendar.of(programme, KNOWLEDGE, zone);
        DateTimeFormatter local = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
        for (ProgrammeSession session : programme.sessions()) {
            assertThat(calendar)
                    .contains("DTSTART;TZID=" + name + ":"
                            + local.format(session.date().atTime(session.at())));
        }
        assertThat(calendar).contains("BEGIN:VTIMEZONE").contains("DTSTART;TZID=" + name + ":20270308T073000");
        assertThat(calendar.contains("BEGIN:DAYLIGHT"))
                .isEqualTo(zone.getRules()
                                .nextTransition(LocalDate.of(2027, 1, 1)
                                        .atStartOfDay(zone)
                                        .toInstant())
                        != null);
    }

    @Test
    void theRulesOfTheZoneAreThoseOfTheYear() {
        Programme programme = programme("chronic-lumbalgia", Setting.HOME, Language.EN, LocalDate.of(2027, 3, 8), 4);
        assertThat(ProgrammeCalendar.of(programme, KNOWLEDGE, ZoneId.of("America/New_York")))
                .contains("BEGIN:DAYLIGHT\r\nDTSTART:20270314T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400");
        for (String name : List.of("Europe/Berlin", "Europe/Moscow")) {
            ZoneId zone = ZoneId.of(name);
            List<VEvent> events = events(ProgrammeCalendar.of(programme, KNOWLEDGE, zone));
            List<ProgrammeSession> sessions = programme.sessions();
            for (int i = 0; i < sessions.size(); i++) {
                ProgrammeSession session = sessions.get(i);
                assertThat(events.get(i).getDateStart().getValue().toInstant())
                        .isEqualTo(
                                session.date().atTime(session.at()).atZone(zone).toInstant());
            }
        }
    }

    @Test
    void withoutAProgrammeTheCalendarIsEmptyAndTheTextSaysWhy() {
        Programme programme = programme("emergency", Setting.HOME, Language.EN);
        assertThat(events(ProgrammeCalendar.of(programme, KNOWLEDGE, BERLIN))).isEmpty();
        assertThat(ProgrammeText.of(programme, KNOWLEDGE, new TextOptions(200, false, false)))
                .contains("No exercise programme can be made now")
                .contains("! ");
    }
}
