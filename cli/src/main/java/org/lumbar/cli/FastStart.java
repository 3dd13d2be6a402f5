package org.lumbar.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.lumbar.core.text.Language;

/**
 * Runs typical commands once without showing anything, so that the Java machine can record what they load and start from the
 * recording later. Only the launcher calls it.
 */
final class FastStart {

    private static final int COLUMNS = 100;

    private FastStart() {}

    /** {@code FastStart <folder of the project>}. */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        try (Stream<Path> files = Files.list(home.resolve("examples"))) {
            for (Path example : files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                for (Format format : Format.values()) {
                    for (Language language : Language.values()) {
                        run("plan", example.toString(), "--format", format.id(), "--lang", language.code());
                    }
                }
            }
        }
        run("--help");
        run("help", "plan");
        run("--version");
        run("knowledge", "list");
        run("knowledge", "check", home.resolve("knowledge").toString());
    }

    private static void run(String... arguments) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), nowhere, Terminal.writer(nowhere), true, false, COLUMNS, null);
        Lumbar.run(terminal, arguments);
    }
}
