package org.lumbar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.text.Language;
import org.lumbar.server.RunningServer;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.Role;

/** Someone who sees little works with the keyboard alone, in the version for the visually impaired. */
class LowVisionTest {

    private static final String CHOSEN = "on size-200 colours-blue letters-wide images-off";

    /** Text and ground of each scheme, as browsers tell colours. */
    private static final Map<String, List<String>> SCHEMES = Map.of(
            "white", List.of("rgb(0, 0, 0)", "rgb(255, 255, 255)"),
            "black", List.of("rgb(255, 255, 255)", "rgb(0, 0, 0)"),
            "blue", List.of("rgb(6, 52, 98)", "rgb(157, 209, 255)"),
            "beige", List.of("rgb(77, 75, 67)", "rgb(247, 243, 214)"),
            "green", List.of("rgb(169, 228, 77)", "rgb(59, 39, 22)"));

    /** What has a colour, apart from pictures and the samples of the panel, that is neither text nor ground. */
    private static final String OTHER_COLOURS = """
            pair => [...document.body.querySelectorAll('*:not(svg, svg *, img, script, template, .swatch, [type=radio], [type=checkbox])')]
              .filter(one => one.checkVisibility())
              .flatMap(one => {
                const style = getComputedStyle(one);
                return [style.color, style.backgroundColor, style.borderLeftColor, style.borderTopColor]
                  .filter(colour => !pair.includes(colour) && colour !== 'rgba(0, 0, 0, 0)')
                  .map(colour => one.tagName + '.' + one.className + ' ' + colour);
              }).slice(0, 5)""";

    @TempDir
    private static Path folder;

    private static RunningServer clinic;
    private static int accounts;

