package org.lumbar.server.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.chart.Entry;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.server.page.Messages;

/** What a plan rests on is told in words, never by the references of the record. */
class EntryNamesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZONE);

    private static String named(Path folder, String reference, Language language) {
        try (Database database = Database.file(folder.resolve(language + ".sqlite"))) {
            ChartStore store = new ChartStore(database, CLOCK);
            store.append(
                    PatientChart.stream("someone"),
                    ChartStore.ANY,
                    null,
                    "test",
                    List.of(
                            Drafts.registered(
                                    "someone", "Carter", List.of("Emily"), "female", "1984-03-12", "GB", "en"),
                            Drafts.diagnosed("someone", "pain", "M54.5", "", true, "", LocalDate.now(CLOCK))));
            PatientChart chart = PatientChart.of(store.read(PatientChart.stream("someone")));
            return new EntryNames(chart, new Messages(language, ZONE)).of(reference);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Patient/someone | personal details | личные данные",
                "Condition/pain | condition, 23.11.2026 | заболевание, 23.11.2026",
                "Condition/pain#code | condition, 23.11.2026 | заболевание, 23.11.2026",
                "MedicationStatement/gone | medicine | лекарство",
                "QuestionnaireResponse/intake#pain-nrs | questionnaire | опросник",
                "Encounter/gone | entry | запись"
            })
    void saysWhatAnEntryIs(String reference, String english, String russian, @TempDir Path folder) {
        assertThat(named(folder, reference, Language.EN)).isEqualTo(english);
        assertThat(named(folder, reference, Language.RU)).isEqualTo(russian);
    }

    @Test
    void saysWhenAQuestionWasAnswered(@TempDir Path folder) {
        long at = CLOCK.millis();
        assertThat(named(folder, "QuestionnaireResponse/answers-" + at + "#rf-cancer", Language.EN))
                .isEqualTo("answer, 23.11.2026");
    }

    /** The journal of a chart tells what was withdrawn by its name, of older entries by its kind. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"EN | Ibuprofen | medicine", "RU | Ibuprofen | лекарство"})
    void saysWhatWasWithdrawn(Language language, String named, String older) {
        EntryWords words = new EntryWords(Knowledge.bundled(), new Messages(language, ZONE));
        String reference = "MedicationStatement/m";
        assertThat(words.detail(entry(Drafts.withdrawn(reference, "Ibuprofen", ""))))
                .isEqualTo(named);
        assertThat(words.detail(entry(Drafts.withdrawn(reference, "", "")))).isEqualTo(older);
    }

    private static Entry entry(Entry.Draft draft) {
        return new Entry("patient/x", 1, CLOCK.instant(), "test", draft.kind(), draft.payload(), null, "", "");
    }
}
