package org.lumbar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.core.text.Language;
import org.lumbar.server.RunningServer;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.DemoSignIns;
import org.lumbar.server.account.Role;

/** Somebody at work in the clinic, watched for errors and for requests to elsewhere. */
final class ClinicVisit implements AutoCloseable {

    static final String PASSWORD = "correct horse";

    private final BrowserContext context;
    private final String address;
    final Page page;
    private final List<String> troubles = new ArrayList<>();

    /** A clinic without patients in which one physician works. */
    static RunningServer clinic(Path folder, Clock clock) {
        Database database = Database.file(folder.resolve("chart.sqlite"));
        RunningServer server = RunningServer.start(0, database, clock, new DemoSignIns(List.of(), ""));
        server.part(Accounts.class)
                .create("physician", "Dr Hart", Role.PHYSICIAN, "", PASSWORD, false, Accounts.PROGRAM);
        assertThat(new ChartStore(database, clock).last("account/physician")).isEqualTo(1);
        return server;
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
        this.context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setJavaScriptEnabled(scripts));
        this.page = context.newPage();
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

    /** Nothing serious for people who need assistance, and nothing to scroll sideways. */
    void isAccessible() {
        List<String> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(String.valueOf(rule.getImpact())))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
        assertThat(serious).as(path()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(path() + " fits the width")
                .isEqualTo(true);
    }

    @Override
    public void close() {
        context.close();
        assertThat(troubles).isEmpty();
    }
}
