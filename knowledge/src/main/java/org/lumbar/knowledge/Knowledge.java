package org.lumbar.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lumbar.core.knowledge.KnowledgeBase;

/**
 * The door to the clinical content: the one packed into the program, or a folder that an editor works on. What comes through
 * is whole; a problem anywhere refuses everything.
 */
public final class Knowledge {

    private static final String PACKED = "/org/lumbar/knowledge/content.pack";

    private Knowledge() {}

    /**
     * The content that the program was built with.
     *
     * @throws InvalidKnowledge when it cannot be used, which the build prevents
     */
    public static KnowledgeBase bundled() {
        return read(bundledContent(), new Problems());
    }

    /**
     * The content of a folder.
     *
     * @throws InvalidKnowledge with every problem found
     * @throws UncheckedIOException when a file cannot be read
     */
    public static KnowledgeBase of(Path folder) {
        Problems problems = new Problems();
        return read(ContentFiles.read(folder, problems), problems);
    }

    /**
     * Everything that is wrong with the content of a folder, by file and line; warnings too. Files that cannot be read or are
     * not in their place come first and alone, since all else would follow from them; worked cases run when nothing else is wrong.
     *
     * @throws UncheckedIOException when a file cannot be read
     */
    public static List<Problems.Problem> check(Path folder) {
        Problems problems = new Problems();
        Content content = ContentFiles.read(folder, problems);
        if (problems.none()) {
            Reading reading = new Reading(content, problems);
            KnowledgeBase knowledge = new ContentReader(reading).read();
            FiguresReader figures = new FiguresReader(reading);
            Figures drawn = figures.read();
            Cases cases = new Cases(reading);
            if (problems.none()) {
                cases.run(knowledge);
                figures.check(drawn);
            }
        }
        return problems.all();
    }

    /**
     * The figures that the program was built with.
     *
     * @throws InvalidKnowledge when they cannot be used, which the build prevents
     */
    public static Figures figures() {
        return figures(bundledContent(), new Problems());
    }

    /**
     * The figures of a folder, also those that no body can do: {@link #check} tells of them, and seeing them helps to mend them.
     *
     * @throws InvalidKnowledge with every problem of form
     * @throws UncheckedIOException when a file cannot be read
     */
    public static Figures figures(Path folder) {
        Problems problems = new Problems();
        return figures(ContentFiles.read(folder, problems), problems);
    }

    /** Writes the content of a folder as one file that the program starts from quickly. */
    public static void pack(Path folder, Path target) throws IOException {
        Problems problems = new Problems();
        Content content = ContentFiles.read(folder, problems);
        read(content, problems);
        figures(content, problems);
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.write(target, Pack.write(content));
    }

    static Content bundledContent() {
        try (InputStream in = Knowledge.class.getResourceAsStream(PACKED)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without its content; build it again");
            }
            return Pack.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Figures figures(Content content, Problems problems) {
        problems.refuse();
        Figures figures = new FiguresReader(new Reading(content, problems)).read();
        problems.refuse();
        return figures;
    }

    private static KnowledgeBase read(Content content, Problems problems) {
        problems.refuse();
        KnowledgeBase knowledge = new ContentReader(new Reading(content, problems)).read();
        problems.refuse();
        return knowledge;
    }
}