    @BeforeAll
    static void start() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneId.of("Europe/Moscow"));
        clinic = ClinicVisit.clinic(folder, clock);
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    /** An account of its own for each test, as the choice stays with the account. */
    private static String account() {
        String username = "physician" + accounts++;
        clinic.part(Accounts.class)
                .create(username, "Dr Hart", Role.PHYSICIAN, "", ClinicVisit.PASSWORD, false, Accounts.PROGRAM);
        return username;
    }

    private static ClinicVisit signedIn(Language language, int width, boolean scripts) {
        ClinicVisit visit = new ClinicVisit(clinic.address(), width, scripts);
        visit.open("/sign-in?lang=" + language.code());
        visit.signIn(account());
        return visit;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void choosesOnceAndReadsEveryPageSo(Language language) {
        try (ClinicVisit visit = new ClinicVisit(clinic.address(), 1280, true)) {
            visit.open("/sign-in?lang=" + language.code());
            keys(visit, "Tab", "Tab");
            assertThat(visit.find("#look > summary")).isFocused();
            keys(visit, "Enter", "Tab", "ArrowRight", "ArrowRight");
            keys(visit, "Tab", "ArrowRight", "ArrowRight", "ArrowRight");
            keys(visit, "Tab", "ArrowRight", "Tab", "Tab", "Tab", "ArrowRight");
            visit.page.waitForResponse("**/appearance", () -> keys(visit, "ArrowRight"));
            assertThat(visit.find("html")).hasAttribute("data-look", CHOSEN);
            assertThat(visit.find(".look-said")).not().isEmpty();
            visit.find("#username").focus();
            visit.page.keyboard().type(account());
            keys(visit, "Tab");
            visit.page.keyboard().type(ClinicVisit.PASSWORD);
            keys(visit, "Enter");
            visit.page.waitForURL("**/patients");
            visit.admit("Low-" + language, language);
            for (String path : List.of("/patients", visit.path(), "/password", "/nowhere")) {
                visit.openWhatever(path);
                assertThat(visit.find("html")).hasAttribute("data-look", CHOSEN);
                for (int width : List.of(1280, 640)) {
                    visit.page.setViewportSize(width, 800);
                    assertThat(fits(visit.page)).as(path + " at " + width).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void losesNothingThatWasTyped(Language language) {
        try (ClinicVisit visit = signedIn(language, 1280, true)) {
            visit.open("/patients/new");
            visit.fill("family", "Half-typed");
            visit.press("#look > summary");
            visit.find("input[name=look-size][value='200']").focus();
            visit.page.waitForResponse("**/appearance", () -> keys(visit, "Space"));
            assertThat(visit.find("#family")).hasValue("Half-typed");
            visit.find("button.lang").press("Enter");
            visit.page.waitForLoadState();
            assertThat(visit.find("html")).not().hasAttribute("lang", language.code());
            assertThat(visit.find("html")).hasAttribute("data-look", "on size-200");
            assertThat(visit.find("#family")).hasValue("Half-typed");
            visit.find("#register button.main").press("Enter");
            assertThat(visit.find("#problems")).isFocused();
            assertThat(fits(visit.page)).isTrue();
            visit.press("#look > summary");
            visit.page.waitForResponse(
                    "**/appearance", () -> visit.find("button[value=reset]").press("Enter"));
            assertThat(visit.find("html[data-look]")).hasCount(0);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void choosesWithoutScriptsToo(Language language) {
        try (ClinicVisit visit = signedIn(language, 640, false)) {
            visit.open("/patients/new");
            visit.fill("family", "Half-typed");
            visit.press("#look > summary");
            visit.find("input[name=look-colours][value=black]").check();
            visit.press("#look button[value=apply]");
            assertThat(visit.find("html")).hasAttribute("data-look", "on colours-black");
            assertThat(visit.find("#family")).hasValue("Half-typed");
            visit.open("/patients");
            assertThat(visit.find("html")).hasAttribute("data-look", "on colours-black");
            visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(visit.page.evaluate(OTHER_COLOURS, SCHEMES.get("white"))).isEqualTo(List.of());
            visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            visit.press("#look > summary");
            visit.press("#look button[value=reset]");
            assertThat(visit.find("html[data-look]")).hasCount(0);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hearsWhatAPageSaysWhereThereIsAVoice(Language language) {
        try (ClinicVisit visit = signedIn(language, 1280, true)) {
            visit.open("/patients/new");
            visit.press("#look > summary");
            assertThat(visit.find("input[name=look-speech]").first()).isHidden();
            visit.page.addInitScript("""
                    window.spoken = [];
                    Object.defineProperty(window, 'speechSynthesis', { value: {
                      getVoices: () => [{ lang: 'en-GB' }, { lang: 'ru-RU' }], addEventListener: () => {}, cancel: () => {},
                      speak: one => { window.spoken.push(one.lang + ': ' + one.text); one.dispatchEvent(new Event('start')); },
                    } });
                    Object.defineProperty(window.SpeechSynthesisUtterance.prototype, 'voice', { set() {} });
                    """);
            visit.open("/appearance");
            visit.page.waitForResponse(
                    "**/appearance",
                    () -> visit.find("input[name=look-speech][value=on]").check());
            visit.page.evaluate("window.spoken = []");
            visit.press("h1 .listen button");
            assertThat(visit.find("h1 .listen button")).hasCount(2);
            assertThat(visit.find("h1 .listen button").first()).isFocused();
            String title = visit.find("#look > summary").innerText().strip();
            assertThat(visit.page.evaluate("window.spoken.slice(0, 2)").toString())
                    .contains(language.code() + ": " + title)
                    .contains(visit.find("main .lead").innerText());
            visit.press("h1 .listen button >> nth=0");
            assertThat(visit.find("h1 .listen button")).hasCount(1);
            visit.page.waitForResponse("**/appearance", () -> visit.press("#look button[value=reset]"));
            assertThat(visit.find(".listen")).hasCount(0);
        }
    }

    @Test
    void keepsASessionOpenWithOneKey() {
        try (ClinicVisit visit = signedIn(Language.EN, 640, true)) {
            visit.page.clock().install();
            visit.open("/patients/new");
            visit.fill("family", "Half-typed");
            visit.page.clock().fastForward("29:00");
            assertThat(visit.find(".session button")).isFocused();
            visit.page.waitForResponse("**/session", () -> keys(visit, "Enter"));
            assertThat(visit.find(".session")).hasCount(0);
            assertThat(visit.find("#family")).hasValue("Half-typed");
        }
    }

    private static boolean fits(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth");
    }

    private static void keys(ClinicVisit visit, String... keys) {
        for (String key : keys) {
            visit.page.keyboard().press(key);
        }
    }
}
