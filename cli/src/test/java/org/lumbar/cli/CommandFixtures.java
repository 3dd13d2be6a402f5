package org.lumbar.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Runs command lines inside the test and keeps what they say. */
final class CommandFixtures {

    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    static final Path EXAMPLES = PROJECT.resolve("examples");

    /** A day on which every example is current. */
    static final String DAY = "2026-11-24";

    /** What a command line answered. */
    record Answer(int exit, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    private CommandFixtures() {}

    static Answer lumbar(String... arguments) {
        return lumbarReading(new byte[0], arguments);
    }

    static Answer lumbarReading(byte[] standardInput, String... arguments) {
        return lumbar(standardInput, false, arguments);
    }

    /** As somebody at a terminal without colours. */
    static Answer lumbarOnTerminal(String... arguments) {
        return lumbar(new byte[0], true, arguments);
    }

    private static Answer lumbar(byte[] standardInput, boolean shown, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(standardInput), out, Terminal.writer(err), shown, false, false, 100, PROJECT);
        int exit = Lumbar.run(terminal, arguments);
        return new Answer(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** {@code lumbar plan FILE --date DAY} and more. */
    static Answer plan(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("plan", file.toString(), "--date", DAY));
        arguments.addAll(Arrays.asList(more));
        return lumbar(arguments.toArray(String[]::new));
    }

    static Path example(String name) {
        return EXAMPLES.resolve(name + ".json");
    }

    /** Names of all examples, in order. */
    static List<String> examples() {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
