package org.lumbar.server.appearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colours of the version for the visually impaired, by the formula of WCAG 2.2. */
class ContrastTest {

    private static final Path STYLE = Path.of("src/main/resources/static/assets/appearance.css");

    @ParameterizedTest
    @CsvSource({
        "white, #000, #fff, 21.0",
        "black, #fff, #000, 21.0",
        "blue, #063462, #9dd1ff, 7.8",
        "beige, #4d4b43, #f7f3d6, 7.8",
        "green, #a9e44d, #3b2716, 9.3"
    })
    void isThatOfTheCustomaryPairs(String scheme, String text, String ground, double ratio) throws IOException {
        Matcher pair = Pattern.compile("colours-" + scheme + "] \\{ --text: (#[0-9a-f]+); --back: (#[0-9a-f]+);")
                .matcher(Files.readString(STYLE));
        assertThat(pair.find()).isTrue();
        assertThat(pair.group(1)).isEqualTo(text);
        assertThat(pair.group(2)).isEqualTo(ground);
        assertThat(ratio(text, ground)).isCloseTo(ratio, within(0.05));
    }

    @Test
    void knowsEverySchemeThatIsOffered() {
        assertThat(Setting.COLOURS.choices()).containsExactly("usual", "white", "black", "blue", "beige", "green");
    }

    private static double ratio(String one, String other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(String colour) {
        String full = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
        return 0.2126 * linear(full.substring(1, 3))
                + 0.7152 * linear(full.substring(3, 5))
                + 0.0722 * linear(full.substring(5, 7));
    }

    private static double linear(String hex) {
        double value = Integer.parseInt(hex, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
