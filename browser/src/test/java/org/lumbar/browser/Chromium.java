package org.lumbar.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One Chromium for all tests: that of the system, so that nothing is downloaded. Not every call to it has a limit of time of its
 * own, so each window has one: a browser that falls silent is ended, what waits for it fails, and the next window is of a new one.
 * Only where it falls silent on closing, after all that was tried has passed, is this not the fault of what was tried.
 */
final class Chromium {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    /** For a machine without a display, with little shared memory and without a way out to the network. */
    private static final List<String> SWITCHES = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update");

    /** No visit of a test takes a third of it, also on a busy machine. */
    private static final Duration LONGEST = Duration.ofMinutes(6);

    /** Closing takes less than a second, and has hung while a form was still on its way. */
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(45);

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watch-browser").factory());

    private static @Nullable Chromium running;

    private final Playwright playwright;
    private final Browser browser;
    private volatile boolean ended;

    private Chromium() {
        Path program = PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Chromium is missing: apt-get install chromium"));
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(SWITCHES));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-browser"));
    }

    /** A window without a past, to be closed. */
    static Window window(Browser.NewContextOptions options) {
        return window(options, LONGEST);
    }

    static Window window(Browser.NewContextOptions options, Duration longest) {
        if (running == null || running.ended) {
            running = new Chromium();
        }
        return new Window(running, options, longest);
    }

    private void close() {
        if (!ended) {
            playwright.close();
        }
    }

    /** Ends the browser and what steers it: all processes that the tests have started. */
    private void end(Duration longest) {
        System.err.println("A window did not end within " + longest + ": the browser is taken for silent and ended");
        ended = true;
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** A page with its own cookies and its own store. */
    static final class Window implements AutoCloseable {

        private final Chromium chromium;
        private Future<?> end;
        private final BrowserContext context;
        private final Page page;

        private Window(Chromium chromium, Browser.NewContextOptions options, Duration longest) {
            this.chromium = chromium;
            end = endAfter(longest);
            context = chromium.browser.newContext(options);
            page = context.newPage();
        }

        Page page() {
            return page;
        }

        private Future<?> endAfter(Duration longest) {
            return WATCH.schedule(() -> chromium.end(longest), longest.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            if (!chromium.ended) {
                end.cancel(false);
                end = endAfter(LONGEST_CLOSING);
                closeInTime();
                end.cancel(false);
            }
        }

        private void closeInTime() {
            try {
                context.close();
            } catch (PlaywrightException silence) {
                if (!chromium.ended) {
                    throw silence;
                }
            }
        }
    }
}
