package org.lumbar.documents;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.logic.Expression.All;
import org.lumbar.core.logic.Expression.Any;
import org.lumbar.core.logic.Expression.Comparison;
import org.lumbar.core.logic.Expression.Finding;
import org.lumbar.core.logic.Expression.Not;

/** Rules in words. */
final class Conditions {

    private final Words words;

    Conditions(Words words) {
        this.words = words;
    }

    /** The rule as one phrase. */
    String say(Expression expression) {
        return switch (expression) {
            case Finding finding -> words.name(finding.id());
            case Comparison comparison -> say(comparison, comparison.operator());
            case Not not -> sayNot(not.operand());
            case All all -> join(all.operands(), "condition.and");
            case Any any -> join(any.operands(), "condition.or");
        };
    }

    /** What must hold together, one phrase each. */
    List<String> conjuncts(Expression expression) {
        return expression instanceof All all
                ? all.operands().stream()
                        .flatMap(operand -> conjuncts(operand).stream())
                        .toList()
                : List.of(say(expression));
    }

    /** What suffices on its own, one phrase each. */
    List<String> alternatives(Expression expression) {
        return expression instanceof Any any
                ? any.operands().stream()
                        .flatMap(operand -> alternatives(operand).stream())
                        .toList()
                : List.of(say(expression));
    }

    private String sayNot(Expression operand) {
        return switch (operand) {
            case Comparison comparison -> say(comparison, comparison.operator().opposite());
            case Not not -> say(not.operand());
            case Any any -> noneOf(any);
            case All all -> negated(all);
            case Finding finding -> negated(finding);
        };
    }

    private String noneOf(Any any) {
        return any.operands().size() == 1
                ? negated(any)
                : words.fill(
                        "condition.none-of",
                        "findings",
                        any.operands().stream().map(this::nested).collect(Collectors.joining(", ")));
    }

    private String negated(Expression operand) {
        return words.fill("condition.not", "finding", say(operand));
    }

    private String say(Comparison comparison, Expression.Operator operator) {
        return words.fill(
                "condition.compare",
                Map.of(
                        "measure", words.name(comparison.measure()),
                        "operator", words.operator(operator.sign()),
                        "value", words.number(comparison.number())));
    }

    private String join(List<Expression> operands, String lastKey) {
        String joined = "";
        for (int i = 0; i < operands.size(); i++) {
            String next = operands.size() == 1 ? say(operands.get(i)) : nested(operands.get(i));
            String key = i == operands.size() - 1 ? lastKey : "condition.comma";
            joined = joined.isEmpty() ? next : words.fill(key, Map.of("first", joined, "second", next));
        }
        return joined;
    }

    private String nested(Expression expression) {
        boolean several = switch (expression) {
            case All all -> all.operands().size() > 1;
            case Any any -> any.operands().size() > 1;
            case Finding finding -> false;
            case Comparison comparison -> false;
            case Not not -> false;
        };
        return several ? "(" + say(expression) + ")" : say(expression);
    }
}
