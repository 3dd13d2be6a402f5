package org.lumbar.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DrawingTest {

    private static final Clip CLIP = Bodies.clip(
            Bodies.feet(),
            Bodies.phase("up", 1500, Map.of(Dof.SHOULDER_R_ABDUCTION, 150.0, Dof.LUMBAR_LATERAL, -15.0)),
            Bodies.phase("down", 1500, Map.of()));
    private static final Words WORDS = new Words("Side bend & reach", "Arm <up>.");

    private static String animated(Palette palette, Look.Play play) {
        return new Drawing(Bodies.ROUND, CLIP).animated(new Look(palette, play, "f1"), WORDS);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @ParameterizedTest
    @EnumSource
    void isWellFormedAndTellsWhatItShows(Palette palette) throws Exception {
        Document document = parse(animated(palette, Look.Play.AUTO));
        assertThat(elements(document, "title").getFirst().getTextContent()).isEqualTo("Side bend & reach");
        assertThat(elements(document, "desc").getFirst().getTextContent()).isEqualTo("Arm <up>.");
        assertThat(document.getDocumentElement().getAttribute("aria-labelledby"))
                .isEqualTo("f1-t f1-d");
    }

    @Test
    void refersOnlyToIdsThatItHasOnce() throws Exception {
        Document document = parse(animated(Palette.NORMAL, Look.Play.ON_DEMAND));
        Set<String> ids = new HashSet<>();
        for (Element element : elements(document, "*")) {
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id")))
                        .as(element.getAttribute("id"))
                        .isTrue();
                assertThat(element.getAttribute("id")).startsWith("f1-");
            }
        }
        for (Element use : elements(document, "use")) {
            assertThat(ids).contains(use.getAttribute("href").substring(1));
        }
    }

    @Test
    void animatesPathsOfOneForm() throws Exception {
        Document document = parse(animated(Palette.NORMAL, Look.Play.AUTO));
        int moving = 0;
        for (Element animate : elements(document, "animate")) {
            if (animate.getAttribute("attributeName").equals("d")) {
                moving++;
                String[] times = animate.getAttribute("keyTimes").split(";", -1);
                String[] values = animate.getAttribute("values").split(";", -1);
                assertThat(values).hasSameSizeAs(times);
                assertThat(times[0]).isEqualTo("0");
                assertThat(times[times.length - 1]).isEqualTo("1");
                assertThat(values[values.length - 1])
                        .as("a round ends as it began")
                        .isEqualTo(values[0]);
                for (String value : values) {
                    assertThat(form(value)).isEqualTo(form(values[0]));
                }
            }
        }
        assertThat(moving).isGreaterThan(10);
    }

    /** Commands and how many numbers there are. */
    private static String form(String path) {
        long numbers = Pattern.compile("-?\\d+").matcher(path).results().count();
        return path.replaceAll("[-0-9 ]", "") + numbers;
    }

    @Test
    void waitsForItsScriptOrBeginsAtOnce() throws Exception {
        for (Element animate : elements(parse(animated(Palette.NORMAL, Look.Play.ON_DEMAND)), "animate")) {
            String expected = animate.getAttribute("id").equals("f1-go") ? "indefinite" : "f1-go.begin";
            assertThat(animate.getAttribute("begin")).isEqualTo(expected);
        }
        for (Element animate : elements(parse(animated(Palette.NORMAL, Look.Play.AUTO)), "animate")) {
            assertThat(animate.getAttribute("begin")).isEqualTo("0s");
        }
    }

    @Test
    void hasNoScriptAndForPrintNoProperty() {
        assertThat(animated(Palette.NORMAL, Look.Play.AUTO))
                .doesNotContain("<script")
                .contains("var(--figure-");
        assertThat(new Drawing(Bodies.ROUND, CLIP).still(0, new Look(Palette.PRINT, Look.Play.AUTO, "f1"), WORDS))
                .doesNotContain("var(")
                .doesNotContain("<animate");
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(animated(Palette.NORMAL, Look.Play.AUTO)).isEqualTo(animated(Palette.NORMAL, Look.Play.AUTO));
    }

    @Test
    void drawsFewerFramesRatherThanAPictureThatIsTooLarge() {
        Clip round = Bodies.clip(
                Set.of(),
                Bodies.phase("right", 1000, Map.of(Dof.ROOT_TURN, 60.0, Dof.HIP_R_FLEXION, 20.0)),
                Bodies.phase("left", 1000, Map.of(Dof.ROOT_TURN, 120.0, Dof.HIP_L_FLEXION, 20.0)),
                Bodies.phase("half", 1000, Map.of(Dof.ROOT_TURN, 180.0)),
                Bodies.phase("back", 2000, Map.of()));
        Look look = new Look(Palette.NORMAL, Look.Play.AUTO, "f1");
        String exact = new Painter(new Scene(Bodies.ROUND, round), look, WORDS, 3).animated();
        assertThat(Drawing.gzipped(exact)).isGreaterThan(Drawing.LARGEST);
        assertThat(Drawing.gzipped(new Drawing(Bodies.ROUND, round).animated(look, WORDS)))
                .isLessThanOrEqualTo(Drawing.LARGEST);
    }

    @Test
    void aStripHoldsEveryKeyPoseInItsPlace() throws Exception {
        Drawing drawing = new Drawing(Bodies.ROUND, Bodies.withKeyPoses(CLIP, "up", "down"));
        Document strip = parse(drawing.strip(new Look(Palette.PRINT, Look.Play.AUTO, "f1"), WORDS));
        List<Element> pictures = elements(strip, "svg");
        assertThat(pictures).hasSize(3);
        assertThat(pictures.get(1).getAttribute("x")).isEqualTo("0");
        assertThat(Integer.parseInt(pictures.get(2).getAttribute("x")))
                .as("beside the first")
                .isGreaterThan(Integer.parseInt(pictures.get(1).getAttribute("width")));
        assertThat(pictures.get(2).getAttribute("viewBox"))
                .endsWith(pictures.get(2).getAttribute("width") + " " + Fit.HEIGHT);
        assertThat(drawing.stripRatio()).as("two narrow pictures in a row").isBetween(0.5, 2.7);
        assertThat(elements(strip, "text").stream().map(Element::getTextContent))
                .containsExactly("1", "2");
    }

    @Test
    void aShortWayHasAnArrowWhereTheClipAsksForIt() throws Exception {
        Clip small = Bodies.clip(Bodies.feet(), Bodies.phase("back", 1000, Map.of(Dof.THORAX_FLEXION, 4.0)));
        assertThat(arrows(small)).isZero();
        assertThat(arrows(Bodies.withArrows(small, "chest"))).isEqualTo(1);
        assertThat(arrows(Bodies.withArrows(small, "foot.R"))).as("it stays").isZero();
    }

    private static long arrows(Clip clip) throws Exception {
        Look look = new Look(Palette.NORMAL, Look.Play.AUTO, "f1");
        return elements(parse(new Drawing(Bodies.ROUND, clip).still(0, look, WORDS)), "g").stream()
                .filter(g -> g.getAttribute("stroke-linecap").equals("round"))
                .count();
    }

    @Test
    void aStillPictureHasItsNumberAndAnArrow() throws Exception {
        Document document =
                parse(new Drawing(Bodies.ROUND, CLIP).still(0, new Look(Palette.NORMAL, Look.Play.AUTO, "f1"), WORDS));
        assertThat(elements(document, "text").getFirst().getTextContent()).isEqualTo("1");
        assertThat(elements(document, "g").stream()
                        .filter(g -> g.getAttribute("stroke-linecap").equals("round")))
                .isNotEmpty();
    }
}
