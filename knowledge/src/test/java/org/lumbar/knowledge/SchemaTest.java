package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Editors are told the truth about the content that exists, and about keys that do not. */
class SchemaTest {

    private static final Schemas SCHEMAS = new Schemas();

    static Stream<String> exampleFiles() {
        return Schemas.contentFiles(ExampleContent.ORIGINAL).stream();
    }

    @Test
    void acceptsEveryContentFile() {
        Path content = Path.of("");
        List<String> refused = Schemas.contentFiles(content).stream()
                .flatMap(path -> SCHEMAS.errors(path, Schemas.yaml(content.resolve(path))).stream()
                        .map(error -> path + " " + error))
                .toList();
        assertThat(refused).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("exampleFiles")
    void acceptsTheExample(String path) {
        assertThat(SCHEMAS.errors(path, Schemas.yaml(ExampleContent.ORIGINAL.resolve(path))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("exampleFiles")
    void refusesAnUnknownKey(String path) {
        JsonNode content = Schemas.yaml(ExampleContent.ORIGINAL.resolve(path));
        ObjectNode entry = (ObjectNode) (content.isArray() ? content.get(0) : content);
        entry.putObject("colour-of-the-frame").put("en", "red");
        assertThat(SCHEMAS.errors(path, content)).isNotEmpty();
    }

    @Test
    void namesEverySchemaInTheSettingsOrInAnother() {
        Set<String> reached = new TreeSet<>(SCHEMAS.patterns().values());
        reached.addAll(Set.of(
                "common.schema.json",
                "item.schema.json",
                "massage.schema.json",
                "movement.schema.json",
                "cases.schema.json",
                "interactions.schema.json",
                "interaction-codes.schema.json",
                "figure.schema.json",
                "figure-bases.schema.json",
                "figure-body.schema.json"));
        assertThat(names()).containsExactlyElementsOf(reached);
    }

    @Test
    void hasNoKeyThatTheExampleLacks() {
        Set<String> used = new TreeSet<>();
        exampleFiles().forEach(path -> addKeys(Schemas.yaml(ExampleContent.ORIGINAL.resolve(path)), used));
        Set<String> known = new TreeSet<>();
        for (String name : names()) {
            properties(Schemas.json(name)).forEach(property -> known.add(property.getKey()));
        }
        assertThat(used).containsAll(known);
    }

    private static void addKeys(JsonNode node, Set<String> keys) {
        node.properties().forEach(field -> keys.add(field.getKey()));
        node.forEach(child -> addKeys(child, keys));
    }

    @Test
    void explainsEveryKeyOnHover() {
        List<String> silent = new ArrayList<>();
        for (String name : names()) {
            properties(Schemas.json(name))
                    .filter(property -> !explained(name, property.getValue()))
                    .forEach(property -> silent.add(name + ": " + property.getKey()));
        }
        assertThat(silent).isEmpty();
    }

    /** Every property of a schema at any depth. */
    private static Stream<Map.Entry<String, JsonNode>> properties(JsonNode schema) {
        return Stream.concat(
                schema.path("properties").properties().stream(),
                schema.valueStream().flatMap(SchemaTest::properties));
    }

    private static boolean explained(String name, JsonNode schema) {
        if (schema.has("description") || schema.has("title") || schema.has("const")) {
            return true;
        }
        String[] reference = schema.path("$ref").asString("").split("#/\\$defs/", -1);
        return reference.length == 2
                && explained(
                        name,
                        Schemas.json(reference[0].isEmpty() ? name : reference[0])
                                .get("$defs")
                                .get(reference[1]));
    }

    private static List<String> names() {
        String[] names = Schemas.FOLDER.toFile().list((folder, name) -> name.endsWith(".json"));
        return Stream.of(names == null ? new String[0] : names).sorted().toList();
    }
}
