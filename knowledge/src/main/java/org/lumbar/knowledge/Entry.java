package org.lumbar.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.text.LocalizedText;

/**
 * One mapping of a content file with the checks that every reader needs. Reading never stops at a problem: it is reported, a
 * harmless stand-in is returned, and the content as a whole is refused at the end.
 */
final class Entry {

    private static final LocalizedText NO_TEXT = new LocalizedText("?", "?");

    private final String file;
    private final Node.Fields fields;
    private final Problems problems;
    private final Set<String> used = new HashSet<>();

    Entry(String file, Node.Fields fields, Problems problems) {
        this.file = file;
        this.fields = fields;
        this.problems = problems;
    }

    String file() {
        return file;
    }

    int line() {
        return fields.line();
    }

    Problems problems() {
        return problems;
    }

    int lineOf(String key) {
        Node node = fields.nodes().get(key);
        return node == null ? fields.line() : node.line();
    }

    void error(String key, String what, String advice) {
        problems.error(file, lineOf(key), what, advice);
    }

    boolean has(String key) {
        return fields.nodes().containsKey(key);
    }

    Set<String> keys() {
        return fields.nodes().keySet();
    }

    /** The node under a key, marked as read; null when it is absent. */
    @Nullable
    Node node(String key) {
        used.add(key);
        return fields.nodes().get(key);
    }

    /** Reports keys that no reader asked for. */
    void end() {
        for (Map.Entry<String, Node> field : fields.nodes().entrySet()) {
            if (!used.contains(field.getKey())) {
                problems.error(
                        file,
                        field.getValue().line(),
                        "unknown key " + field.getKey(),
                        Spelling.nearest(field.getKey(), used)
                                .map(near -> "Maybe " + near + "?")
                                .orElse("knowledge/README.md lists the keys of each kind of entry."));
            }
        }
    }

    @Nullable
    String textOrNull(String key) {
        return switch (node(key)) {
            case null -> null;
            case Node.Text text -> text.value();
            case Node other -> {
                problems.error(
                        file, other.line(), key + " should be a single value", "Write it on one line after the colon.");
                yield null;
            }
        };
    }

    String text(String key) {
        String value = textOrNull(key);
        if (value == null || value.isBlank()) {
            if (!has(key) || value != null) {
                error(key, "needs " + key, "Add " + key + ": to this entry.");
            }
            return "?";
        }
        return value;
    }

    /** A word out of a list. */
    String word(String key, @Nullable String otherwise, Collection<String> allowed) {
        String value = textOrNull(key);
        if (value == null && otherwise != null) {
            return otherwise;
        }
        if (value == null || !allowed.contains(value)) {
            error(
                    key,
                    key + " is " + (value == null ? "missing" : value) + ", expected one of "
                            + String.join(", ", allowed),
                    value == null
                            ? "Add it."
                            : Spelling.nearest(value, allowed)
                                    .map(near -> "Maybe " + near + "?")
                                    .orElse("Choose one of them."));
            return otherwise == null ? allowed.iterator().next() : otherwise;
        }
        return value;
    }

    boolean flag(String key, boolean otherwise) {
        String value = textOrNull(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.equals("true") && !value.equals("false")) {
            error(key, key + " is " + value + ", expected true or false", "Write true or false.");
        }
        return value.equals("true");
    }

    @Nullable
    Double numberOrNull(String key) {
        String value = textOrNull(key);
        return value == null ? null : parse(value, lineOf(key), key);
    }

    double number(String key) {
        Double value = numberOrNull(key);
        if (value == null) {
            if (!has(key)) {
                error(key, "needs " + key, "Add " + key + ": with a number.");
            }
            return 0;
        }
        return value;
    }

    @Nullable
    Integer wholeOrNull(String key) {
        Double value = numberOrNull(key);
        if (value == null) {
            return null;
        }
        if (value != Math.rint(value) || value < 0 || value > Integer.MAX_VALUE) {
            error(
                    key,
                    key + " is " + value + ", expected a whole number that is not negative",
                    "Round it or change the unit.");
            return 0;
        }
        return value.intValue();
    }

