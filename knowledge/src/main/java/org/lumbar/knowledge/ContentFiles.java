package org.lumbar.knowledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the content from its folder. */
final class ContentFiles {

    private ContentFiles() {}

    /** Reads every YAML file and code list below {@code folder}; sources of the program and examples are left out. */
    static Content read(Path folder, Problems problems) throws IOException {
        SortedMap<String, Node> yaml = new TreeMap<>();
        SortedMap<String, List<String[]>> tables = new TreeMap<>();
        MessageDigest digest = sha256();
        for (Path file : files(folder)) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            byte[] bytes = Files.readAllBytes(file);
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (path.endsWith(".csv")) {
                tables.put(path, Csv.rows(text));
            } else {
                Node node = YamlReader.read(path, text, problems);
                if (node != null) {
                    yaml.put(path, node);
                }
            }
        }
        return new Content(yaml, tables, HexFormat.of().formatHex(digest.digest()));
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.filter(Files::isRegularFile)
                    .filter(file -> {
                        String path = folder.relativize(file).toString().replace('\\', '/');
                        return (path.endsWith(".yaml") || path.endsWith(".csv"))
                                && !path.startsWith("src/")
                                && !path.startsWith("target/");
                    })
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
