package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.plan.Wording;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.Sex;
import org.lumbar.core.text.Language;

/** A plan as people read it. */
class PlanTextTest {

    private static final TextOptions SCREEN = new TextOptions(96, false, false);
    private static final TextOptions DETAILS = new TextOptions(96, false, true);

    @ParameterizedTest
    @MethodSource("org.lumbar.documents.PeopleFixtures#everyPlan")
    void keepsToItsWidthAndFillsEveryPlace(PeopleFixtures.Shown shown) {
        for (int width : List.of(60, 80, 100)) {
            TextRules.hold(PlanText.of(shown.plan(), KNOWLEDGE, new TextOptions(width, false, false)), width);
        }
        TextRules.hold(PlanText.of(shown.plan(), KNOWLEDGE, new TextOptions(100, true, true)), 100);
    }

    @ParameterizedTest
    @MethodSource("org.lumbar.documents.PeopleFixtures#everyPlan")
    void saysTheSameWithAndWithoutColours(PeopleFixtures.Shown shown) {
        String colourful = PlanText.of(shown.plan(), KNOWLEDGE, new TextOptions(96, true, false));
        assertThat(colourful).contains("\u001b[");
        assertThat(TextRules.plain(colourful)).isEqualTo(PlanText.of(shown.plan(), KNOWLEDGE, SCREEN));
    }