    @Nullable
    Range rangeOrNull(String key) {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Items items && items.nodes().size() == 2) {
            Double least = scalar(items.nodes().get(0), key);
            Double most = scalar(items.nodes().get(1), key);
            if (least != null && most != null) {
                if (most < least) {
                    problems.error(
                            file,
                            node.line(),
                            key + " goes from " + least + " down to " + most,
                            "Write the smaller number first.");
                    return null;
                }
                return new Range(least, most);
            }
            return null;
        }
        if (node instanceof Node.Text text) {
            Double value = parse(text.value(), node.line(), key);
            return value == null ? null : new Range(value, value);
        }
        problems.error(file, node.line(), key + " should be a range", "Write [least, most].");
        return null;
    }

    private @Nullable Double scalar(Node node, String key) {
        return node instanceof Node.Text text ? parse(text.value(), node.line(), key) : null;
    }

    private @Nullable Double parse(String value, int line, String key) {
        try {
            return Double.valueOf(value);
        } catch (NumberFormatException e) {
            problems.error(
                    file,
                    line,
                    key + " is " + value + ", expected a number",
                    "Write digits with a point, without a unit.");
            return null;
        }
    }

    LocalDate date(String key) {
        String value = text(key);
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            error(key, key + " is " + value + ", expected a date", "Write it as 2026-11-22.");
            return LocalDate.EPOCH;
        }
    }

    LocalizedText localized(String key) {
        LocalizedText text = localizedOrNull(key);
        if (text == null) {
            if (!has(key)) {
                error(key, "needs " + key, "Add " + key + ": {en: …, ru: …}.");
            }
            return NO_TEXT;
        }
        return text;
    }

    @Nullable
    LocalizedText localizedOrNull(String key) {
        Node node = node(key);
        return node == null ? null : localized(node, key);
    }

    List<LocalizedText> localizedList(String key) {
        return switch (node(key)) {
            case null -> List.of();
            case Node.Items items -> {
                List<LocalizedText> texts = new ArrayList<>(items.nodes().size());
                for (Node item : items.nodes()) {
                    texts.add(localized(item, key));
                }
                yield texts;
            }
            case Node other -> List.of(localized(other, key));
        };
    }

    private LocalizedText localized(Node node, String key) {
        if (node instanceof Node.Fields both) {
            String en = language(both, "en");
            String ru = language(both, "ru");
            for (String other : both.nodes().keySet()) {
                if (!other.equals("en") && !other.equals("ru")) {
                    problems.error(file, node.line(), key + " has the language " + other, "Texts exist in en and ru.");
                }
            }
            if (en != null && ru != null) {
                return new LocalizedText(en, ru);
            }
            problems.error(
                    file,
                    node.line(),
                    key + " lacks " + (en == null ? "en" : "ru"),
                    "Every text exists in both languages.");
            return NO_TEXT;
        }
        problems.error(file, node.line(), key + " should have both languages", "Write {en: …, ru: …}.");
        return NO_TEXT;
    }

    private static @Nullable String language(Node.Fields both, String code) {
        return both.nodes().get(code) instanceof Node.Text text && !text.value().isBlank() ? text.value() : null;
    }

    List<String> words(String key) {
        return switch (node(key)) {
            case null -> List.of();
            case Node.Text text -> List.of(text.value());
            case Node.Items items -> {
                List<String> words = new ArrayList<>(items.nodes().size());
                for (Node item : items.nodes()) {
                    if (item instanceof Node.Text text) {
                        words.add(text.value());
                    } else {
                        problems.error(file, item.line(), key + " should be a list of words", "Write [a, b].");
                    }
                }
                yield words;
            }
            case Node other -> {
                problems.error(file, other.line(), key + " should be a list of words", "Write [a, b].");
                yield List.of();
            }
        };
    }

    @Nullable
    Entry entryOrNull(String key) {
        return switch (node(key)) {
            case null -> null;
            case Node.Fields nested -> new Entry(file, nested, problems);
            case Node other -> {
                problems.error(
                        file, other.line(), key + " should have keys of its own", "Write them below it, indented.");
                yield null;
            }
        };
    }

    List<Entry> entries(String key) {
        return entries(node(key), key);
    }

    private List<Entry> entries(@Nullable Node node, String key) {
        return switch (node) {
            case null -> List.of();
            case Node.Items items -> {
                List<Entry> entries = new ArrayList<>(items.nodes().size());
                for (Node item : items.nodes()) {
                    if (item instanceof Node.Fields nested) {
                        entries.add(new Entry(file, nested, problems));
                    } else {
                        problems.error(
                                file,
                                item.line(),
                                key + " should be a list of entries",
                                "Begin each with a dash and its keys.");
                    }
                }
                yield entries;
            }
            case Node other -> {
                problems.error(file, other.line(), key + " should be a list", "Begin each entry with a dash.");
                yield List.of();
            }
        };
    }

    /** The entries of a file that is one list. */
    static List<Entry> list(String file, @Nullable Node root, Problems problems) {
        if (root == null) {
            return List.of();
        }
        Map<String, Node> wrapper = new LinkedHashMap<>();
        wrapper.put("file", root);
        return new Entry(file, new Node.Fields(wrapper, 1), problems).entries("file");
    }

    /** The entry of a file that is one mapping. */
    static @Nullable Entry single(String file, @Nullable Node root, Problems problems) {
        if (root instanceof Node.Fields fields) {
            return new Entry(file, fields, problems);
        }
        problems.error(file, 1, "should hold keys and values", "knowledge/README.md shows the form.");
        return null;
    }

    Map<String, String> stringMap(String key) {
        Entry nested = entryOrNull(key);
        if (nested == null) {
            return Map.of();
        }
        Map<String, String> map = new LinkedHashMap<>();
        for (String name : nested.keys()) {
            map.put(name, nested.text(name));
        }
        return map;
    }

    Sources sources(boolean verifiedByDefault) {
        return new Sources(words("cite"), words("claims"), flag("verified", verifiedByDefault), words("unverified"));
    }
}
