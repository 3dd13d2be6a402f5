package org.lumbar.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Asks axe what on a page hinders people who need assistance. Pages without scripts cannot be asked. */
final class Axe {

    private static final String PROGRAM = program();

    /** Only what is wrong is brought out of the browser: all that is right of a long page takes seconds. */
    private static final String SERIOUS = """
        () => axe.run({resultTypes: ['violations']}).then(found => found.violations
          .filter(rule => ['serious', 'critical'].includes(rule.impact))
          .map(rule => rule.id + ': ' + rule.nodes[0].html))\
        """;

    private Axe() {}

    private static String program() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new AssertionError("axe is not where its library had it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is serious or critical on the page, one line for each rule. */
    static List<?> serious(Page page) {
        return run(page, Map.of());
    }

    /** The same of colours alone. */
    static List<?> contrast(Page page) {
        return run(page, Map.of("runOnly", List.of("color-contrast")));
    }

    private static List<?> run(Page page, Map<String, ?> only) {
        if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(PROGRAM);
        }
        return (List<?>) page.evaluate(SERIOUS, only);
    }

    /** True when nothing is to be scrolled sideways. */
    static boolean fits(Page page) {
        return Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }
}
