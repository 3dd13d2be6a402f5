package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.knowledge.ExerciseSession;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Figures;
import org.lumbar.knowledge.Knowledge;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** A session on paper. */
class HandoutTest {

    private static final Gallery GALLERY = gallery();

    private static Gallery gallery() {
        Figures figures = Knowledge.figures();
        return new Gallery(figures.body(), figures.clips());
    }

    @BeforeAll
    static void prepare() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> handouts() {
        return Stream.of("morning", "breathing")
                .flatMap(session -> Stream.of(Language.values())
                        .flatMap(language ->
                                Stream.of(false, true).map(large -> Arguments.of(session, language, large))));
    }

    private static TreatmentPlan plan(Language language) {
        return PeopleFixtures.plan(PeopleFixtures.records().get("acute-lumbago"), language);
    }

    private static SessionOutline outline(String session, Language language) {
        return KNOWLEDGE.sessions().stream()
                .filter(one -> one.id().equals(session))
                .map(ExerciseSession.class::cast)
                .map(script -> SessionOutline.of(
                        script, plan(language), ExerciseRules.of(KNOWLEDGE).day()))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] pdf(String session, Language language, boolean large) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Handout.write(outline(session, language), plan(language), KNOWLEDGE, GALLERY, large, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("handouts")
    void isAccessible(String session, Language language, boolean large) throws IOException, VeraPDFException {
        try (PDFAParser parser = Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf(session, language, large)), PDFAFlavour.PDFUA_1)) {
            ValidationResult result = Foundries.defaultInstance()
                    .createValidator(PDFAFlavour.PDFUA_1, false)
                    .validate(parser);
            assertThat(result.getFailedChecks()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("handouts")
    void saysHowToDoEachExerciseAndWhenToStop(String session, Language language, boolean large) throws IOException {
        String text;
        try (PDDocument document = Loader.loadPDF(pdf(session, language, large))) {
            text = squeezed(new PDFTextStripper().getText(document));
        }
        Words words = new Words(KNOWLEDGE, language);
        PlayerSheet sheet =
                new PlayerSheet(outline(session, language), plan(language), words, GALLERY, PlayerPage.Options.FILE);
        assertThat(sheet.cards()).isNotEmpty();
        for (ExerciseCard card : sheet.cards()) {
            assertThat(text).contains(squeezed(card.name()), squeezed(card.dose()));
            card.steps().forEach(step -> assertThat(text).contains(squeezed(step)));
        }
        sheet.stops().forEach(stop -> assertThat(text).contains(squeezed(stop)));
        sheet.questions().forEach(question -> assertThat(text).contains(squeezed(question.text())));
        sheet.help().forEach(help -> assertThat(text).contains(squeezed(help)));
        assertThat(text).doesNotContainPattern("\\{[a-z]").doesNotContain("null", "player.", "handout.");
    }

    /** About three cards stay whole on a page; besides them there are questions, stop signs, whom to call, and the diary. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void takesAPageForAboutThreeExercises(Language language) throws IOException {
        for (String session : List.of("morning", "breathing")) {
            int cards = outline(session, language).exercises().size();
            try (PDDocument document = Loader.loadPDF(pdf(session, language, false))) {
                assertThat(document.getNumberOfPages()).as(session).isBetween(2, Math.ceilDiv(cards, 3) + 2);
            }
        }
    }

    @Test
    void isLargeWhereLargeIsAskedFor() throws IOException {
        double[] smallest = {Double.MAX_VALUE};
        PDFTextStripper sizes = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                positions.forEach(one -> smallest[0] = Math.min(smallest[0], one.getFontSizeInPt()));
            }
        };
        try (PDDocument document = Loader.loadPDF(pdf("breathing", Language.RU, true))) {
            assertThat(sizes.getText(document)).isNotEmpty();
        }
        assertThat(smallest[0]).as("points, those of the page numbers").isGreaterThanOrEqualTo(12);
    }

    @Test
    void isTheSameForTheSamePlan() throws IOException {
        assertThat(pdf("breathing", Language.RU, false)).isEqualTo(pdf("breathing", Language.RU, false));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]+", " ").replace("- ", "-").strip();
    }
}
