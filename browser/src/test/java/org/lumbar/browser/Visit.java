package org.lumbar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.fhir.BundleReader;

/** A visit to one page by one person, watched for errors and for requests to elsewhere. */
final class Visit implements AutoCloseable {

    static final int NARROW = 320;
    static final int WIDE = 1366;
    private static final int HEIGHT = 760;

    private final Chromium.Window window;
    private final String address;
    final Page page;
    private final List<String> troubles = new ArrayList<>();

    private Visit(String address, Browser.NewContextOptions options) {
        this.address = address;
        this.window = Chromium.window(options);
        this.page = window.page();
        page.onPageError(error -> troubles.add("error: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                troubles.add("console: " + message.text());
            }
        });
        String origin = address.startsWith("file:") ? "file:" : address.replaceFirst("(https?://[^/]+).*", "$1");
        page.onRequest(request -> {
            if (!request.url().startsWith(origin)
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")) {
                troubles.add("request to elsewhere: " + request.url());
            }
        });
    }

    /** With scripts and a clock that only the test moves. */
    static Visit to(String address, int width) {
        Visit visit = new Visit(address, new Browser.NewContextOptions().setViewportSize(width, HEIGHT));
        return visit.begun();
    }

    /** The same in another place of the world. */
    static Visit in(String zone, String address, int width) {
        Visit visit = new Visit(
                address,
                new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setTimezoneId(zone));
        return visit.begun();
    }

    static Visit withoutScripts(String address, int width) {
        Visit visit = new Visit(
                address,
                new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setJavaScriptEnabled(false));
        visit.page.navigate(address);
        return visit;
    }

    static Visit withStillPictures(String address) {
        Visit visit = new Visit(
                address,
                new Browser.NewContextOptions().setViewportSize(390, HEIGHT).setReducedMotion(ReducedMotion.REDUCE));
        return visit.begun();
    }

    private Visit begun() {
        page.clock().install(new Clock.InstallOptions().setTime(Sessions.DAY + "T08:00:00Z"));
        page.navigate(address);
        page.clock().pauseAt(Sessions.DAY + "T09:00:00Z");
        return this;
    }

    void reload() {
        page.navigate(address);
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    void press(String action) {
        find(".screen.on [data-do=" + action + "]").click();
    }

    void answer(String question, boolean yes) {
        find("[data-question=" + question + "] label").nth(yes ? 1 : 0).click();
    }

    void number(String scale, int value) {
        find("[data-scale=" + scale + "] label").nth(value).click();
    }

    /** Time goes by, every tick and frame of it. */
    void pass(long milliseconds) {
        page.clock().runFor(milliseconds);
    }

    /** Time goes by in the background: whatever was due happens once, at its end. */
    void jump(long milliseconds) {
        page.clock().fastForward(milliseconds);
    }

    String language() {
        return find("html").getAttribute("lang");
    }

    String screen() {
        return find("body").getAttribute("data-now");
    }

    /** Answers every stop question with no. */
    void check() {
        for (Locator question : find("[data-screen=check] .yesno").all()) {
            question.locator("label").first().click();
        }
        press("checked");
    }

    /** Answers every stop question with no and gives the pain before. */
    void begin(int pain) {
        check();
        number("pain-before", pain);
        press("start");
    }

    void report(boolean leg, int worst, int now, int effort) {
        answer("leg-symptoms", leg);
        number("pain-worst", worst);
        number("pain-after", now);
        number("effort", effort);
        press("reported");
    }

    /** The file that a press saves, read as the record that it is. */
    PatientRecord saved(Locator button) throws IOException {
        return BundleReader.read(file(button));
    }

    /** The file that a press saves. */
    byte[] file(Locator button) throws IOException {
        Download download = page.waitForDownload(button::click);
        try (InputStream in = download.createReadStream()) {
            return in.readAllBytes();
        }
    }

    /** Does every exercise, as fast as one can press. */
    void doAll() {
        int most = 20 * find(".cards > li").count();
        for (int presses = 0; screen().equals("run") && presses < most; presses++) {
            page.keyboard().press("ArrowRight");
            jump(250);
        }
    }

    /** Nothing serious for people who need assistance, nothing to scroll sideways, nothing too small to be hit. */
    void isAccessible(String where) {
        assertThat(examined(() -> Axe.serious(page))).as(where).isEmpty();
        fits(where);
    }

    /** What is written can be read. */
    void hasContrast(String where) {
        assertThat(examined(() -> Axe.contrast(page))).as(where).isEmpty();
    }

    /** The examination waits for the clock. */
    private List<?> examined(Supplier<List<?>> examination) {
        page.clock().resume();
        List<?> found = examination.get();
        page.clock().pauseAt(((Number) page.evaluate("Date.now()")).longValue() + 1_000);
        return found;
    }

    /** Nothing to scroll sideways and nothing too small to be hit at another width. */
    void fits(String where, int width) {
        int own = page.viewportSize().width;
        page.setViewportSize(width, HEIGHT);
        fits(where + " at " + width);
        page.setViewportSize(own, HEIGHT);
    }

    private void fits(String where) {
        assertThat(Axe.fits(page)).as(where + " fits the width").isTrue();
        Object small =
                page.evaluate("[...document.querySelectorAll('button, summary, main label, select')].filter(one =>"
                        + " one.checkVisibility()).map(one => [one, one.getBoundingClientRect()]).filter(([, box]) =>"
                        + " box.height < 44 || box.width < 24).map(([one, box]) => one.textContent.trim() + ' ' +"
                        + " box.width + 'x' + box.height)");
        assertThat(small).as(where + " has targets that are too small").isEqualTo(List.of());
    }

    void theme(String theme) {
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme);
    }

    @Override
    public void close() {
        window.close();
        assertThat(troubles).isEmpty();
    }
}
