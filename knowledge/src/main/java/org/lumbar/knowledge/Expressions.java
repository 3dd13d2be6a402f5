package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.logic.Expression.Operator;

/** Reads expressions over findings and measures. */
final class Expressions {

    private static final Pattern COMPARISON =
            Pattern.compile("([a-z][a-z0-9-]*)\\s*(<=|>=|<|>)\\s*(-?[0-9]+(?:\\.[0-9]+)?)");

    private Expressions() {}

    /** The expression under a key, or {@code otherwise} when there is none. */
    static Expression read(Entry entry, String key, Expression otherwise) {
        Node node = entry.node(key);
        return node == null ? otherwise : read(entry, node);
    }

    /** The alternatives of a list, each on its own; a single expression is a list of one. */
    static List<Expression> alternatives(Entry entry, String key) {
        Node node = entry.node(key);
        if (node instanceof Node.Items items && !items.nodes().isEmpty()) {
            List<Expression> alternatives = new ArrayList<>(items.nodes().size());
            for (Node item : items.nodes()) {
                alternatives.add(read(entry, item));
            }
            return alternatives;
        }
        return node == null ? List.of() : List.of(read(entry, node));
    }

    private static Expression read(Entry entry, Node node) {
        Expression expression = unchecked(entry, node);
        if (Condition.alternatives(expression) > Condition.MAX_ALTERNATIVES) {
            entry.error(
                    node,
                    "an expression unfolds to more than " + Condition.MAX_ALTERNATIVES + " alternatives",
                    "Name part of it as a finding of its own.");
            return Expression.NEVER;
        }
        return expression;
    }

    private static Expression unchecked(Entry entry, Node node) {
        return switch (node) {
            case Node.Text text -> atom(entry, text, text.value().strip());
            case Node.Items items -> {
                List<Expression> operands = operands(entry, items);
                yield operands.size() == 1 ? operands.get(0) : new Expression.Any(operands);
            }
            case Node.Fields fields -> combination(entry, fields);
        };
    }

    private static List<Expression> operands(Entry entry, Node node) {
        if (!(node instanceof Node.Items items)) {
            return List.of(unchecked(entry, node));
        }
        if (items.nodes().isEmpty()) {
            empty(entry, node);
        }
        List<Expression> operands = new ArrayList<>(items.nodes().size());
        for (Node item : items.nodes()) {
            operands.add(unchecked(entry, item));
        }
        return operands;
    }

    private static Expression combination(Entry entry, Node.Fields fields) {
        if (fields.keys().isEmpty()) {
            empty(entry, fields);
        }
        List<Expression> parts = new ArrayList<>(1);
        for (int i = 0; i < fields.keys().size(); i++) {
            String word = fields.keys().get(i);
            Node value = fields.values().get(i);
            switch (word) {
                case "all" -> parts.add(new Expression.All(operands(entry, value)));
                case "any" -> parts.add(new Expression.Any(operands(entry, value)));
                case "none" -> parts.add(new Expression.Not(new Expression.Any(operands(entry, value))));
                default ->
                    entry.error(
                            value,
                            "unknown word " + word + " in an expression",
                            Spelling.advice(word, List.of("all", "any", "none"), "Use all, any or none."));
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.All(parts);
    }

    /** Nothing at all would hold for everybody or for nobody, and hardly anyone means that. */
    private static void empty(Entry entry, Node node) {
        entry.error(node, "an expression is empty", "Name a finding, or leave the key out.");
    }

    private static Expression atom(Entry entry, Node.Text where, String value) {
        if (value.isEmpty()) {
            empty(entry, where);
            return Expression.NEVER;
        }
        if (value.startsWith("not ")) {
            return new Expression.Not(atom(entry, where, value.substring(4).strip()));
        }
        if (entry.reading().ids().has(Ids.Kind.FINDING, value)) {
            return new Expression.Finding(value);
        }
        Matcher comparison = COMPARISON.matcher(value);
        if (comparison.matches()) {
            String measure = comparison.group(1);
            entry.mustExist(Ids.Kind.MEASURE, measure, where);
            return new Expression.Comparison(
                    measure, operator(comparison.group(2)), Double.parseDouble(comparison.group(3)));
        }
        if (value.chars().anyMatch(c -> c == ' ' || c == '<' || c == '>' || c == '=')) {
            entry.error(
                    where,
                    "cannot read \"" + value + "\" in an expression",
                    "Write a finding, not and a finding, or a measure with <, <=, > or >= and a number.");
        } else {
            entry.mustExist(Ids.Kind.FINDING, value, where);
        }
        return Expression.NEVER;
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
