package org.lumbar.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.lumbar.core.text.Language;

/**
 * Runs typical commands once without showing anything, so that the Java machine can record what they load and start from the
 * recording later. Only the launcher calls it.
 */
final class FastStart {

    private static final int COLUMNS = 100;

    /** Between them they reach all that a plan can hold: an emergency, open questions, many medicines. */
    private static final List<String> EXAMPLES = List.of("cauda-equina", "incomplete-interview", "polypharmacy");

    private FastStart() {}

    /** {@code FastStart <folder of the project>}. */
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        for (String example : EXAMPLES) {
            String file = home.resolve("examples").resolve(example + ".json").toString();
            for (Format format : Format.values()) {
                run("plan", file, "--format", format.id());
            }
            run("plan", file, "--details", "--lang", Language.RU.code());
        }
        run("score");
        run("score", "odi", "--answers", "1,1,1,1,1,1,1,1,1,1");
        run("help", "plan");
        run("--version");
        run("knowledge", "list");
        run("knowledge", "check", home.resolve("knowledge").toString());
    }

    private static void run(String... arguments) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), nowhere, Terminal.writer(nowhere), true, true, false, COLUMNS, null);
        Lumbar.run(terminal, arguments);
    }
}
