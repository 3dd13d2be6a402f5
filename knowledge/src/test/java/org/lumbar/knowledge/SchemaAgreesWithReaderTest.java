package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is done to any part of the example, schema and reader refuse it together or accept it together. */
class SchemaAgreesWithReaderTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Schemas SCHEMAS = new Schemas();
    private static final Content EXAMPLE = ContentFiles.read(ExampleContent.ORIGINAL, new Problems());

    /** What a schema cannot tell: whether an id exists, whether a file is in its place, which of two numbers is smaller. */
    private static final Pattern BEYOND_A_SCHEMA = Pattern.compile("no [A-Za-z -]+ has the id .*|.* exists twice.*"
            + "|no item, topic or file is called .*|.* has no .*|.* does not say .*|.* is like .*"
            + "|.*stands in .*|.* does not fit.*|lengths lacks .*|codes/snomed-wide.csv has no list.*"
            + "|.* goes from .* down to .*"
            + "|.* leads back to .*|.*, which is no movement|.* with load .*|hold-seconds is longer.*"
            + "|.*, which is closed|.*, which does not come by itself|.* does not stand in for .*|.* comes after .*"
            + "|minutes is .*, but the steps take .*|.* minutes, less than .*|the steps add up to .*|the last step is .*"
            + "|offers .* but the best of its members is .*"
            + "|.*, which is no exercise session"
            + "|.* does not name this claim|.* does not live in .*|is also the id of an item");

    /** Values of another form than most keys have. */
    private static final List<JsonNode> OTHER_FORMS = List.of(
            JSON.objectNode(),
            JSON.objectNode().put("colour-of-the-frame", "red"),
            JSON.arrayNode(),
            JSON.arrayNode().add(JSON.arrayNode()),
            JSON.arrayNode().add(JSON.objectNode()),
            JSON.arrayNode().add("zzz"),
            JSON.stringNode("zzz"),
            JSON.stringNode(" "),
            JSON.nullNode());

    /** Single values that the reader may take as text where the schema asks for quotes. */
    private static final List<JsonNode> OTHER_VALUES =
            List.of(JSON.numberNode(-1), JSON.numberNode(1.5), JSON.numberNode(3_000_000_000L), JSON.booleanNode(true));

    private static final List<String> WORDS = words();

    static Stream<String> exampleFiles() {
        return Schemas.contentFiles(ExampleContent.ORIGINAL).stream();
    }

    @ParameterizedTest
    @MethodSource("exampleFiles")
    void onWhatMustBeThere(String path) {
        List<String> disagreements = new ArrayList<>();
        everywhere(path, (place, root) -> {
            if (place.parent() instanceof ObjectNode parent) {
                JsonNode value = parent.remove(place.key());
                compare(path, root, place + " removed", true, disagreements);
                parent.set(place.key(), value);
            }
        });
        assertThat(disagreements).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("exampleFiles")
    void onUnknownKeys(String path) {
        List<String> disagreements = new ArrayList<>();
        everywhere(path, (place, root) -> {
            if (place.value() instanceof ObjectNode object) {
                object.put("colour-of-the-frame", "red");
                compare(path, root, place + " with another key", true, disagreements);
                object.remove("colour-of-the-frame");
            }
        });
        assertThat(disagreements).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("exampleFiles")
    void onForms(String path) {
        List<String> disagreements = new ArrayList<>();
        everywhere(path, (place, root) -> {
            OTHER_FORMS.forEach(other -> replace(path, place, other, root, true, disagreements));
            OTHER_VALUES.forEach(other -> replace(path, place, other, root, false, disagreements));
        });
        assertThat(disagreements).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("exampleFiles")
    void onWordLists(String path) {
        List<String> disagreements = new ArrayList<>();
        everywhere(path, (place, root) -> {
            if (place.value().isString() && refusedBySchema(path, root, place, JSON.stringNode("zzz"))) {
                WORDS.forEach(word -> replace(path, place, JSON.stringNode(word), root, true, disagreements));
            }
        });
        assertThat(disagreements).isEmpty();
    }

    /** A value and where it stands; the parent is null for the whole file. */
    private record Place(JsonNode parent, String key, int index, JsonNode value, String path) {

        void set(JsonNode other) {
            if (parent instanceof ObjectNode object) {
                object.set(key, other);
            } else {
                ((ArrayNode) parent).set(index, other);
            }
        }

        @Override
        public String toString() {
            return path;
        }
    }

    private static void everywhere(String path, BiConsumer<Place, JsonNode> action) {
        JsonNode root = Schemas.yaml(ExampleContent.ORIGINAL.resolve(path));
        if (root instanceof ObjectNode) {
            action.accept(new Place(root, "", -1, JSON.missingNode(), ""), root);
        }
        visit(root, "", root, action, new HashSet<>());
    }

    /** @param languages those seen in this file; one text in both languages is like another */
    private static void visit(
            JsonNode parent, String path, JsonNode root, BiConsumer<Place, JsonNode> action, Set<String> languages) {
        List<Place> places = new ArrayList<>();
        if (parent instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> places.add(
                            new Place(parent, field.getKey(), -1, field.getValue(), path + "/" + field.getKey())));
        } else {
            for (int i = 0; i < parent.size(); i++) {
                places.add(new Place(parent, "", i, parent.get(i), path + "/" + i));
            }
        }
        for (Place place : places) {
            boolean language = place.key().equals("en") || place.key().equals("ru");
            if (!language || languages.add(place.key())) {
                action.accept(place, root);
                visit(place.value(), place.path(), root, action, languages);
            }
        }
    }

    private static void replace(
            String path, Place place, JsonNode other, JsonNode root, boolean both, List<String> disagreements) {
        if (place.value().isMissingNode()) {
            return;
        }
        place.set(other);
        compare(path, root, place + " = " + other, both, disagreements);
        place.set(place.value());
    }

    private static boolean refusedBySchema(String path, JsonNode root, Place place, JsonNode other) {
        place.set(other);
        boolean refused = !SCHEMAS.errors(path, root).isEmpty();
        place.set(place.value());
        return refused;
    }

    /** @param both the schema, too, must accept what the reader accepts */
    private static void compare(String path, JsonNode root, String what, boolean both, List<String> disagreements) {
        List<String> reader = refusals(path, node(root));
        boolean refusedBySchema = !SCHEMAS.errors(path, root).isEmpty();
        if (refusedBySchema != !reader.isEmpty() && (both || !refusedBySchema)) {
            disagreements.add(path + what + ": reader " + reader + ", schema "
                    + SCHEMAS.errors(path, root).stream().limit(3).toList());
        }
    }

    private static List<String> refusals(String path, Node changed) {
        SortedMap<String, Node> yaml = new TreeMap<>(EXAMPLE.yaml());
        yaml.put(path, changed);
        Problems problems = new Problems();
        Reading reading = new Reading(new Content(yaml, EXAMPLE.tables(), ""), problems);
        new ContentReader(reading).read();
        new Cases(reading);
        new FiguresReader(reading).read();
        return problems.errors().stream()
                .filter(problem -> problem.file().equals(path))
                .map(Problems.Problem::what)
                .filter(what -> !BEYOND_A_SCHEMA.matcher(what).matches())
                .toList();
    }

    private static Node node(JsonNode json) {
        if (json instanceof ObjectNode object) {
            return new Node.Fields(
                    object.propertyStream().map(Map.Entry::getKey).toList(),
                    object.valueStream().map(SchemaAgreesWithReaderTest::node).toList(),
                    1);
        }
        if (json.isArray()) {
            return new Node.Items(
                    json.valueStream().map(SchemaAgreesWithReaderTest::node).toList(), 1);
        }
        return new Node.Text(json.isNull() ? "" : json.asString(), 1);
    }

    /** Every word of every word list. */
    private static List<String> words() {
        TreeSet<String> words = new TreeSet<>();
        for (String name : List.of(Schemas.FOLDER.toFile().list())) {
            if (name.endsWith(".json")) {
                Schemas.json(name).findValues("enum").forEach(list -> list.forEach(word -> words.add(word.asString())));
            }
        }
        return List.copyOf(words);
    }
}
