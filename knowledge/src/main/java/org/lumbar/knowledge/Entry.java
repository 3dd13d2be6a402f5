package org.lumbar.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.text.LocalizedText;

/**
 * One mapping of a content file with the checks that every reader needs. Reading never stops at a problem: it is reported, a
 * harmless stand-in is returned, and the content as a whole is refused at the end.
 */
final class Entry {

    /** The file with the notes on what was not seen, in both languages. */
    static final String UNVERIFIED = "unverified.yaml";

    private final String file;
    private final Node.Fields fields;
    private final Reading reading;
    /** Keys that readers asked for, present or not; and by place, which of the keys were. */
    private final List<String> asked = new ArrayList<>();

    private final boolean[] used;

    Entry(String file, Node.Fields fields, Reading reading) {
        this.file = file;
        this.fields = fields;
        this.reading = reading;
        this.used = new boolean[fields.keys().size()];
    }

    /** The entries of a list; {@code where} names it in messages. */
    static List<Entry> all(String file, Node.Items items, String where, Reading reading) {
        List<Entry> entries = new ArrayList<>(items.nodes().size());
        for (Node item : items.nodes()) {
            if (item instanceof Node.Fields nested) {
                entries.add(new Entry(file, nested, reading));
            } else {
                reading.problems()
                        .error(
                                file,
                                item.line(),
                                where + " should be a list of entries",
                                "Begin each with a dash and its keys.");
            }
        }
        return entries;
    }

    String file() {
        return file;
    }

    int line() {
        return fields.line();
    }

    Reading reading() {
        return reading;
    }

    boolean has(String key) {
        return fields.keys().contains(key);
    }

    /** Whether something stands under the key, be it right or wrong; an empty list is nothing. */
    boolean writes(String key) {
        Node node = fields.get(key);
        return node != null
                && !(node instanceof Node.Items items && items.nodes().isEmpty());
    }

    List<String> keys() {
        return fields.keys();
    }

    /** The node under a key, marked as read; null when it is absent. */
    @Nullable
    Node node(String key) {
        asked.add(key);
        int place = fields.keys().indexOf(key);
        if (place < 0) {
            return null;
        }
        used[place] = true;
        return fields.values().get(place);
    }

    /** Reports a problem where the key stands, or the entry when it has no such key. */
    void error(String key, String what, String advice) {
        Node node = fields.get(key);
        reading.problems().error(file, node == null ? fields.line() : node.line(), what, advice);
    }

    /** Reports what may only follow from an error in the file {@code cause}; without one it is an error like any other. */
    void consequence(@Nullable String cause, String key, String what, String advice) {
        if (cause == null) {
            error(key, what, advice);
        } else {
            Node node = fields.get(key);
            int line = node == null ? fields.line() : node.line();
            reading.problems().consequence(cause, new Problems.Problem(file, line, what, advice, false));
        }
    }

    void error(Node node, String what, String advice) {
        reading.problems().error(file, node.line(), what, advice);
    }

    /** Reports keys that no reader asked for, once. */
    void end() {
        for (int place = 0; place < used.length; place++) {
            if (!used[place]) {
                String key = keys().get(place);
                error(
                        key,
                        "unknown key " + key,
                        Spelling.advice(key, asked, "knowledge/README.md lists the keys of each kind of entry."));
            }
        }
        Arrays.fill(used, true);
    }

    @Nullable
    String textOrNull(String key) {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        if (!(node instanceof Node.Text text)) {
            error(node, key + " should be a single value", "Write it on one line after the colon.");
            return null;
        }
        if (text.value().isBlank()) {
            error(node, key + " is empty", "Fill it, or leave the key out.");
            return null;
        }
        return text.value();
    }

    String text(String key) {
        String value = textOrNull(key);
        if (value == null) {
            if (!has(key)) {
                error(key, "needs " + key, "Add " + key + ": to this entry.");
            }
            return "?";
        }
        return value;
    }

