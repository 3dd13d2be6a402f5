package org.lumbar.server.care;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reasons that may be given against each kind of rule; what they are called stands in the messages. */
final class OverrideReasons {

    /** The reason that needs words. */
    static final String OTHER = "other";

    /** Fewest characters of those words. */
    static final int SHORTEST = 10;

    private static final Map<String, List<String>> BY_KIND = read();

    private OverrideReasons() {}

    private static Map<String, List<String>> read() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        try (InputStream in = OverrideReasons.class.getResourceAsStream("override-reasons.csv")) {
            if (in == null) {
                throw new IllegalStateException("The program is not whole: override-reasons.csv is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", 2))
                    .forEach(parts -> all.put(parts[0], List.of(parts[1].split(" ", -1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Codes of the reasons against a kind of rule, most usual first; empty for a kind that nothing overcomes. */
    static List<String> of(String kind) {
        return BY_KIND.getOrDefault(kind, List.of());
    }

    /** Every kind that has reasons. */
    static Map<String, List<String>> all() {
        return BY_KIND;
    }

    /** Key of the words of a reason. */
    static String key(String kind, String code) {
        return "override.reason." + kind + "." + code;
    }
}
