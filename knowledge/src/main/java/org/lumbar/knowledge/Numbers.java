package org.lumbar.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;

/** Reads the numbers and dates of an entry: plain decimals, never {@code 1e3}, {@code 50 mg} or {@code 1,5}. */
final class Numbers {

    private Numbers() {}

    static @Nullable Double number(Entry entry, String key) {
        Node node = entry.node(key);
        return node == null ? null : number(entry, node, key);
    }

    static @Nullable Double amount(Entry entry, String key) {
        Double value = number(entry, key);
        if (value != null && value < 0) {
            entry.error(key, key + " is " + entry.textOrNull(key) + ", below 0", "Drop the sign.");
            return 0.0;
        }
        return value;
    }

    static @Nullable Integer whole(Entry entry, String key) {
        Double value = amount(entry, key);
        if (value == null) {
            return null;
        }
        if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
            entry.error(
                    key,
                    key + " is " + entry.textOrNull(key) + ", expected a whole number",
                    "Round it or change the unit.");
            return 0;
        }
        return value.intValue();
    }

    /** The numbers of a list, without fractions and of any sign. */
    static List<Integer> integers(Entry entry, String key) {
        Node node = entry.node(key);
        if (!(node instanceof Node.Items items)) {
            entry.error(key, key + " should be a list of numbers", "Write [0, 1].");
            return List.of();
        }
        List<Integer> numbers = new ArrayList<>(items.nodes().size());
        for (Node item : items.nodes()) {
            Double value = number(entry, item, key);
            if (value != null && value == value.intValue()) {
                numbers.add(value.intValue());
            } else if (value != null) {
                entry.error(item, key + " holds " + value + ", expected a whole number", "Round it.");
            }
        }
        return numbers;
    }

    static @Nullable Range range(Entry entry, String key) {
        Node node = entry.node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Items items && items.nodes().size() == 2) {
            return range(entry, items.nodes().get(0), items.nodes().get(1), key);
        }
        if (node instanceof Node.Items || node instanceof Node.Fields) {
            entry.error(node, key + " should be a range", "Write [least, most].");
            return null;
        }
        Double both = number(entry, node, key);
        return both == null ? null : new Range(both, both);
    }

    private static @Nullable Range range(Entry entry, Node first, Node last, String key) {
        Double least = number(entry, first, key);
        Double most = number(entry, last, key);
        if (least == null || most == null) {
            return null;
        }
        if (most < least) {
            entry.error(
                    first,
                    key + " goes from " + ((Node.Text) first).value() + " down to " + ((Node.Text) last).value(),
                    "Write the smaller number first.");
            return null;
        }
        return new Range(least, most);
    }

    private static @Nullable Double number(Entry entry, Node node, String key) {
        if (node instanceof Node.Text text && decimal(text.value())) {
            return Double.valueOf(text.value());
        }
        entry.error(
                node,
                key + " is " + (node instanceof Node.Text text ? text.value() : "no single value")
                        + ", expected a number",
                "Write digits with a point, without a unit.");
        return null;
    }

    /** A date such as 2026-11-22; null for anything else. A formatter would cost more than all dates of the content. */
    static @Nullable LocalDate date(String value) {
        for (int i = 0; i < value.length(); i++) {
            boolean dash = i == 4 || i == 7;
            if (dash ? value.charAt(i) != '-' : !isDigit(value.charAt(i))) {
                return null;
            }
        }
        if (value.length() != 10) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(value, 0, 4, 10),
                    Integer.parseInt(value, 5, 7, 10),
                    Integer.parseInt(value, 8, 10, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** True for digits with at most one point between them and a minus at most. */
    static boolean decimal(String value) {
        int start = value.startsWith("-") ? 1 : 0;
        boolean point = false;
        for (int i = start; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean between = i > start && i < value.length() - 1;
            if (c == '.' && between && !point) {
                point = true;
            } else if (!isDigit(c)) {
                return false;
            }
        }
        return value.length() > start;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
