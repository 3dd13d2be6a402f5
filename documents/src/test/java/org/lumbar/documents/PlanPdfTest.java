package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.lumbar.documents.PeopleFixtures.Shown;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** The plan on paper. */
class PlanPdfTest {

    @BeforeAll
    static void prepare() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    /** Of every kind of plan one, in both languages. */
    static Stream<Shown> plans() {
        return Stream.of("acute-lumbago", "emergency", "urgent", "onlyDiagnosed", "takingWarfarin")
                .flatMap(name -> Stream.of(Language.values())
                        .map(language -> new Shown(
                                name,
                                PeopleFixtures.plan(PeopleFixtures.records().get(name), language))));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void isAccessible(Shown shown) throws IOException, VeraPDFException {
        byte[] pdf = pdf(shown.plan());
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1)) {
            ValidationResult result = Foundries.defaultInstance()
                    .createValidator(PDFAFlavour.PDFUA_1, false)
                    .validate(parser);

            assertThat(result.getFailedChecks()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void saysWhatThePlanSays(Shown shown) throws IOException {
        TreatmentPlan plan = shown.plan();
        Words words = new Words(KNOWLEDGE, plan.request().language());
        String text = text(pdf(plan), new PlanSheet(plan, words).foot());

        assertThat(text).contains(plan.patientId(), squeezed(new Headline(plan, words).foot(KNOWLEDGE.disclaimer())));
        boolean emergency = plan.triage().level().emergency();
        plan.treatments().stream()
                .filter(one -> one.status() == Status.RECOMMENDED || one.status() == Status.WITHHELD)
                .map(one -> one.status() == Status.RECOMMENDED
                        ? words.capital(words.say(one.item().name()))
                        : words.say(one.item().name()))
                .forEach(name ->
                        assertThat(text.contains(squeezed(name))).as(name).isEqualTo(!emergency));
        new PlanSheet(plan, words).flags().forEach(flag -> assertThat(text).contains(squeezed(flag.action())));
    }

    /** A usual plan can be signed on its first page, which holds all that the patient must know. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void holdsAUsualPlanOnItsFirstPage(Language language) throws IOException {
        TreatmentPlan plan = PeopleFixtures.plan(PeopleFixtures.records().get("acute-lumbago"), language);
        Words words = new Words(KNOWLEDGE, language);
        PlanSheet sheet = new PlanSheet(plan, words);
        String first;
        try (PDDocument document = Loader.loadPDF(pdf(plan))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            first = squeezed(stripper.getText(document));
        }

        assertThat(first).contains(sheet.title(), squeezed(sheet.diagnosis()), sheet.label("sheet.clinician"));
        assertThat(sheet.summary().rows()).isNotEmpty();
        sheet.summary().rows().forEach(row -> assertThat(first).contains(squeezed(row.name()), squeezed(row.how())));
        assertThat(sheet.safetyNet()).isNotEmpty();
        sheet.safetyNet().forEach(advice -> assertThat(first).contains(squeezed(advice)));
        sheet.checks().forEach(check -> assertThat(first).contains(squeezed(check)));
    }

    @Test
    void isTheSameForTheSamePlan() throws IOException {
        TreatmentPlan plan = PeopleFixtures.plan(PeopleFixtures.records().get("acute-lumbago"), Language.RU);
        assertThat(pdf(plan)).isEqualTo(pdf(plan));
    }

    private static byte[] pdf(TreatmentPlan plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanPdf.write(plan, KNOWLEDGE, out);
        return out.toByteArray();
    }

    /** What stands on the pages besides their feet; lines may break after a hyphen. */
    private static String text(byte[] pdf, String foot) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return squeezed(new PDFTextStripper().getText(document))
                    .replaceAll(" ?" + Pattern.quote(squeezed(foot)) + " \\d+ / \\d+", "");
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]+", " ").replace("- ", "-").strip();
    }
}
