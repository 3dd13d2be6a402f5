package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.text.Language;

/** The overview of the ledger under {@code docs/}. */
class SourcesPageTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern LINK = Pattern.compile("\\]\\((\\.\\./[^)]+)\\)");
    private static final ClaimFilter ALL = new ClaimFilter(null, null, null);

    @ParameterizedTest
    @CsvSource({"EN, sources.md", "RU, sources.ru.md"})
    void isWhatTheDataGenerate(Language language, String file) throws IOException {
        assertThat(Files.readString(DOCS.resolve(file)))
                .as("docs/" + file + " is old: write it anew with lumbar knowledge claims --format markdown")
                .isEqualTo(SourcesPage.of(KNOWLEDGE, language, ALL));
    }

    @Test
    void linksToFilesThatExist() {
        Matcher links = LINK.matcher(SourcesPage.of(KNOWLEDGE, Language.EN, ALL));
        int found = 0;
        while (links.find()) {
            assertThat(DOCS.resolve(links.group(1))).exists();
            found++;
        }
        assertThat(found).isEqualTo((int) KNOWLEDGE.claims().stream()
                .filter(claim -> isKnown(claim.item()))
                .count());
    }

    private static boolean isKnown(String id) {
        return KNOWLEDGE.items().stream().anyMatch(item -> item.id().equals(id))
                || KNOWLEDGE.topics().stream().anyMatch(topic -> topic.id().equals(id));
    }

    @Test
    void saysNothingInEnglishToReadersOfRussian() {
        assertThat(SourcesPage.of(KNOWLEDGE, Language.RU, ALL)).doesNotContainPattern("[a-z]{3,}( [a-z]{2,}){3,}");
    }

    @ParameterizedTest
    @EnumSource
    void hasARowForEveryStatement(Language language) {
        String page = SourcesPage.of(KNOWLEDGE, language, ALL);
        KNOWLEDGE.claims().forEach(claim -> assertThat(page).contains("| " + claim.id() + ". "));
    }
}
