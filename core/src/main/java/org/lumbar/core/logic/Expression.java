package org.lumbar.core.logic;

import java.io.Serializable;
import java.util.List;

/** A rule as it is written: a boolean combination of findings and compared measures. */
public sealed interface Expression extends Serializable {

    /** The finding with this id is present. */
    record Finding(String id) implements Expression {}

    /** A measure compared with a number, in the measure's own unit. */
    record Comparison(String measure, Operator operator, double number) implements Expression {}

    record Not(Expression operand) implements Expression {}

    /** True when every operand is; {@code All(List.of())} is true. */
    record All(List<Expression> operands) implements Expression {
        public All {
            operands = List.copyOf(operands);
        }
    }

    /** True when one operand is; {@code Any(List.of())} is false. */
    record Any(List<Expression> operands) implements Expression {
        public Any {
            operands = List.copyOf(operands);
        }
    }

    enum Operator {
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /** The comparison that is true exactly when this one is false. */
        public Operator opposite() {
            return switch (this) {
                case LESS -> AT_LEAST;
                case AT_MOST -> MORE;
                case MORE -> AT_MOST;
                case AT_LEAST -> LESS;
            };
        }
    }

    Expression ALWAYS = new All(List.of());
    Expression NEVER = new Any(List.of());
}
