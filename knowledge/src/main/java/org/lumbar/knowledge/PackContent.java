package org.lumbar.knowledge;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Packs the content folder during the build: {@code PackContent <folder> <target>}. Beside the pack, from which programs start,
 * lie the files as they are, which editors change.
 */
final class PackContent {

    private PackContent() {}

    public static void main(String[] arguments) throws IOException {
        try {
            Path folder = Path.of(arguments[0]);
            Path target = Path.of(arguments[1]);
            Knowledge.pack(folder, target);
            ContentFiles.archive(folder, target.resolveSibling("content.zip"));
        } catch (InvalidKnowledge e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
