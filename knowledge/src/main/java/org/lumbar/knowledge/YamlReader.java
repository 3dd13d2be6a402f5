package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML into {@link Node}s, straight from the events of the parser. Types of YAML are not used: every value is text until
 * a reader needs more.
 */
final class YamlReader {

    private final String file;
    private final Parser parser;
    private final Problems problems;

    private YamlReader(String file, String text, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.file = file;
        this.parser = new ParserImpl(new StreamReader(text), options);
        this.problems = problems;
    }

    /** The content of a file; null when it cannot be read, which is then reported. */
    static @Nullable Node read(String file, String text, Problems problems) {
        try {
            return new YamlReader(file, text, problems).document();
        } catch (MarkedYAMLException e) {
            problems.error(
                    file,
                    line(e),
                    "is not valid YAML: " + e.getProblem(),
                    "Check quotes, brackets and indentation here.");
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count();
            problems.error(
                    file,
                    line,
                    "holds the character U+%04X, which YAML does not allow".formatted(e.getCodePoint()),
                    "Delete it.");
        }
        return null;
    }

    /** Where a quote or a bracket was opened, when the file ends inside it; else where reading stopped. */
    private static int line(MarkedYAMLException e) {
        boolean unfinished = e.getProblem() != null && e.getProblem().contains("end");
        Mark mark = unfinished && e.getContextMark() != null ? e.getContextMark() : e.getProblemMark();
        return mark == null ? 1 : mark.getLine() + 1;
    }

    private @Nullable Node document() {
        next(); // the stream starts
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            problems.error(file, 1, "is empty", "Fill it, or delete it.");
            return null;
        }
        next(); // the document starts
        Node root = node(null);
        next(); // the document ends
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            problems.error(file, line(next()), "holds a second document", "Delete the line ---, or make it a file.");
        }
        return root;
    }

    private Event next() {
        return parser.getEvent();
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }

    /** @param keyLine the line of the key that it stands under, if any */
    private Node node(@Nullable Integer keyLine) {
        Event event = next();
        int line = keyLine == null ? line(event) : keyLine;
        return switch (event) {
            case ScalarEvent scalar -> new Node.Text(scalar.getValue(), line);
            case SequenceStartEvent start -> items(line);
            case MappingStartEvent start -> fields(line);
            case AliasEvent alias -> {
                problems.error(file, line, "repeats the anchor " + alias.getAnchor(), "Write the value out.");
                yield new Node.Text("", line);
            }
            default -> throw new YAMLException("unexpected " + event.getEventId());
        };
    }

    private Node.Items items(int line) {
        List<Node> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(null));
        }
        next();
        return new Node.Items(items, line);
    }

    private Node.Fields fields(int line) {
        List<String> keys = new ArrayList<>();
        List<Node> values = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Node key = node(null);
            String name = key instanceof Node.Text text ? text.value() : "?";
            Node value = node(key.line());
            if (keys.contains(name)) {
                problems.error(file, key.line(), "has the key " + name + " twice", "Keep one of them.");
            } else {
                keys.add(name);
                values.add(value);
            }
        }
        next();
        return new Node.Fields(keys, values, line);
    }
}
