package org.lumbar.knowledge;

import java.io.IOException;
import java.nio.file.Path;

/** Packs the content folder during the build: {@code PackContent <folder> <target>}. */
final class PackContent {

    private PackContent() {}

    public static void main(String[] arguments) throws IOException {
        try {
            Knowledge.pack(Path.of(arguments[0]), Path.of(arguments[1]));
        } catch (InvalidKnowledge e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
