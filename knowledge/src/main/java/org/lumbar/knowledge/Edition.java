package org.lumbar.knowledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.lumbar.core.knowledge.KnowledgeBase;

/**
 * The content as the files that editors work on: those that the program was built with, and a clinic's changes over them.
 * Immutable; each change gives another edition.
 */
public final class Edition {

    private static final String SOURCES = "/org/lumbar/knowledge/content.zip";

    private static final String FIGURES = "figures/";
    private static final String YAML = ".yaml";

    /** Places that are not changed in a clinic: code lists are made by programs, and the body and its positions bear every figure. */
    private static final List<String> FIXED =
            List.of("codes/", FIGURES + "bases.yaml", FIGURES + "body.yaml", "schema/");

    private static final class Shipped {
        private static final SortedMap<String, String> FILES = unpack();
        private static final Content CONTENT = Knowledge.bundledContent();
        private static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();
    }

    private final SortedMap<String, String> changes;

    private Edition(Map<String, String> changes) {
        this.changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    }

    /** The content that the program was built with. */
    public static Edition shipped() {
        return new Edition(Map.of());
    }

    /**
     * This edition with other texts.
     *
     * @param texts by path; each takes the place of the file or is a new one
     */
    public Edition with(Map<String, String> texts) {
        Map<String, String> all = new TreeMap<>(changes);
        texts.forEach((path, text) -> {
            if (text.equals(Shipped.FILES.get(path))) {
                all.remove(path);
            } else {
                all.put(path, text);
            }
        });
        return new Edition(all);
    }

    /** True for a path of a YAML file that a clinic may change or add. */
    public static boolean changeable(String path) {
        return path.matches("([a-z0-9-]+/){0,2}[A-Za-z0-9-]+(\\.cases)?\\.yaml")
                && FIXED.stream().noneMatch(path::startsWith);
    }

    /** Paths of the files that a clinic may change, in order. */
    public NavigableSet<String> paths() {
        NavigableSet<String> paths = new TreeSet<>(changes.keySet());
        Shipped.FILES.keySet().stream().filter(Edition::changeable).forEach(paths::add);
        return paths;
    }

    /** The text of a file; empty when there is none. */
    public Optional<String> text(String path) {
        String changed = changes.get(path);
        return Optional.ofNullable(changed == null ? Shipped.FILES.get(path) : changed);
    }

    /** The files that differ from what the program was built with. */
    public SortedMap<String, String> changes() {
        return changes;
    }

    /**
     * Everything that is wrong with this edition, by file and line, as {@link Knowledge#check} tells it; every item keeps worked
     * cases for each way in which it can come out; and what the release refuses stays refused. Takes seconds.
     */
    public List<Problems.Problem> check() {
        Problems problems = new Problems();
        changes.keySet().stream()
                .filter(path -> !changeable(path))
                .forEach(
                        path -> problems.error(path, 1, "is not changed in a clinic", "Leave it to the next release."));
        Content content = content(problems);
        if (problems.none()) {
            Reading reading = new Reading(content, problems);
            KnowledgeBase knowledge = new ContentReader(reading).read();
            FiguresReader figures = new FiguresReader(reading);
            Figures drawn = figures.read();
            Cases cases = new Cases(reading);
            if (problems.none()) {
                cases.run(knowledge);
                cases.requireEveryOutcome(knowledge);
                figures.check(drawn, changedFigures());
                new Refusals(Shipped.KNOWLEDGE, knowledge, content, problems).check(cases);
            }
        }
        return problems.all();
    }

    /**
     * The knowledge base of this edition.
     *
     * @param version appended to that of the content with a plus sign; empty for none
     * @throws InvalidKnowledge with every problem of form; whether it may be used is the question of {@link #check}
     */
    public KnowledgeBase knowledge(String version) {
        Problems problems = new Problems();
        Content content = content(problems);
        problems.refuse();
        KnowledgeBase knowledge = new ContentReader(new Reading(content, problems), version).read();
        problems.refuse();
        return knowledge;
    }

    /**
     * The figures of this edition.
     *
     * @throws InvalidKnowledge with every problem of form; whether a body can take the poses is the question of {@link #check}
     */
    public Figures figures() {
        Problems problems = new Problems();
        Content content = content(problems);
        problems.refuse();
        Figures figures = new FiguresReader(new Reading(content, problems)).read();
        problems.refuse();
        return figures;
    }

    /** What is wrong with the figures that this edition changes, and nothing else, so that it can be asked at every change. */
    public List<Problems.Problem> checkFigures() {
        Problems problems = new Problems();
        Content content = content(problems);
        if (problems.none()) {
            FiguresReader reader = new FiguresReader(new Reading(content, problems));
            Figures figures = reader.read();
            if (problems.none()) {
                reader.check(figures, changedFigures());
            }
        }
        return problems.all();
    }

    private Set<String> changedFigures() {
        return changes.keySet().stream()
                .filter(path -> path.startsWith(FIGURES))
                .map(path -> path.substring(FIGURES.length(), path.length() - YAML.length()))
                .collect(Collectors.toSet());
    }

    /** The path of the file that a figure stands in. */
    public static String figure(String id) {
        return FIGURES + id + YAML;
    }

    /** SHA-256 of the content that the program was built with. */
    public static String release() {
        return Shipped.CONTENT.sha256();
    }

    /** SHA-256 of a text. */
    public static String sha256(String text) {
        return ContentFiles.Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private Content content(Problems problems) {
        SortedMap<String, Node> yaml = new TreeMap<>(Shipped.CONTENT.yaml());
        changes.forEach((path, text) -> {
            yaml.remove(path);
            Node node = YamlReader.read(path, text, problems);
            if (node != null) {
                yaml.put(path, node);
            }
        });
        SortedMap<String, String> files = new TreeMap<>(Shipped.FILES);
        files.putAll(changes);
        ContentFiles.Digest digest = new ContentFiles.Digest();
        files.forEach((path, text) -> digest.add(path, text.getBytes(StandardCharsets.UTF_8)));
        Content content = new Content(yaml, Shipped.CONTENT.tables(), digest.sha256());
        if (problems.none()) {
            Layout.check(content, problems);
        }
        return content;
    }

    private static SortedMap<String, String> unpack() {
        try (InputStream in = Edition.class.getResourceAsStream(SOURCES)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without its content; build it again");
            }
            SortedMap<String, String> files = new TreeMap<>();
            ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(in.readAllBytes()));
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
            return Collections.unmodifiableSortedMap(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
