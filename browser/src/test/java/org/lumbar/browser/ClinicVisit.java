package org.lumbar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.server.RunningServer;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.DemoSignIns;
import org.lumbar.server.account.Role;
import org.lumbar.server.demo.DemoClinic;
import org.lumbar.server.page.Messages;
import org.lumbar.server.patient.Clinic;

/** Somebody at work in the clinic, watched for errors and for requests to elsewhere. */
final class ClinicVisit implements AutoCloseable {

    static final String PASSWORD = "correct horse";

    private static final int HEIGHT = 800;
    private static final List<Integer> WIDTHS = List.of(320, 768, 1366);

    private final Chromium.Window window;
    private final String address;
    final Page page;
    private final List<String> troubles = new ArrayList<>();

    /** A clinic without patients in which one physician works. Its chart does not wait for the disk: nothing of it is kept. */
    static RunningServer clinic(Path folder, Clock clock) {
        Database database =
                Database.of("jdbc:sqlite:" + folder.resolve("chart.sqlite") + "?synchronous=OFF", null, null);
        RunningServer server = RunningServer.start(0, database, clock, new DemoSignIns(List.of(), ""));
        server.part(Accounts.class)
                .create("physician", "Dr Hart", Role.PHYSICIAN, "", PASSWORD, false, Accounts.PROGRAM);
        assertThat(new ChartStore(database, clock).last("account/physician")).isEqualTo(1);
        return server;
    }

    /** Brings people into the clinic without a browser, whose accounts have the physician. */
    static DemoClinic admission(RunningServer server) {
        return new DemoClinic(
                server.part(Database.class),
                server.part(Clock.class),
                server.part(Accounts.class),
                server.part(Clinic.class),
                new Planner(Knowledge.bundled()));
    }

    /** Signs the physician in. */
    ClinicVisit(String address, Language language, int width, boolean scripts) {
        this(address, "physician", language, width, scripts);
    }

    /**
     * Signs someone in.
     *
     * @param username empty for a visitor who does not sign in
     */
    ClinicVisit(String address, String username, Language language, int width, boolean scripts) {
        this(address, width, scripts);
        open("/sign-in?lang=" + language.code());
        if (!username.isEmpty()) {
            signIn(username);
        }
    }

    /** Stands before the door. */
    ClinicVisit(String address, int width, boolean scripts) {
        this.address = address;
        this.window = Chromium.window(
                new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setJavaScriptEnabled(scripts));
        this.page = window.page();
        page.onPageError(error -> troubles.add("error: " + error));
        page.onConsoleMessage(message -> {
            boolean expected =
                    message.text().contains("status of 422") || message.text().contains("status of 409");
            if (message.type().equals("error") && !expected) {
                troubles.add("console: " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(address)) {
                troubles.add("request to elsewhere: " + request.url());
            }
        });
    }

    /** From the page of the door. */
    void signIn(String username) {
        fill("username", username);
        fill("password", PASSWORD);
        press("main button.main");
    }

    void open(String path) {
        page.navigate(address + path);
    }

    /** Opens a page that may be refused. */
    void openWhatever(String path) {
        open(path);
        troubles.removeIf(trouble -> trouble.contains("status of 403"));
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    void fill(String field, String value) {
        find("#" + field).fill(value);
    }

    void press(String selector) {
        find(selector).click();
    }

    /** Words of the program in the language of the page. */
    String say(String key) {
        Language language = Language.of(find("html").getAttribute("lang")).orElseThrow();
        return new Messages(language, ZoneOffset.UTC).say(key);
    }

    /** What the server answers whoever is signed in here, besides the page. */
    APIResponse answer(String path) {
        return page.request().get(address + path);
    }

    /** The address without the server. */
    String path() {
        return page.url().substring(address.length()).replaceAll("[?#].*", "");
    }

    /** Registers somebody with acute pain, confirms the diagnosis and leads to the interview. */
    void admit(String family, Language language) {
        open("/patients/new");
        fill("family", family);
        fill("given", "Emily");
        fill("born", "12.03.1984");
        find("#sex").check();
        find("#country").selectOption("RU");
        find("#language").selectOption(language.code());
        press("#register button.main");
        press("main a[href$='/diagnosis']");
        find("#code").check();
        fill("onset", "20.11.2026");
        find("#certainty").check();
        press("#diagnosis button.main");
    }

    /** The width at which a walk through pages asks axe: wide in one language, narrow in the other. */
    static int width(Language language) {
        return language == Language.EN ? WIDTHS.getLast() : WIDTHS.getFirst();
    }

    /** Nothing serious for people who need assistance, and nothing to scroll sideways. */
    void isAccessible() {
        assertThat(Axe.serious(page)).as(path()).isEmpty();
        fits();
    }

    /** The same, and nothing to scroll sideways at any other width. */
    void isAccessibleAtEveryWidth() {
        isAccessible();
        int own = page.viewportSize().width;
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            fits();
        }
        page.setViewportSize(own, HEIGHT);
    }

    private void fits() {
        assertThat(Axe.fits(page))
                .as(path() + " fits the width of " + page.viewportSize().width)
                .isTrue();
    }

    @Override
    public void close() {
        window.close();
        assertThat(troubles).isEmpty();
    }
}
