package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which files the content consists of and what form each has; {@code knowledge/README.md} says what they hold. */
final class Layout {

    private enum Form {
        MAPPING,
        LIST
    }

    private static final Map<String, Form> FILES = new TreeMap<>(Map.ofEntries(
            Map.entry("knowledge.yaml", Form.MAPPING),
            Map.entry("texts.yaml", Form.MAPPING),
            Map.entry("red-flags.yaml", Form.LIST),
            Map.entry("measures.yaml", Form.MAPPING),
            Map.entry("diagnosis.yaml", Form.MAPPING),
            Map.entry("substances.yaml", Form.LIST),
            Map.entry("compatibility.yaml", Form.MAPPING),
            Map.entry("choices.yaml", Form.MAPPING),
            Map.entry("gates.yaml", Form.LIST),
            Map.entry("pathway.yaml", Form.MAPPING),
            Map.entry("guidelines.yaml", Form.MAPPING),
            Map.entry("movement-terms.yaml", Form.MAPPING),
            Map.entry(Entry.UNVERIFIED, Form.LIST),
            Map.entry("personas.yaml", Form.LIST)));

    private static final Map<String, Form> FOLDERS = new TreeMap<>(Map.ofEntries(
            Map.entry("findings/", Form.LIST),
            Map.entry("classes/", Form.MAPPING),
            Map.entry("items/", Form.MAPPING),
            Map.entry("interactions/", Form.LIST),
            Map.entry("formularies/", Form.MAPPING),
            Map.entry("citations/", Form.LIST),
            Map.entry("claims/", Form.LIST),
            Map.entry("instruments/", Form.MAPPING),
            Map.entry("sessions/", Form.MAPPING),
            Map.entry("programmes/", Form.MAPPING),
            Map.entry("topics/", Form.MAPPING),
            Map.entry("figures/", Form.MAPPING)));

    private Layout() {}

    /** True for the worked cases beside an item. */
    static boolean isCases(String file) {
        return file.endsWith(".cases.yaml");
    }

    /** Reports files that are missing, that nobody reads or that have the wrong form; reading the rest then makes no sense. */
    static void check(Content content, Problems problems) {
        content.yaml().forEach((file, node) -> {
            Form form = form(file);
            if (form == null) {
                unread(file, problems);
            } else if (form == Form.LIST && !(node instanceof Node.Items)) {
                problems.error(
                        file,
                        node.line(),
                        "should be one list",
                        "Begin each entry with a dash at the start of the line.");
            } else if (form == Form.MAPPING && !(node instanceof Node.Fields)) {
                problems.error(file, node.line(), "should hold keys and values", "knowledge/README.md shows the form.");
            }
        });
        for (String file : FILES.keySet()) {
            if (content.file(file) == null) {
                problems.error(file, 1, "is missing", "knowledge/README.md says what it holds.");
            }
        }
    }

    private static @Nullable Form form(String file) {
        if (isCases(file)) {
            return file.startsWith("items/") ? Form.LIST : null;
        }
        String folder = file.substring(0, file.indexOf('/') + 1);
        return folder.isEmpty() ? FILES.get(file) : FOLDERS.get(folder);
    }

    private static void unread(String file, Problems problems) {
        int slash = file.indexOf('/') + 1;
        String place = slash == 0 ? file : file.substring(0, slash);
        List<String> places = new ArrayList<>(slash == 0 ? FILES.keySet() : FOLDERS.keySet());
        problems.error(
                file,
                1,
                "stands where nobody reads it",
                Spelling.nearest(place, places)
                        .map(near -> "Maybe " + near + file.substring(slash == 0 ? file.length() : slash) + "?")
                        .orElse("knowledge/README.md lists the places."));
    }
}
