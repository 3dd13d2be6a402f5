package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Values are replaced where they stand, and nothing else changes. */
class YamlTextTest {

    private static final String FIGURE = """
        # a figure
        id: bow
        pose: {hip.R.flexion: 10,
               hip.L.flexion: 12} # both
        phases:
          - {name: ready, ms: 400}
          - name: down
            ms: 900
            pose: {}
        key-poses: [ready]
        """;

    private static final String CLAIMS = """
        - id: A-one-01
          verdict: discretion
          why:
            en: >-
              because it
              is so
            ru: "так и есть"
          limits:
            - dose: "1 a day"
              held-by: {dose.times: 1}
            - age: 18
          held-by: {about: one
            a day}
        # the next
        - id: A-one-02
          verdict: refuse
        """;

    @Test
    void replacesANumberInsideALine() {
        YamlText text = new YamlText(FIGURE).with("45.5", "pose", "hip.L.flexion");
        assertThat(text.text()).isEqualTo(FIGURE.replace("12}", "45.5}"));
        assertThat(text.value("pose", "hip.L.flexion")).contains("45.5");
    }

    @Test
    void addsAKeyHoweverTheOthersAreWritten() {
        YamlText text = new YamlText(FIGURE)
                .with("-3", "pose", "neck.flexion")
                .with("5", "phases", 1, "pose", "knee.R.flexion")
                .with("{neck.flexion: 1}", "phases", 0, "pose");
        assertThat(text.text())
                .contains("pose: {neck.flexion: -3, hip.R.flexion: 10,", "pose: {knee.R.flexion: 5}")
                .contains("{pose: {neck.flexion: 1}, name: ready, ms: 400}");
        assertThat(text.keys("phases", 0)).containsExactly("pose", "name", "ms");
        assertThat(new YamlText(FIGURE).with("x", "phases", 1, "cue").text()).contains("name: down\n    cue: x\n");
    }

    @Test
    void givesAndTakesWhatStandsOnManyLines() {
        YamlText text = new YamlText(CLAIMS);
        assertThat(text.source(0, "limits")).isEqualTo("- dose: \"1 a day\"\n  held-by: {dose.times: 1}\n- age: 18");
        assertThat(text.source(0, "held-by")).isEqualTo("{about: one\na day}");
        assertThat(text.value(0, "why", "en")).contains("because it is so");
        for (String part : new String[] {"limits", "held-by", "verdict"}) {
            assertThat(text.with(text.source(0, part), 0, part).text()).isEqualTo(CLAIMS);
        }
        assertThat(text.with("- age: 20", 0, "limits").text())
                .isEqualTo(CLAIMS.replaceFirst("(?s)- dose.*- age: 18", "- age: 20"));
        assertThat(text.with("- age: 20", 1, "limits").text())
                .endsWith("- id: A-one-02\n  limits:\n    - age: 20\n  verdict: refuse\n");
        assertThat(text.with("en: >-\n  no\nru: >-\n  нет", 0, "why").value(0, "why", "ru"))
                .contains("нет");
    }

    @Test
    void takesAKeyAway() {
        assertThat(new YamlText(CLAIMS).with("", 0, "limits").keys(0))
                .containsExactly("id", "verdict", "why", "held-by");
        assertThat(new YamlText(CLAIMS).with("", 1, "limits").text()).isEqualTo(CLAIMS);
    }

    @Test
    void refusesWhatIsNoYaml() {
        YamlText text = new YamlText(CLAIMS);
        assertThatThrownBy(() -> text.with("{a: [}", 0, "held-by")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> text.with("x", 7, "held-by")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YamlText("")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Every ledger at its beginning and its end: each parse of a long file takes a while. */
    @Test
    void takesTheLedgersAsTheyStand() {
        Edition.shipped().paths().stream()
                .filter(path -> path.startsWith("claims/"))
                .forEach(path -> {
                    YamlText text = new YamlText(Edition.shipped().text(path).orElseThrow());
                    keepsItsWords(path, text, 0);
                    keepsItsWords(path, text, text.size() - 1);
                });
    }

    private static void keepsItsWords(String path, YamlText text, int at) {
        for (String key : text.keys(at)) {
            assertThat(text.with(text.source(at, key), at, key).text())
                    .as(path + " " + at + " " + key)
                    .isEqualToNormalizingWhitespace(text.text());
        }
    }
}
