package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.logic.Expression.Operator;

/** Reads expressions and checks that every finding and measure in them exists. */
final class ExpressionReader {

    private static final Pattern COMPARISON =
            Pattern.compile("([a-z][a-z0-9-]*)\\s*(<=|>=|<|>)\\s*(-?[0-9]+(?:\\.[0-9]+)?)");

    private final Set<String> findings;
    private final Set<String> measures;

    ExpressionReader(Set<String> findings, Set<String> measures) {
        this.findings = findings;
        this.measures = measures;
    }

    /** The expression under a key, or {@code otherwise} when there is none. */
    Expression read(Entry entry, String key, Expression otherwise) {
        Node node = entry.node(key);
        return node == null ? otherwise : read(entry, node);
    }

    Expression read(Entry entry, Node node) {
        return switch (node) {
            case Node.Text text -> atom(entry, text);
            case Node.Items items -> any(entry, items);
            case Node.Fields fields -> combination(entry, fields);
        };
    }

    /** The alternatives of a list, each on its own; a single expression is a list of one. */
    List<Expression> alternatives(Entry entry, @Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        if (node instanceof Node.Items items) {
            return items.nodes().stream().map(item -> read(entry, item)).toList();
        }
        return List.of(read(entry, node));
    }

    private Expression any(Entry entry, Node.Items items) {
        List<Expression> operands = operands(entry, items);
        return operands.size() == 1 ? operands.get(0) : new Expression.Any(operands);
    }

    private List<Expression> operands(Entry entry, Node.Items items) {
        List<Expression> operands = new ArrayList<>(items.nodes().size());
        for (Node item : items.nodes()) {
            operands.add(read(entry, item));
        }
        return operands;
    }

    private Expression combination(Entry entry, Node.Fields fields) {
        List<Expression> parts = new ArrayList<>(1);
        for (Map.Entry<String, Node> field : fields.nodes().entrySet()) {
            List<Expression> operands = field.getValue() instanceof Node.Items items
                    ? operands(entry, items)
                    : List.of(read(entry, field.getValue()));
            switch (field.getKey()) {
                case "all" -> parts.add(new Expression.All(operands));
                case "any" -> parts.add(new Expression.Any(operands));
                case "none" -> parts.add(new Expression.Not(new Expression.Any(operands)));
                default ->
                    entry.problems()
                            .error(
                                    entry.file(),
                                    field.getValue().line(),
                                    "unknown word " + field.getKey() + " in an expression",
                                    "Use all, any or none.");
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.All(parts);
    }

    private Expression atom(Entry entry, Node.Text text) {
        String value = text.value().trim();
        if (value.startsWith("not ")) {
            return new Expression.Not(atom(entry, new Node.Text(value.substring(4), text.line())));
        }
        Matcher matcher = COMPARISON.matcher(value);
        if (matcher.matches()) {
            String measure = matcher.group(1);
            if (!measures.contains(measure)) {
                unknown(entry, text.line(), "measure", measure, measures);
            }
            return new Expression.Comparison(measure, operator(matcher.group(2)), Double.parseDouble(matcher.group(3)));
        }
        if (!findings.contains(value)) {
            unknown(entry, text.line(), "finding", value, findings);
            return Expression.NEVER;
        }
        return new Expression.Finding(value);
    }

    private static void unknown(Entry entry, int line, String kind, String id, Set<String> known) {
        entry.problems()
                .error(
                        entry.file(),
                        line,
                        "no " + kind + " has the id " + id,
                        Spelling.nearest(id, known)
                                .map(near -> "Maybe " + near + "?")
                                .orElse("Define it first, or correct the id."));
    }

    private static Operator operator(String sign) {
        return switch (sign) {
            case "<" -> Operator.LESS;
            case "<=" -> Operator.AT_MOST;
            case ">" -> Operator.MORE;
            default -> Operator.AT_LEAST;
        };
    }
}
