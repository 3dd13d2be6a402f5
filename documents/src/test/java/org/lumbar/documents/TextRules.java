package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** What holds for every text that people read. */
final class TextRules {

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern PLACE = Pattern.compile("\\{[a-z]");
    private static final Pattern KEY = Pattern.compile(
            "\\b(screen|detail|item|unit|dose|course|count|route|grade|status|heading|reason|triage|label)\\.[a-z]");

    private TextRules() {}

    static void hold(String text, int width) {
        List<String> lines = plain(text).lines().toList();
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            if (line.codePointCount(0, line.length()) > width) {
                assertThat(line.strip()).as("a line that is too long").doesNotContain(" ");
            }
            assertThat(line).as("trailing space").isEqualTo(line.stripTrailing());
        }
        assertThat(plain(text)).doesNotContainPattern(PLACE).doesNotContainPattern(KEY);
        assertThat(plain(text))
                .doesNotContain("..")
                .doesNotContain("null")
                .doesNotContain("\n\n\n")
                .doesNotContain(" ,")
                .doesNotContain(": .");
    }

    static String plain(String text) {
        return COLOUR.matcher(text).replaceAll("");
    }
}
