package org.lumbar.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
        return built(bundledContent());
    }

    /**
     * The content of a folder.
     *
     * @throws InvalidKnowledge with every problem found
     * @throws UncheckedIOException when a file cannot be read
     */
    public static KnowledgeBase of(Path folder) {
        Problems problems = new Problems();
        KnowledgeBase knowledge = new ContentReader(files(folder, problems), problems).read();
        if (!problems.none()) {
            throw new InvalidKnowledge(problems.errors());
        }
        return knowledge;
    }

    /** Everything that is wrong with the content of a folder, cases included; warnings too. */
    public static List<Problems.Problem> check(Path folder) {
        Problems problems = new Problems();
        Content content = files(folder, problems);
        try {
            KnowledgeBase knowledge = new ContentReader(content, problems).read();
            if (problems.none()) {
                new Cases(content, problems).run(knowledge);
            }
        } catch (InvalidKnowledge e) {
            return e.problems();
        }
        return problems.all();
    }

    /** Writes the content of a folder as one file that the program starts from quickly. */
    public static void pack(Path folder, Path target) throws IOException {
        Problems problems = new Problems();
        Content content = files(folder, problems);
        new ContentReader(content, problems).read();
        if (!problems.none()) {
            throw new InvalidKnowledge(problems.errors());
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(target)) {
            Pack.write(content, out);
        }
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

    private static KnowledgeBase built(Content content) {
        Problems problems = new Problems();
        KnowledgeBase knowledge = new ContentReader(content, problems).read();
        if (!problems.none()) {
            throw new InvalidKnowledge(problems.errors());
        }
        return knowledge;
    }

    private static Content files(Path folder, Problems problems) {
        try {
            return ContentFiles.read(folder, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