    @ParameterizedTest
    @MethodSource("org.lumbar.documents.PeopleFixtures#everyPlan")
    void namesEveryRecommendedItem(PeopleFixtures.Shown shown) {
        String text = unwrapped(PlanText.of(shown.plan(), KNOWLEDGE, SCREEN));
        Words words = new Words(KNOWLEDGE, shown.plan().request().language());
        for (Recommendation recommendation : shown.plan().treatments()) {
            if (recommendation.status() == Status.RECOMMENDED) {
                assertThat(text)
                        .contains(words.capital(words.say(recommendation.item().name())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.lumbar.documents.PeopleFixtures#everyPlan")
    void neverSilencesACheckOfTheRecord(PeopleFixtures.Shown shown) {
        Wording wording = new Wording(KNOWLEDGE, shown.plan().request().language());
        for (TextOptions options : List.of(SCREEN, DETAILS)) {
            String text = unwrapped(PlanText.of(shown.plan(), KNOWLEDGE, options));
            for (Reason check : shown.plan().checks()) {
                assertThat(text).contains(wording.say(check));
            }
        }
    }

    @Test
    void fitsOnOneScreen() {
        for (Language language : Language.values()) {
            PeopleFixtures.records().forEach((name, record) -> {
                String text = PlanText.of(
                        PeopleFixtures.plan(record, language), KNOWLEDGE, new TextOptions(100, false, false));
                assertThat(text.lines()).as(name + " in " + language).hasSizeLessThanOrEqualTo(60);
            });
        }
    }

    @Test
    void countsSingleExercisesRatherThanNamingThem() {
        TreatmentPlan plan = PeopleFixtures.plan(
                PeopleFixtures.person("chronic-lumbalgia", List.of(), List.of(), List.of()), Language.EN);
        String text = unwrapped(PlanText.of(plan, KNOWLEDGE, SCREEN));
        long optional = plan.recommendations().stream()
                .filter(one -> one.item().movement() != null && one.status() == Status.OPTIONAL)
                .count();
        assertThat(optional).isGreaterThan(40);
        assertThat(text.replace('\u00a0', ' '))
                .contains("SINGLE EXERCISES · optional: " + optional)
                .doesNotContain("wrist circles");
    }

    @Test
    void opensWithTheTriage() {
        assertThat(firstLine(PeopleFixtures.person("acute-lumbago", List.of(), List.of(), List.of())))
                .isEqualTo("✓ No warning signs");
        assertThat(firstLine(PeopleFixtures.person("acute-lumbago", List.of("rf-cancer-hx"), List.of(), List.of())))
                .startsWith("▲ URGENT, WITHIN 48 HOURS.");
    }

    @Test
    void neverReadsSilenceAsNoWarningSign() {
        assertThat(firstLine(PeopleFixtures.onlyDiagnosed()))
                .startsWith("? No warning sign on record.")
                .contains("have no answer yet");
    }

    @Test
    void saysADoseTheWayItIsPrescribed() {
        String text = unwrapped(screen(PeopleFixtures.person("acute-sciatica", List.of(), List.of(), List.of())));
        assertThat(text)
                .contains("Ibuprofen: 200–400\u00a0mg by mouth 3 times a day, at least 6 hours apart, "
                        + "at most 1,200\u00a0mg a day; for at most 4 days");
    }

    @Test
    void namesAMedicineThatForbidsAnotherOnce() {
        String text = screen(
                PeopleFixtures.person("chronic-lumbalgia", List.of(), List.of(), List.of(Map.of("atc", "B01AA03"))));
        assertThat(text).contains("arfarin");
    }

    @Test
    void holdsNoTreatmentInAnEmergency() {
        for (Language language : Language.values()) {
            TreatmentPlan plan = PeopleFixtures.plan(PeopleFixtures.emergency(), language);
            for (TextOptions options : List.of(SCREEN, DETAILS)) {
                String text = unwrapped(PlanText.of(plan, KNOWLEDGE, options));
                assertThat(text)
                        .contains(plan.triage().present().get(0).action().in(language));
                for (Item item : KNOWLEDGE.items()) {
                    assertThat(text).doesNotContain(item.name().in(language));
                }
            }
        }
    }

    @Test
    void showsInTheDetailsWhatWouldChangeAnItem() {
        String text = unwrapped(PlanText.of(
                PeopleFixtures.plan(
                        PeopleFixtures.person("acute-lumbago", List.of("active-peptic-ulcer"), List.of(), List.of()),
                        Language.EN),
                KNOWLEDGE,
                DETAILS));
        assertThat(text).contains("Would change if: active peptic ulcer: no");
    }

    @Test
    void letsNoRecordSteerTheTerminal() {
        Entry medicine = new Entry.Medicine(
                "MedicationStatement/1",
                new Entry.Concept(List.of(new Coding(CodeSystem.OTHER, "x")), "drops\u001b[31m of\nred"),
                null,
                null);
        PatientRecord record = new PatientRecord("id", Sex.MALE, null, "RU", List.of(medicine), List.of());
        assertThat(screen(record)).contains("Drops [31m of red").doesNotContain("\u001b");
    }

    /** People are not told FHIR: neither of what raised a warning sign nor of any other entry. */
    @ParameterizedTest
    @CsvSource({
        "EN, QuestionnaireResponse/intake#rf-ces-saddle, answer in the questionnaire intake",
        "RU, QuestionnaireResponse/intake#rf-ces-saddle, ответ в опроснике intake",
        "EN, Condition/ulcer, condition ulcer",
        "RU, Condition/ulcer, заболевание ulcer",
        "EN, Patient/p, personal details",
        "RU, Immunization/i, запись i",
    })
    void namesAnEntryByItsKind(Language language, String reference, String name) {
        assertThat(new Words(KNOWLEDGE, language).entry(reference)).isEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource
    void tellsInWordsWhatRaisedAWarningSign(Language language) {
        TreatmentPlan plan = PeopleFixtures.plan(PeopleFixtures.emergency(), language);
        String because = language == Language.EN ? "Because of: " : "Основание: ";
        for (TextOptions options : List.of(SCREEN, DETAILS)) {
            assertThat(PlanText.of(plan, KNOWLEDGE, options)).contains(because).doesNotContain("QuestionnaireResponse");
        }
    }

    private static String firstLine(PatientRecord record) {
        return screen(record).lines().findFirst().orElse("");
    }

    private static String screen(PatientRecord record) {
        return PlanText.of(PeopleFixtures.plan(record, Language.EN), KNOWLEDGE, SCREEN);
    }

    /** The text as one line, so that sentences can be found whatever the width. */
    private static String unwrapped(String text) {
        return text.replaceAll("\\s*\n\\s*", " ");
    }
}
