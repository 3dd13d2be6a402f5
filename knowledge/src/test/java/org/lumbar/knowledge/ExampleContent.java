package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lumbar.knowledge.Problems.Problem;

/** A copy of the small example content (every kind of file, every key), for tests that break one thing in it. */
final class ExampleContent {

    static final Path ORIGINAL = Path.of("src/test/resources/example");

    private final Path folder;

    private ExampleContent(Path folder) {
        this.folder = folder;
    }

    static ExampleContent copiedTo(Path folder) {
        try (Stream<Path> tree = Files.walk(ORIGINAL)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(ORIGINAL.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ExampleContent(folder);
    }

    Path folder() {
        return folder;
    }

    /** The first {@code text} of a file becomes another. */
    Change replace(String file, String text, String by) {
        return new Change().replace(file, text, by);
    }

    Change write(String file, String text) {
        return new Change().write(file, text);
    }

    Change append(String file, String text) {
        return new Change().append(file, text);
    }

    Change delete(String file) {
        return new Change().delete(file);
    }

    /** What stands in a file. */
    String look(String file) {
        return text(file).orElseThrow();
    }

    /** The line of the first {@code text} in a file. */
    int line(String file, String text) {
        return new Change().replace(file, text, "").line();
    }

    static Problem error(String file, int line, String what, String advice) {
        return new Problem(file, line, what, advice, false);
    }

    private Optional<String> text(String file) {
        try {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String file, Optional<String> text) {
        try {
            Path path = folder.resolve(file);
            if (text.isPresent()) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, text.get());
            } else {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a test does to the content; undone when the test has looked. */
    final class Change {

        private final Map<String, Optional<String>> texts = new LinkedHashMap<>();
        private int line;

        /** The line where the last replacement begins. */
        int line() {
            return line;
        }

        Change replace(String file, String text, String by) {
            String before = current(file);
            int at = before.indexOf(text);
            assertThat(at).as("%s in %s", text, file).isNotNegative();
            line = 1 + (int) before.chars().limit(at).filter(c -> c == '\n').count();
            return write(file, before.substring(0, at) + by + before.substring(at + text.length()));
        }

        Change append(String file, String text) {
            return write(file, current(file) + text);
        }

        Change write(String file, String text) {
            texts.put(file, Optional.of(text));
            return this;
        }

        Change delete(String file) {
            texts.put(file, Optional.empty());
            return this;
        }

        List<Problem> problems() {
            return look(Knowledge::check);
        }

        <T> T look(Function<Path, T> view) {
            Map<String, Optional<String>> before = new LinkedHashMap<>();
            texts.forEach((file, text) -> {
                before.put(file, text(file));
                put(file, text);
            });
            try {
                return view.apply(folder);
            } finally {
                before.forEach(ExampleContent.this::put);
            }
        }

        private String current(String file) {
            return texts.getOrDefault(file, text(file)).orElse("");
        }
    }
}
