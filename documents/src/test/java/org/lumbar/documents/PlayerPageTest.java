package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.knowledge.ExerciseSession;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Figures;
import org.lumbar.knowledge.Knowledge;

/** The page that guides through a session; the browser tests run it. */
class PlayerPageTest {

    private static final Gallery GALLERY = gallery();
    private static final int MOST_BYTES = 400_000;

    private static Gallery gallery() {
        Figures figures = Knowledge.figures();
        return new Gallery(figures.body(), figures.clips());
    }

    private static TreatmentPlan plan(Language language) {
        return PeopleFixtures.plan(PeopleFixtures.records().get("acute-lumbago"), Standard.COMPREHENSIVE, language);
    }

    private static SessionOutline morning(TreatmentPlan plan) {
        return KNOWLEDGE.sessions().stream()
                .filter(one -> one.id().equals("morning"))
                .map(ExerciseSession.class::cast)
                .map(session -> SessionOutline.of(
                        session, plan, ExerciseRules.of(KNOWLEDGE).day()))
                .findFirst()
                .orElseThrow();
    }

    private static String page(Language language, PlayerPage.Options options) {
        TreatmentPlan plan = plan(language);
        return PlayerPage.of(morning(plan), plan, KNOWLEDGE, GALLERY, options);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysEverythingWithoutScripts(Language language) {
        String page = page(language, PlayerPage.Options.FILE);
        TreatmentPlan plan = plan(language);
        assertThat(page).contains("<html lang=\"" + language.code() + "\"");
        for (SessionOutline.Exercise exercise : morning(plan).exercises()) {
            for (SessionOutline.Part part : exercise.parts()) {
                Item item = part.movement();
                item.movement().steps().forEach(step -> assertThat(page).contains(escaped(step.in(language))));
            }
        }
        for (String flag : List.of("rf-ces-saddle", "rf-ces-bladder", "rf-ces-bowel", "rf-motor-prog")) {
            assertThat(page).contains("name=\"" + flag + "\"");
        }
        String words =
                page.replaceAll("(?s)<(style|script|template|svg).*?</\\1>", "").replaceAll("<[^>]*>", "\n");
        assertThat(words)
                .doesNotContainPattern("\\{[a-z]")
                .doesNotContainPattern("\\bplayer\\.[a-z]")
                .doesNotContain("null");
        if (language == Language.RU) {
            assertThat(words.replace("Lumbar", "").replace("STarT Back", "")).doesNotContainPattern("[A-Za-z]{4,}");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;");
    }

    @Test
    void asksEveryoneWhoExercisesForWarningSigns() {
        PeopleFixtures.everyPlan().forEach(shown -> {
            TreatmentPlan plan = shown.plan();
            if (!morning(plan).exercises().isEmpty()) {
                Words words = new Words(KNOWLEDGE, plan.request().language());
                PlayerSheet sheet = new PlayerSheet(morning(plan), plan, words, GALLERY, PlayerPage.Options.FILE);
                assertThat(sheet.questions())
                        .as(shown.toString())
                        .extracting(PlayerSheet.Question::id)
                        .containsExactly("rf-ces-saddle", "rf-ces-bladder", "rf-ces-bowel", "rf-motor-prog");
                assertThat(sheet.help()).as(shown.toString()).isNotEmpty();
            }
        });
    }

    @Test
    void allowsOnlyItsOwnScriptAndStyle() {
        String page = page(Language.EN, PlayerPage.Options.FILE).replace("&#39;", "'");
        Matcher inline = Pattern.compile("(?s)<(style|script)(?: type=\"module\")?>(.*?)</\\1>")
                .matcher(page);
        int count = 0;
        while (inline.find()) {
            count++;
            assertThat(page).contains(PlayerAssets.hash(inline.group(2)));
        }
        assertThat(count).isEqualTo(3);
        assertThat(page)
                .doesNotContainPattern("(?s)<[^>]+\\son[a-z]+=")
                .doesNotContainPattern("<[^>]+\\sstyle=")
                .doesNotContainPattern("(src|href)=\"(?!data:,|#)");
    }

    @Test
    void linksToTheSameFilesWhenServed() {
        PlayerPage.Options served = new PlayerPage.Options(
                false, "/player", new PlayerPage.Post("/sessions", Map.of(), Map.of("token", "t"), "/"), List.of());
        String page = page(Language.EN, served);
        assertThat(page)
                .contains("src=\"/player/page.js\"", "href=\"/player/player.css\"", "action=\"/sessions\"")
                .doesNotContain("<style>");
        assertThat(PlayerPage.policy(served)).contains("script-src 'self'").doesNotContain("unsafe");
        for (String name : PlayerAssets.names()) {
            assertThat(PlayerAssets.read(name)).isNotEmpty();
        }
    }

    @Test
    void looksAsAReaderOfTheServerWants() {
        PlayerPage.Options served = new PlayerPage.Options(false, "/player", null, List.of())
                .looking(new PlayerPage.Appearance(
                        "on size-200", "/look.css", "/panel?back=%2Fmy", "For the visually impaired"));
        assertThat(page(Language.EN, served))
                .contains("data-look=\"on size-200\"", "href=\"/look.css\"")
                .containsPattern(
                        "class=\"skip\"[^>]*>[^<]*</a>\\s*<a class=\"look-door\" href=\"/panel\\?back=%2Fmy\">For the");
        assertThat(page(Language.EN, PlayerPage.Options.FILE)).doesNotContain("data-look", "look-door");
    }

    /** Whoever feels worse in the middle of a session finds help without ending it. */
    @Test
    void leadsToTheHelpOfItsServer() {
        PlayerPage.Options served = new PlayerPage.Options(false, "/player", null, List.of())
                .helping(new PlayerPage.Link("/help", "I feel worse"));
        assertThat(page(Language.EN, served))
                .containsPattern("<a class=\"quiet button\" href=\"/help\" target=\"_blank\">I feel worse</a>");
        assertThat(page(Language.EN, PlayerPage.Options.FILE)).doesNotContain("quiet button");
    }

    @Test
    void namesNobody() {
        assertThat(PlayerPage.of(
                        morning(plan(Language.EN)), plan(Language.EN), KNOWLEDGE, GALLERY, PlayerPage.Options.FILE))
                .contains("\"patient\":\"" + plan(Language.EN).patientId() + "\"")
                .doesNotContain("\"name\":[{");
    }

    @Test
    void isSmallWithTenFigures() throws IOException {
        TreatmentPlan plan = plan(Language.RU);
        List<SessionOutline.Exercise> drawn = KNOWLEDGE.items().stream()
                .filter(item -> item.movement() != null
                        && item.movement().dose() != null
                        && GALLERY.clip(item.id()).isPresent())
                .limit(10)
                .map(item -> new SessionOutline.Exercise(
                        List.of(new SessionOutline.Part(item, 4, null)), 8, 1, false, 30, 15, List.of()))
                .toList();
        assertThat(drawn).hasSize(10);
        SessionOutline morning = morning(plan);
        SessionOutline ten = new SessionOutline("ten", morning.name(), morning.about(), drawn, List.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(PlayerPage.of(ten, plan, KNOWLEDGE, GALLERY, PlayerPage.Options.FILE)
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(bytes.size()).isLessThan(MOST_BYTES);
    }
}
