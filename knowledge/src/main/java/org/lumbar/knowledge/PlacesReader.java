package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Claim.Place;
import org.lumbar.core.text.LocalizedText;

/**
 * Finds the places that carry the claims: a field of a content file and what stands there. A number must be equal, a word must
 * be there, a text must contain the words in its English.
 */
final class PlacesReader {

    private static final String IN = "in";
    private static final String SUFFIX = ".yaml";
    private static final Pattern FIELDS = Pattern.compile("\\.");

    private final Content content;
    private final Map<String, String> fileOf = new HashMap<>();

    PlacesReader(Content content) {
        this.content = content;
        for (String folder : List.of("items/", "topics/")) {
            for (String file : content.folder(folder).keySet()) {
                if (!Layout.isCases(file)) {
                    fileOf.put(file.substring(file.lastIndexOf('/') + 1, file.length() - SUFFIX.length()), file);
                }
            }
        }
    }

    /** The places under {@code held-by}: one mapping, or a list of them; those that lead nowhere are reported. */
    List<Place> heldBy(Entry entry, String item) {
        List<Place> places = new ArrayList<>();
        if (entry.has("held-by") && !entry.writes("held-by")) {
            entry.error("held-by", "held-by is empty", "Name a field, or leave the key out.");
        }
        boolean one = entry.node("held-by") instanceof Node.Fields;
        for (Entry place : one ? single(entry) : entry.entries("held-by")) {
            places.addAll(places(place, item));
        }
        return places;
    }

    private static List<Entry> single(Entry entry) {
        Entry place = entry.entryOrNull("held-by");
        return place == null ? List.of() : List.of(place);
    }

    /** A claim whose own item does not exist is reported as such, not once more for each of its places. */
    private List<Place> places(Entry entry, String item) {
        String where = entry.has(IN) ? entry.text(IN) : item;
        Node root = root(where);
        if (root == null && entry.has(IN)) {
            entry.error(
                    IN,
                    "no item, topic or file is called " + where,
                    Spelling.advice(where, fileOf.keySet(), "Name an item, a topic, or a file such as compatibility."));
        }
        List<Place> places = new ArrayList<>();
        for (String field : entry.keys()) {
            if (!field.equals(IN)) {
                for (String value : entry.words(field)) {
                    Place place = root == null ? null : find(entry, root, where, field, value);
                    if (place != null) {
                        places.add(place);
                    }
                }
            }
        }
        if (entry.keys().stream().allMatch(IN::equals)) {
            entry.error(IN, "names no field", "Write the field and what stands there, such as days-max: 5.");
        }
        return places;
    }

    /** The content of an item or topic, of a file, or of one entry of a file ({@code file#id}). */
    private @Nullable Node root(String where) {
        int sign = where.indexOf('#');
        Node root = content.file(fileOf(where));
        return sign < 0 || root == null ? root : withId(root, where.substring(sign + 1));
    }

    /** The file of an item or topic, or the file that is named, without a {@code #id}. */
    String fileOf(String where) {
        int sign = where.indexOf('#');
        String path = sign < 0 ? where : where.substring(0, sign);
        return fileOf.getOrDefault(path, path + SUFFIX);
    }

    private static @Nullable Node withId(Node node, String id) {
        if (node instanceof Node.Fields fields
                && fields.get("id") instanceof Node.Text own
                && own.value().equals(id)) {
            return node;
        }
        for (Node child : children(node)) {
            Node found = withId(child, id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<Node> children(Node node) {
        return switch (node) {
            case Node.Text text -> List.of();
            case Node.Items items -> items.nodes();
            case Node.Fields fields -> fields.values();
        };
    }

    private @Nullable Place find(Entry entry, Node root, String where, String field, String value) {
        List<Node> under = List.of(root);
        for (String key : FIELDS.split(field, -1)) {
            under = under.stream().flatMap(node -> below(node, key).stream()).toList();
        }
        if (under.isEmpty()) {
            entry.consequence(
                    fileOf(where),
                    field,
                    where + " has no " + field,
                    "Name a field that it has, or add the field there.");
            return null;
        }
        for (Node node : under) {
            LocalizedText text = text(node, value);
            if (text != null) {
                return new Place(where, field, value, text);
            }
        }
        entry.consequence(
                fileOf(where),
                field,
                where + " does not say \"" + value + "\" under " + field,
                "Correct the words or the number here, or bring " + where + " in line with the claim.");
        return null;
    }

    /** What stands under a key; the entries of a list are looked through. */
    private static List<Node> below(Node node, String key) {
        return switch (node) {
            case Node.Text text -> List.of();
            case Node.Items items ->
                items.nodes().stream()
                        .flatMap(item -> below(item, key).stream())
                        .toList();
            case Node.Fields fields -> {
                Node found = fields.get(key);
                yield found == null ? List.of() : List.of(found);
            }
        };
    }

    /** The text at or below a node that holds the value; null when none does. */
    private static @Nullable LocalizedText text(Node node, String value) {
        if (node instanceof Node.Text text) {
            return same(text.value(), value) ? new LocalizedText(text.value(), text.value()) : null;
        }
        if (node instanceof Node.Fields fields
                && fields.get("en") instanceof Node.Text en
                && fields.get("ru") instanceof Node.Text ru) {
            return en.value().contains(value) ? new LocalizedText(en.value(), ru.value()) : null;
        }
        for (Node child : children(node)) {
            LocalizedText found = text(child, value);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Equal as numbers or as words. */
    private static boolean same(String found, String expected) {
        return found.equals(expected)
                || (Numbers.decimal(found)
                        && Numbers.decimal(expected)
                        && Double.parseDouble(found) == Double.parseDouble(expected));
    }
}
