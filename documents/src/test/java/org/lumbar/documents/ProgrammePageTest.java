package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammePlanner;
import org.lumbar.core.exercise.ProgrammeRequest;
import org.lumbar.core.exercise.ProgrammeRequest.Times;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.exercise.ProgrammeStep;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Figures;
import org.lumbar.knowledge.Knowledge;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A programme as a page of days, and on paper. */
class ProgrammePageTest {

    private static final Gallery GALLERY = gallery();

    private static Gallery gallery() {
        Figures figures = Knowledge.figures();
        return new Gallery(figures.body(), figures.clips());
    }

    private static Programme programme(Language language) {
        return new ProgrammePlanner(KNOWLEDGE)
                .first(
                        PeopleFixtures.plan(PeopleFixtures.records().get("anticoagulated-72"), language),
                        new ProgrammeRequest(
                                KNOWLEDGE.reviewed(),
                                2,
                                Setting.HOME,
                                null,
                                Map.of(),
                                null,
                                new Times(
                                        LocalTime.of(7, 0),
                                        LocalTime.of(7, 30),
                                        LocalTime.of(12, 0),
                                        LocalTime.of(19, 0)),
                                Set.of(),
                                Set.of(),
                                0,
                                null,
                                false,
                                false));
    }

    @Test
    void keepsEveryStepAndItsDose() {
        for (ProgrammeSession session : programme(Language.EN).sessions()) {
            SessionOutline outline = SessionOutline.of(session);
            List<String> parts = outline.exercises().stream()
                    .flatMap(one -> one.parts().stream())
                    .map(part -> part.movement().id())
                    .toList();
            assertThat(parts)
                    .isEqualTo(session.steps().stream()
                            .map(step -> step.item().id())
                            .toList());
            double moving = outline.exercises().stream()
                    .mapToDouble(one -> one.seconds()
                            * one.sets()
                            * (one.repetitions() == null ? 1 : one.repetitions())
                            * (one.perSide() ? 2 : 1))
                    .sum();
            assertThat(moving)
                    .isEqualTo(session.steps().stream()
                            .mapToDouble(ProgrammeStep::work)
                            .sum());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void showsEverySessionAndEachExerciseOnce(Language language) {
        Programme programme = programme(language);
        String page = PlayerPage.of(programme, KNOWLEDGE, GALLERY, PlayerPage.Options.FILE);
        for (int i = 0; i < programme.sessions().size(); i++) {
            assertThat(page).contains("data-session=\"" + i + "\"");
        }
        long exercises = programme.sessions().stream()
                .flatMap(one -> SessionOutline.of(one).exercises().stream())
                .distinct()
                .count();
        assertThat(page.split("class=\"card\"", -1)).hasSize((int) exercises + 1);
        assertThat(page.replaceAll("(?s)<(style|script|template|svg).*?</\\1>", ""))
                .doesNotContainPattern("\\{[a-z]")
                .doesNotContainPattern("\\bplayer\\.[a-z]");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void isAccessibleOnPaperAndNamesEachDay(Language language) throws IOException, VeraPDFException {
        VeraGreenfieldFoundryProvider.initialise();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Handout.write(programme(language), KNOWLEDGE, GALLERY, false, out);
        try (PDFAParser parser = Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(out.toByteArray()), PDFAFlavour.PDFUA_1)) {
            assertThat(Foundries.defaultInstance()
                            .createValidator(PDFAFlavour.PDFUA_1, false)
                            .validate(parser)
                            .getFailedChecks())
                    .isEmpty();
        }
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
            Words words = new Words(KNOWLEDGE, language);
            programme(language)
                    .sessions()
                    .forEach(one -> assertThat(text).contains(words.capital(words.shortDate(one.date()))));
        }
    }
}
