package org.lumbar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.text.Language;
import org.lumbar.documents.SessionOutline;
import org.lumbar.fhir.BundleReader;

/** A patient does a session at home. */
class HomeSessionTest {

    private static final String SESSION = "morning";

    @ParameterizedTest
    @CsvSource({"EN, 320", "RU, 1366"})
    void goesThroughTheWholeSession(Language language, int width) throws IOException {
        try (Visit visit = Visit.to(Sessions.file(SESSION, language), width)) {
            assertThat(visit.screen()).isEqualTo("check");
            assertThat(visit.find("[data-do=checked]").isDisabled()).isTrue();
            visit.begin(3);
            assertThat(visit.screen()).isEqualTo("run");
            assertThat(visit.find("#count").textContent()).isEqualTo("0:10");
            visit.pass(4_000);
            assertThat(visit.find("#count").textContent()).isEqualTo("0:06");
            visit.pass(7_000);
            assertThat(visit.find("#kind").getAttribute("data-kind")).isEqualTo("work");
            assertThat(visit.find("#figure svg").count()).isEqualTo(1);
            int exercises = visit.find(".cards > li").count();
            visit.doAll();
            assertThat(visit.screen()).isEqualTo("after");
            visit.report(false, 4, 3, 5);
            assertThat(visit.find("#sum-done").textContent()).startsWith(exercises + " ");
            assertThat(visit.find("#well").isVisible()).isTrue();
            assertThat(visit.find(".advice").first().isVisible()).isFalse();

            PatientRecord record = visit.saved(visit.find("[data-screen=summary] [data-save]"));
            assertThat(record.id())
                    .isEqualTo(Sessions.plan("chronic-lumbalgia", language).patientId());
            assertThat(record.entries().stream()
                            .filter(Entry.Answer.class::isInstance)
                            .map(entry -> ((Entry.Answer) entry).linkId()))
                    .contains("rf-ces-saddle", "rf-ces-bladder", "rf-ces-bowel", "rf-motor-prog");
            assertThat(record.entries().stream().filter(Entry.Observation.class::isInstance))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void doesNotBeginAfterOneYes(Language language) throws IOException {
        try (Visit visit = Visit.to(Sessions.file(SESSION, language), 390)) {
            for (Locator question : visit.find("[data-screen=check] .yesno").all()) {
                question.locator("label").first().click();
            }
            visit.answer("rf-ces-bladder", true);
            visit.press("checked");
            assertThat(visit.screen()).isEqualTo("stop");
            assertThat(visit.find("#main-action").isVisible()).isFalse();
            assertThat(visit.find(".help li").first().isVisible()).isTrue();

            PatientRecord record = visit.saved(visit.find("[data-screen=stop] [data-save]"));
            assertThat(Sessions.plan(record, language).triage().level().emergency())
                    .as("a plan made from the answers sees the emergency")
                    .isTrue();
        }
    }

    @Test
    void keepsTimeInTheBackground() {
        try (Visit visit = Visit.to(Sessions.file(SESSION, Language.EN), 390)) {
            visit.begin(0);
            visit.jump(39_800);
            assertThat(visit.find("#kind").getAttribute("data-kind")).isEqualTo("work");
            assertThat(visit.find("#count").textContent())
                    .as("120 s of walking, 29.8 s gone")
                    .isEqualTo("1:31");
            visit.pass(400);
            assertThat(visit.find("#count").textContent()).as("30.2 s gone").isEqualTo("1:30");
        }
    }

    @ParameterizedTest
    @CsvSource({"voice, EN", "beep, RU", "off, EN"})
    void speaksBeepsOrIsQuiet(String mode, Language language) {
        try (Visit visit = Visit.to(Sessions.file(SESSION, language), 390)) {
            visit.page.addInitScript("""
                window.spoken = []; window.tones = 0;
                Object.defineProperty(window, 'speechSynthesis', { value: {
                  getVoices: () => [{ lang: 'en-GB' }, { lang: 'ru-RU' }], cancel: () => {}, addEventListener: () => {},
                  speak: one => window.spoken.push(one.lang + ': ' + one.text) } });
                Object.defineProperty(window.SpeechSynthesisUtterance.prototype, 'voice', { set() {} });
                window.AudioContext = class {
                  state = 'running'; currentTime = 0; destination = {}; resume() {}
                  node() { const any = { connect: () => any, start: () => window.tones++, stop() {}, frequency: {},
                    gain: { setValueAtTime() {}, linearRampToValueAtTime() {} } }; return any; }
                  createOscillator() { return this.node(); } createGain() { return this.node(); }
                };\
                """);
            visit.reload();
            visit.check();
            visit.number("pain-before", 2);
            visit.find("[data-open=settings]").first().click();
            visit.find("[data-setting=sound] input[value=" + mode + "]")
                    .check(new Locator.CheckOptions().setForce(true));
            visit.find("[data-close=settings]").first().click();
            visit.press("start");
            visit.pass(12_000);
            int spoken = ((Number) visit.page.evaluate("window.spoken.length")).intValue();
            int tones = ((Number) visit.page.evaluate("window.tones")).intValue();
            assertThat(spoken > 0).as("speaks").isEqualTo(mode.equals("voice"));
            assertThat(tones > 0).as("beeps").isEqualTo(mode.equals("beep"));
        }
    }

    @Test
    void waitsWhenTheDeviceSlept() {
        try (Visit visit = Visit.to(Sessions.file(SESSION, Language.EN), 390)) {
            visit.begin(0);
            visit.pass(3_000);
            visit.jump(1_800_000);
            assertThat(visit.find("#kind").getAttribute("data-kind")).isEqualTo("paused");
            assertThat(visit.find("#count").textContent()).isEqualTo("0:07");
        }
    }

    @Test
    void pausesSkipsExtendsAndGoesBack() {
        try (Visit visit = Visit.to(Sessions.file(SESSION, Language.EN), 1366)) {
            visit.begin(2);
            visit.find("body").press("Space");
            visit.jump(60_000);
            assertThat(visit.find("#count").textContent()).isEqualTo("0:10");
            visit.press("more");
            assertThat(visit.find("#count").textContent()).isEqualTo("0:25");
            visit.find("[data-open=skip]").click();
            visit.find("[data-reason=hard]").click();
            String second = visit.find(".cards > li.current h3").textContent();
            visit.page.keyboard().press("ArrowLeft");
            assertThat(visit.find(".cards > li.current h3").textContent()).isNotEqualTo(second);
            visit.press("end");
            visit.report(false, 2, 2, 1);
            assertThat(visit.find("#outcomes li").first().getAttribute("data-status"))
                    .isEqualTo("open");
        }
    }

    @Test
    void goesOnAfterAReload() {
        try (Visit visit = Visit.to(Sessions.file(SESSION, Language.RU), 390)) {
            visit.begin(2);
            visit.pass(15_000);
            String before = visit.find("#count").textContent();
            visit.reload();
            assertThat(visit.screen()).isEqualTo("run");
            assertThat(visit.find("#kind").getAttribute("data-kind")).isEqualTo("paused");
            visit.press("resume");
            assertThat(visit.find("#count").textContent()).startsWith(before.substring(0, 3));
            assertThat(visit.page
                            .evaluate("Object.entries(localStorage).flat().join(' ')")
                            .toString())
                    .doesNotContain(
                            Sessions.plan("chronic-lumbalgia", Language.RU).patientId());
        }
    }

    @Test
    void letsOnesOwnPaceRule() {
        try (Visit visit = Visit.to(Sessions.file(SESSION, Language.EN), 390)) {
            visit.begin(2);
            visit.find("[data-open=settings]").click();
            visit.find("[data-setting=pace] label").nth(1).click();
            visit.find("[data-close=settings]").click();
            visit.jump(60_000);
            visit.jump(60_000);
            assertThat(visit.find("#main-action").getAttribute("data-do")).isEqualTo("done");
            String exercise = visit.find(".cards > li.current h3").textContent();
            visit.press("done");
            assertThat(visit.find(".cards > li.current h3").textContent()).isNotEqualTo(exercise);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void advisesAfterPainOrLegSymptoms(Language language) {
        try (Visit visit = Visit.to(Sessions.file(SESSION, language), 390)) {
            visit.begin(1);
            visit.press("end");
            visit.report(true, 4, 2, 5);
            assertThat(visit.find("#advice-leg").isVisible()).isTrue();
            assertThat(visit.find("#advice-pain").isVisible())
                    .as("3 more than before")
                    .isTrue();
            assertThat(visit.find("#well").isVisible()).isFalse();
        }
    }

    @Test
    void showsKeyPosesToThoseWhoWantNoMotion() {
        try (Visit visit = Visit.withStillPictures(Sessions.file(SESSION, Language.EN))) {
            visit.begin(1);
            visit.pass(12_000);
            assertThat(visit.find(".cards > li.current .pose svg").first().isVisible())
                    .isTrue();
            assertThat(visit.find("#figure").isVisible()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"EN, 320", "RU, 1366"})
    void isANumberedPageWithoutScripts(Language language, int width) {
        try (Visit visit = Visit.withoutScripts(Sessions.file(SESSION, language), width)) {
            List<SessionOutline.Exercise> exercises = Sessions.outline(
                            SESSION, Sessions.plan("chronic-lumbalgia", language))
                    .exercises();
            assertThat(visit.find(".card").count()).isEqualTo(exercises.size());
            for (Locator card : visit.find(".card").all()) {
                assertThat(card.isVisible()).isTrue();
            }
            assertThat(visit.find(".pose svg").first().isVisible()).isTrue();
            assertThat(visit.find(".help li").first().isVisible()).isTrue();
            assertThat(visit.find(".controls").isVisible()).isFalse();
            assertThat(visit.find("button:visible").count()).isZero();
        }
    }

    @Test
    void reportsToTheServerWithAndWithoutScripts() {
        try (Served served = new Served(SESSION, Language.EN)) {
            try (Visit visit = Visit.to(served.address(), 390)) {
                visit.begin(3);
                visit.press("end");
                visit.report(false, 3, 2, 2);
                visit.find("[data-screen=summary] .sent:not(:empty)").waitFor();
                visit.page.waitForCondition(() -> !served.received.isEmpty());
            }
            byte[] bundle = served.received.getFirst().getBytes(StandardCharsets.UTF_8);
            assertThat(BundleReader.read(bundle).entries()).isNotEmpty();
            try (Visit visit = Visit.withoutScripts(served.address(), 390)) {
                visit.answer("rf-ces-saddle", false);
                visit.number("pain-worst", 4);
                visit.find(".act.plain button").click();
            }
            assertThat(served.received.getLast()).contains("token=t", "rf-ces-saddle=no", "pain-worst=4");
        }
    }
}