    /** A word out of a list. */
    String word(String key, @Nullable String otherwise, Collection<String> allowed) {
        String value = textOrNull(key);
        if (value != null && allowed.contains(value)) {
            return value;
        }
        if (value != null || (otherwise == null && !has(key))) {
            error(
                    key,
                    key + " is " + (value == null ? "missing" : value) + ", expected one of "
                            + String.join(", ", allowed),
                    value == null ? "Add it." : Spelling.advice(value, allowed, "Choose one of them."));
        }
        return otherwise == null ? allowed.iterator().next() : otherwise;
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

    /** A number of any sign. */
    @Nullable
    Double numberOrNull(String key) {
        return Numbers.number(this, key);
    }

    double number(String key) {
        return required(key, numberOrNull(key));
    }

    /** A number that is not negative. */
    @Nullable
    Double amountOrNull(String key) {
        return Numbers.amount(this, key);
    }

    double amount(String key) {
        return required(key, amountOrNull(key));
    }

    private double required(String key, @Nullable Number value) {
        if (value == null && !has(key)) {
            error(key, "needs " + key, "Add " + key + ": with a number.");
        }
        return value == null ? 0 : value.doubleValue();
    }

    /** A number without fraction that is not negative. */
    @Nullable
    Integer wholeOrNull(String key) {
        return Numbers.whole(this, key);
    }

    int whole(String key) {
        return (int) required(key, wholeOrNull(key));
    }

    /** Two numbers of any sign, the smaller first, or one that stands for both. */
    @Nullable
    Range rangeOrNull(String key) {
        return Numbers.range(this, key);
    }

    LocalDate date(String key) {
        String value = text(key);
        LocalDate date = Numbers.date(value);
        if (date == null && !value.equals("?")) {
            error(key, key + " is " + value + ", expected a date", "Write it as 2026-11-22.");
        }
        return date == null ? LocalDate.EPOCH : date;
    }

    LocalizedText localized(String key) {
        LocalizedText text = localizedOrNull(key);
        if (text == null) {
            error(key, "needs " + key, "Add " + key + ": {en: …, ru: …}.");
            return Bilingual.NO_TEXT;
        }
        return text;
    }

    @Nullable
    LocalizedText localizedOrNull(String key) {
        Node node = node(key);
        return node == null ? null : Bilingual.text(this, node, key);
    }

    /** The texts of a list; a single one is a list of one. */
    List<LocalizedText> localizedList(String key) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof Node.Items items)) {
            return List.of(Bilingual.text(this, node, key));
        }
        List<LocalizedText> texts = new ArrayList<>(items.nodes().size());
        for (Node item : items.nodes()) {
            texts.add(Bilingual.text(this, item, key));
        }
        return texts;
    }

    /** The words of a list; a single one is a list of one. */
    List<String> words(String key) {
        return words(key, null);
    }

    /** The words of a list that has to be there; a single one is a list of one. */
    List<String> neededWords(String key) {
        if (node(key) == null) {
            error(key, "needs " + key, "Add " + key + ": [a, b].");
        }
        return words(key);
    }

    /** Words that are ids of a kind; one that leads nowhere is reported where it stands. */
    List<String> ids(String key, Ids.Kind kind) {
        return words(key, kind);
    }

    private List<String> words(String key, Ids.@Nullable Kind kind) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        List<Node> nodes = node instanceof Node.Items items ? items.nodes() : List.of(node);
        List<String> words = new ArrayList<>(nodes.size());
        for (Node one : nodes) {
            if (one instanceof Node.Text text && text.value().isBlank()) {
                error(one, key + " is empty", "Fill it, or leave the key out.");
            } else if (one instanceof Node.Text text) {
                words.add(text.value());
                if (kind != null) {
                    mustExist(kind, text.value(), one);
                }
            } else {
                error(one, key + " should be a list of words", "Write [a, b].");
            }
        }
        return words;
    }

    /** A word that is an id of a kind. */
    String id(String key, Ids.Kind kind) {
        String id = text(key);
        if (!id.equals("?")) {
            idOrNull(key, kind);
        }
        return id;
    }

    @Nullable
    String idOrNull(String key, Ids.Kind kind) {
        String id = textOrNull(key);
        Node node = node(key);
        if (id != null && node != null) {
            mustExist(kind, id, node);
        }
        return id;
    }

    /** The keys as ids of a kind. */
    List<String> keysOf(Ids.Kind kind) {
        fields.forEach((key, node) -> mustExist(kind, key, node));
        return keys();
    }

    /** Reports an id that leads nowhere, where it stands. */
    void mustExist(Ids.Kind kind, String id, Node where) {
        if (!reading.ids().has(kind, id)) {
            error(
                    where,
                    "no " + kind.label() + " has the id " + id,
                    Spelling.advice(id, reading.ids().known(kind), "Define it first, or correct the id."));
        }
    }

    @Nullable
    Entry entryOrNull(String key) {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Fields nested) {
            return new Entry(file, nested, reading);
        }
        error(node, key + " should have keys of its own", "Write them below it, indented.");
        return null;
    }

    List<Entry> entries(String key) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof Node.Items items) {
            return all(file, items, key, reading);
        }
        error(node, key + " should be a list", "Begin each entry with a dash.");
        return List.of();
    }

    Sources sources(boolean verifiedByDefault) {
        return new Sources(
                ids("cite", Ids.Kind.CITATION),
                ids("claims", Ids.Kind.CLAIM),
                flag("verified", verifiedByDefault),
                unverified());
    }

    /** What was not seen, in both languages: the note stands in English, {@link #UNVERIFIED} has it in Russian too. */
    private List<LocalizedText> unverified() {
        List<LocalizedText> notes = new ArrayList<>();
        for (String note : words("unverified")) {
            String russian = reading.russianOf(note);
            if (russian == null) {
                error("unverified", "“" + note + "” has no Russian", "Add it to " + UNVERIFIED + ".");
            } else {
                notes.add(new LocalizedText(note, russian));
            }
        }
        return notes;
    }
}
