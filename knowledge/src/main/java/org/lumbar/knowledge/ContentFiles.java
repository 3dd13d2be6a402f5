package org.lumbar.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Reads the content from its folder. */
final class ContentFiles {

    /**
     * A file that was read: its path in the folder, its bytes and, unless it is a code list, its node.
     *
     * @param node null when it could not be read, which {@code problems} then tells
     */
    private record Parsed(
            String path, byte[] bytes, @Nullable Node node, Problems problems) {

        boolean isTable() {
            return path.endsWith(".csv");
        }
    }

    private ContentFiles() {}

    /**
     * Reads every YAML file and code list below {@code folder}; sources of the program are left out. Files in the wrong place are
     * problems.
     */
    static Content read(Path folder, Problems problems) {
        SortedMap<String, Node> yaml = new TreeMap<>();
        SortedMap<String, List<String[]>> tables = new TreeMap<>();
        Digest digest = new Digest();
        for (Parsed file : parse(folder)) {
            digest.add(file.path(), file.bytes());
            problems.addAll(file.problems());
            if (file.isTable()) {
                tables.put(file.path(), Csv.rows(text(file.bytes())));
            } else if (file.node() != null) {
                yaml.put(file.path(), file.node());
            }
        }
        Content content = new Content(yaml, tables, digest.sha256());
        if (problems.none()) {
            Layout.check(content, problems);
        }
        return content;
    }

    /** Writes every file as it is into an archive that is the same whenever and wherever it is made. */
    static void archive(Path folder, Path target) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Parsed file : parse(folder)) {
                ZipEntry entry = new ZipEntry(file.path());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.bytes());
            }
        }
    }

    /** All files, in the order of their paths; parsing takes most of the time, so it uses every core. */
    private static List<Parsed> parse(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> files = tree.filter(Files::isRegularFile)
                    .filter(file -> isContent(path(folder, file)))
                    .sorted(Comparator.comparing(file -> path(folder, file)))
                    .toList();
            return files.parallelStream().map(file -> parse(folder, file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Parsed parse(Path folder, Path file) {
        try {
            String path = path(folder, file);
            byte[] bytes = Files.readAllBytes(file);
            Problems problems = new Problems();
            Node node = path.endsWith(".csv") ? null : YamlReader.read(path, text(bytes), problems);
            return new Parsed(path, bytes, node, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isContent(String path) {
        return (path.endsWith(".yaml") || path.endsWith(".csv"))
                && !path.startsWith("src/")
                && !path.startsWith("target/");
    }

    private static String path(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** SHA-256 over all files, in the order of their paths. */
    static final class Digest {

        private final MessageDigest digest;

        Digest() {
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        static String of(byte[] bytes) {
            Digest one = new Digest();
            one.digest.update(bytes);
            return one.sha256();
        }

        void add(String path, byte[] bytes) {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(bytes);
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
