package org.lumbar.knowledge;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A text of YAML whose values can be replaced where they stand, so that comments, order and all else stay as an editor wrote them.
 * A value is found by its path: keys as {@link String}, places in a list as {@link Integer}. Immutable.
 */
public final class YamlText {

    private static final int STEP = 2;

    private final String text;
    private final Node root;

    /** @throws IllegalArgumentException when it is not YAML */
    public YamlText(String text) {
        this.text = text;
        try {
            Node read = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (read == null) {
                throw new IllegalArgumentException("The text is empty");
            }
            this.root = read;
        } catch (YAMLException e) {
            throw new IllegalArgumentException("The text is not YAML", e);
        }
    }

    public String text() {
        return text;
    }

    /** The single value at a path, without quotes; empty when there is none. */
    public Optional<String> value(Object... path) {
        return node(path) instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** What is written at a path, as it is written; empty when nothing is. */
    public String source(Object... path) {
        Node value = node(path);
        if (value == null) {
            return "";
        }
        String deeper = "\n" + " ".repeat(column(parent(path)) + STEP);
        return text.substring(start(value), end(value)).replace(deeper, "\n");
    }

    /** How many entries the list at a path has; 0 when there is none. */
    public int size(Object... path) {
        return node(path) instanceof SequenceNode list ? list.getValue().size() : 0;
    }

    /** The keys at a path, in the order of the text. */
    public List<String> keys(Object... path) {
        return node(path) instanceof MappingNode fields
                ? fields.getValue().stream().map(YamlText::key).toList()
                : List.of();
    }

    /**
     * The text with another value under a key; a key that is not there yet comes after the first.
     *
     * @param source as {@link #source} gives it; empty takes the key away
     * @throws IllegalArgumentException when there are no keys at that place, or when the result is not YAML
     */
    public YamlText with(String source, Object... path) {
        if (!(parent(path) instanceof MappingNode fields)) {
            throw new IllegalArgumentException("No keys stand there");
        }
        String key = String.valueOf(path[path.length - 1]);
        Optional<NodeTuple> found = fields.getValue().stream()
                .filter(field -> key(field).equals(key))
                .findFirst();
        String written = source.strip();
        if (found.isPresent()) {
            return written.isEmpty() ? without(found.get()) : replaced(fields, found.get(), written);
        }
        return written.isEmpty() ? this : added(fields, key, written);
    }

    private YamlText replaced(MappingNode fields, NodeTuple field, String source) {
        int colon = text.indexOf(':', end(field.getKeyNode())) + 1;
        return new YamlText(
                text.substring(0, colon) + indented(fields, source) + text.substring(end(field.getValueNode())));
    }

    private YamlText without(NodeTuple field) {
        int start = text.lastIndexOf('\n', start(field.getKeyNode())) + 1;
        int end = text.indexOf('\n', end(field.getValueNode())) + 1;
        return new YamlText(text.substring(0, start) + text.substring(end == 0 ? text.length() : end));
    }

    private YamlText added(MappingNode fields, String key, String source) {
        String line = key + ":" + indented(fields, source);
        List<NodeTuple> there = fields.getValue();
        if (flows(fields)) {
            int open = start(fields) + 1;
            return new YamlText(text.substring(0, open) + line + (there.isEmpty() ? "" : ", ") + text.substring(open));
        }
        int after = end(there.getFirst().getValueNode());
        return new YamlText(
                text.substring(0, after) + "\n" + " ".repeat(column(fields)) + line + text.substring(after));
    }

    /** The source as it stands after a key: beside it, or below it where it is a list or has keys on lines of their own. */
    private static String indented(MappingNode fields, String source) {
        String margin = "\n" + " ".repeat(column(fields) + STEP);
        boolean below = !flows(fields) && (source.startsWith("- ") || source.matches("(?s)[\\w.-]+:\\s.*"));
        return (below ? margin : " ") + source.lines().collect(Collectors.joining(margin));
    }

    private static boolean flows(CollectionNode<?> many) {
        return many.getFlowStyle() == FlowStyle.FLOW;
    }

    private @Nullable Node parent(Object... path) {
        return node(Arrays.copyOf(path, path.length - 1));
    }

    private @Nullable Node node(Object... path) {
        Node here = root;
        for (Object step : path) {
            here = below(here, step);
            if (here == null) {
                return null;
            }
        }
        return here;
    }

    private static @Nullable Node below(Node here, Object step) {
        if (here instanceof MappingNode fields && step instanceof String key) {
            return under(fields, key);
        }
        if (here instanceof SequenceNode list && step instanceof Integer at) {
            return at < list.getValue().size() ? list.getValue().get(at) : null;
        }
        return null;
    }

    private static @Nullable Node under(MappingNode fields, String key) {
        return fields.getValue().stream()
                .filter(field -> key(field).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
    }

    private static String key(NodeTuple field) {
        return field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static int column(@Nullable Node node) {
        return node == null ? 0 : node.getStartMark().getColumn();
    }

    private int start(Node node) {
        return text.offsetByCodePoints(0, node.getStartMark().getIndex());
    }

    /** Where a value ends: the parser finds the end of what is open to the right only where the next thing begins. */
    private int end(Node node) {
        if (node instanceof MappingNode fields && !flows(fields)) {
            return end(fields.getValue().getLast().getValueNode());
        }
        if (node instanceof SequenceNode list && !flows(list)) {
            return end(list.getValue().getLast());
        }
        return text.substring(0, text.offsetByCodePoints(0, node.getEndMark().getIndex()))
                .stripTrailing()
                .length();
    }
}
