package org.lumbar.knowledge;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schemas for editors, applied to content files as {@code schema/README.md} tells editors to. */
final class Schemas {

    static final Path FOLDER = Path.of("schema");

    private static final String BASE = "https://lumbar.test/";
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(iri -> text(FOLDER.resolve(iri.substring(BASE.length()))))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private final Map<String, String> patterns = new LinkedHashMap<>();
    private final Map<String, Schema> byPath = new HashMap<>();

    Schemas() {
        var settings = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(text(FOLDER.resolve("README.md")));
        if (!settings.find()) {
            throw new IllegalStateException("schema/README.md shows no settings");
        }
        JSON.readTree(settings.group(1))
                .get("yaml.schemas")
                .properties()
                .forEach(entry -> patterns.put(
                        entry.getValue().asString().substring("knowledge/".length()),
                        entry.getKey().substring("./knowledge/schema/".length())));
    }

    /** The files that the settings of the README name, by the pattern of the files that they are for. */
    Map<String, String> patterns() {
        return patterns;
    }

    /** What the schema of a content file finds wrong with it. */
    List<Error> errors(String path, JsonNode content) {
        return byPath.computeIfAbsent(path, this::schemaFor).validate(content);
    }

    private Schema schemaFor(String path) {
        return patterns.entrySet().stream()
                .filter(entry -> FileSystems.getDefault()
                        .getPathMatcher("glob:" + entry.getKey())
                        .matches(Path.of(path)))
                .map(entry -> registry.getSchema(SchemaLocation.of(BASE + entry.getValue())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("schema/README.md names no schema for " + path));
    }

    static JsonNode json(String schema) {
        return JSON.readTree(text(FOLDER.resolve(schema)));
    }

    static JsonNode yaml(Path file) {
        return YAML.readTree(text(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Content files below a folder, as paths in it. */
    static List<String> contentFiles(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(path -> path.endsWith(".yaml") && !path.startsWith("src") && !path.startsWith("target"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
