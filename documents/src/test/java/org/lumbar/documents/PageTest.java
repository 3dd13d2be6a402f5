package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final String WORDS = "one two three four five six seven eight nine ten eleven";

    @Test
    void breaksAtSpacesAndHangsTheRest() {
        Page page = new Page(new TextOptions(40, false, false));
        page.text(1, 4, WORDS, Ink.PLAIN);
        assertThat(page.toString()).isEqualTo(" one two three four five six seven eight\n    nine ten eleven\n");
    }

    @Test
    void letsAnUnbreakableWordStandOut() {
        String word = "x".repeat(50);
        Page page = new Page(new TextOptions(40, false, false));
        page.text(0, 2, "one " + word + " two", Ink.PLAIN);
        assertThat(page.toString()).isEqualTo("one\n  " + word + "\n  two\n");
    }

    @Test
    void neverBreaksAtANoBreakSpace() {
        Page page = new Page(new TextOptions(40, false, false));
        page.text(0, 0, "x".repeat(36) + " 1\u00a0200", Ink.PLAIN);
        assertThat(page.toString()).isEqualTo("x".repeat(36) + "\n1\u00a0200\n");
    }

    @Test
    void closesEveryColourAtTheEndOfItsLine() {
        Page page = new Page(new TextOptions(40, true, false));
        page.text(0, 0, WORDS, Ink.FAINT);
        assertThat(page.toString().lines())
                .allSatisfy(line -> assertThat(line).startsWith("\u001b[2m").endsWith("\u001b[0m"));
    }

    @Test
    void joinsStretchesWithoutASpaceBetweenThem() {
        Page page = new Page(new TextOptions(40, true, false));
        page.text(0, 0, List.of(Page.span("bold", Ink.STRONG), Page.span(": plain", Ink.PLAIN)));
        assertThat(page).hasToString("\u001b[1mbold\u001b[0m: plain\n");
    }

    @Test
    void keepsOneEmptyLineAtMost() {
        Page page = new Page(new TextOptions(40, false, false));
        page.gap();
        page.text(0, 0, "one", Ink.PLAIN);
        page.gap();
        page.gap();
        page.text(0, 0, "two", Ink.PLAIN);
        assertThat(page).hasToString("one\n\ntwo\n");
    }
}
