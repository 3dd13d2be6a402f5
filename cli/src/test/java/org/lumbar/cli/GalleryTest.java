package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.cli.CommandFixtures.lumbar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.knowledge.Knowledge;

/** The page of the movements under {@code docs/}. */
class GalleryTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern REFERENCE = Pattern.compile("(?:src|srcset|href)=\"([^\"]+)\"");

    private static Map<String, String> files;

    @BeforeAll
    static void make() {
        files = GalleryFiles.of(BuiltIn.knowledge(), Knowledge.figures());
    }

    @Test
    void isWhatTheDataGenerate() throws IOException {
        SortedSet<String> old = new TreeSet<>();
        for (String name : files.keySet()) {
            Path file = DOCS.resolve(name);
            if (!Files.exists(file) || !Files.readString(file).equals(files.get(name))) {
                old.add(name);
            }
        }
        assertThat(old)
                .as("docs are old: write them anew with lumbar exercises gallery -o docs")
                .isEmpty();
        try (Stream<Path> pictures = Files.list(DOCS.resolve("figures"))) {
            assertThat(pictures.map(file -> "figures/" + file.getFileName())).allMatch(files::containsKey);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exercises.html", "exercises.ru.html"})
    void leadsOnlyToWhatExists(String page) {
        String html = files.get(page);
        Matcher references = REFERENCE.matcher(html);
        int found = 0;
        while (references.find()) {
            String to = references.group(1);
            if (to.startsWith("#")) {
                assertThat(html).contains("id=\"" + to.substring(1) + "\"");
            } else {
                assertThat(files).containsKey(to);
            }
            found++;
        }
        assertThat(found).isGreaterThan(100);
        assertThat(html).doesNotContain("<script");
    }

    @Test
    void showsEveryMovementAndMarksTheClosedOnes() {
        String html = files.get("exercises.html");
        BuiltIn.knowledge().items().stream()
                .filter(item -> item.movement() != null)
                .forEach(item -> assertThat(html)
                        .contains("<article id=\"" + item.id() + "\""
                                + (item.refused() == null ? ">" : " class=\"closed\">")));
        assertThat(html).containsPattern("href=\"#standing-forward-bend\"");
    }

    @Test
    void isWrittenToAFolder(@TempDir Path folder) {
        assertThat(lumbar("exercises", "gallery", "-o", folder.resolve("site").toString())
                        .exit())
                .isZero();
        files.keySet()
                .forEach(
                        name -> assertThat(folder.resolve("site").resolve(name)).exists());
    }
}
