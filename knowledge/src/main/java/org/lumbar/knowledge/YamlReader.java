package org.lumbar.knowledge;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML into {@link Node}s. Anchors, tags and types of YAML are not used: every value is text until a reader needs more. */
final class YamlReader {

    private YamlReader() {}

    /** The content of a file; null when it cannot be read, which is then reported. */
    static @Nullable Node read(String file, String text, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            org.yaml.snakeyaml.nodes.Node root = new Yaml(options).compose(new StringReader(text));
            return root == null ? null : convert(file, root, problems);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.error(
                    file, line, "is not valid YAML: " + e.getProblem(), "Check quotes, brackets and indentation here.");
            return null;
        }
    }

    private static Node convert(String file, org.yaml.snakeyaml.nodes.Node yaml, Problems problems) {
        int line = yaml.getStartMark().getLine() + 1;
        return switch (yaml) {
            case ScalarNode scalar -> new Node.Text(scalar.getValue(), line);
            case SequenceNode sequence -> {
                List<Node> items = new ArrayList<>(sequence.getValue().size());
                for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
                    items.add(convert(file, item, problems));
                }
                yield new Node.Items(items, line);
            }
            case MappingNode mapping -> {
                Map<String, Node> fields = new LinkedHashMap<>();
                for (NodeTuple tuple : mapping.getValue()) {
                    String key = tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?";
                    Node previous = fields.put(key, convert(file, tuple.getValueNode(), problems));
                    if (previous != null) {
                        int at = tuple.getKeyNode().getStartMark().getLine() + 1;
                        problems.error(file, at, "has the key " + key + " twice", "Keep one of them.");
                    }
                }
                yield new Node.Fields(fields, line);
            }
            default -> new Node.Text("", line);
        };
    }
}
