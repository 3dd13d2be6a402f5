package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Letters and the patient's sheet: true to the plan, in both languages, and readable by everybody. */
class LettersTest {

    @BeforeAll
    static void prepare() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> letters() {
        return Stream.of("acute-lumbago", "emergency", "urgent", "onlyDiagnosed", "takingWarfarin")
                .flatMap(name -> Stream.of(Language.values())
                        .flatMap(language ->
                                Stream.of(Letter.Kind.values()).map(kind -> Arguments.of(name, language, kind))));
    }

    private static Letter letter(String person, Language language, Letter.Kind kind) {
        TreatmentPlan plan = PeopleFixtures.plan(PeopleFixtures.records().get(person), language);
        return new Letters(plan, KNOWLEDGE, "Carter Emily, female", ref -> ref).of(kind);
    }

    private static String text(Letter letter) {
        return letter.standing() + " "
                + letter.sections().stream()
                        .map(section -> section.heading() + " " + String.join(" ", section.lines()))
                        .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void areAccessibleAndSayWhatThePageSays(String person, Language language, Letter.Kind kind)
            throws IOException, VeraPDFException {
        Letter letter = letter(person, language, kind);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        letter.write(pdf);
        isAccessible(pdf.toByteArray());
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            String printed = squeezed(new PDFTextStripper().getText(document));
            assertThat(printed).contains("Carter Emily", squeezed(letter.standing()));
            letter.sections().forEach(section -> assertThat(printed).contains(squeezed(section.heading())));
        }
    }

    private static void isAccessible(byte[] pdf) throws VeraPDFException, IOException {
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1)) {
            assertThat(Foundries.defaultInstance()
                            .createValidator(PDFAFlavour.PDFUA_1, false)
                            .validate(parser)
                            .getFailedChecks())
                    .isEmpty();
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]+", " ").replace("- ", "-").strip();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nameTheSignTheActionAndWhatWasNotAsked(Language language) {
        Letter letter = letter("emergency", language, Letter.Kind.REFERRAL);
        assertThat(letter.called()).isTrue();
        TreatmentPlan plan = PeopleFixtures.plan(PeopleFixtures.emergency(), language);
        Words words = new Words(KNOWLEDGE, language);
        plan.triage()
                .present()
                .forEach(flag ->
                        assertThat(text(letter)).contains(words.say(flag.action()), words.say(flag.suspected())));
        Letter unasked = letter("onlyDiagnosed", language, Letter.Kind.REFERRAL);
        assertThat(unasked.called()).isFalse();
        assertThat(unasked.sections()).extracting(Letter.Section::heading).contains(words.say("letter.unasked"));
        String text = text(unasked);
        String ruledOut =
                text.substring(text.indexOf(words.say("letter.absent")), text.indexOf(words.say("letter.unasked")));
        PeopleFixtures.plan(PeopleFixtures.onlyDiagnosed(), language)
                .triage()
                .unanswered()
                .forEach(flag -> assertThat(ruledOut.toLowerCase(Locale.ROOT))
                        .doesNotContain(words.name(flag.id()).toLowerCase(Locale.ROOT)));
    }

    /** NG59 and the rules of the pathway: none by routine, only with a warning sign. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void adviseImagingOnlyWithAWarningSign(Language language) {
        assertThat(letter("acute-lumbago", language, Letter.Kind.IMAGING).called())
                .isFalse();
        assertThat(letter("urgent", language, Letter.Kind.IMAGING).called()).isTrue();
        assertThat(letter("emergency", language, Letter.Kind.IMAGING).called()).isTrue();
    }

    /** Acute back pain is no reason for a sanatorium (order 1029n). */
    @ParameterizedTest
    @EnumSource(Language.class)
    void barTheSanatoriumInAcutePain(Language language) {
        Letter letter = letter("acute-lumbago", language, Letter.Kind.SANATORIUM);
        assertThat(letter.called()).isFalse();
        assertThat(letter.sections())
                .extracting(Letter.Section::heading)
                .contains(new Words(KNOWLEDGE, language).say("letter.against"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void giveThePatientTheSheetInUsualAndLargeLetters(Language language) throws IOException, VeraPDFException {
        PatientSheet sheet = new PatientSheet(
                language,
                LocalDate.of(2026, 11, 23),
                "Carter Emily",
                "Dr Hart, version 1",
                List.of(new PatientSheet.Treatment(
                        "Ibuprofen",
                        "It eases pain.",
                        "400 mg, 3 times a day",
                        List.of("Take it with food.", "Drink water."),
                        List.of("Stop at black stool."))),
                List.of("Go to hospital if you feel numb between the legs."));
        for (boolean large : new boolean[] {false, true}) {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            sheet.write(KNOWLEDGE, large, pdf);
            isAccessible(pdf.toByteArray());
            try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
                assertThat(squeezed(new PDFTextStripper().getText(document)))
                        .contains("Carter Emily", "400 mg, 3 times a day", "black stool", "numb between the legs");
            }
        }
    }
}
