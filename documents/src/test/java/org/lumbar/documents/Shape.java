package org.lumbar.documents;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a piece of JSON has to look like. */
sealed interface Shape {

    /** Adds what is wrong with {@code value} to {@code problems}. */
    void check(String path, @Nullable Object value, List<String> problems);

    record Fields(Map<String, Shape> required, Map<String, Shape> optional) implements Shape {
        @Override
        public void check(String path, @Nullable Object value, List<String> problems) {
            if (!(value instanceof Map<?, ?> map)) {
                problems.add(path + " is no object");
                return;
            }
            required.forEach((name, shape) -> {
                if (map.containsKey(name)) {
                    shape.check(path + "." + name, map.get(name), problems);
                } else {
                    problems.add(path + " has no " + name);
                }
            });
            map.forEach((name, field) -> {
                Shape shape = optional.get(name);
                if (shape != null) {
                    shape.check(path + "." + name, field, problems);
                } else if (!required.containsKey(name)) {
                    problems.add(path + " has an unknown field " + name);
                }
            });
        }

        Fields maybe(String name, Shape shape) {
            Map<String, Shape> more = new LinkedHashMap<>(optional);
            more.put(name, shape);
            return new Fields(required, more);
        }
    }

    record Each(Shape shape) implements Shape {
        @Override
        public void check(String path, @Nullable Object value, List<String> problems) {
            if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    shape.check(path + "[" + i + "]", list.get(i), problems);
                }
            } else if (value instanceof Map<?, ?> map) {
                map.forEach((name, field) -> shape.check(path + "." + name, field, problems));
            } else {
                problems.add(path + " is neither a list nor an object");
            }
        }
    }

    record Text(Pattern pattern) implements Shape {
        @Override
        public void check(String path, @Nullable Object value, List<String> problems) {
            if (!(value instanceof String text) || !pattern.matcher(text).matches()) {
                problems.add(path + " is " + value + ", not " + pattern);
            }
        }
    }

    record Numeric() implements Shape {
        @Override
        public void check(String path, @Nullable Object value, List<String> problems) {
            if (!(value instanceof BigDecimal number)) {
                problems.add(path + " is " + value + ", no number");
            } else if (number.scale() > 0 && number.stripTrailingZeros().scale() != number.scale()) {
                problems.add(path + " is " + number + ", with a trailing zero");
            }
        }
    }

    record YesNo() implements Shape {
        @Override
        public void check(String path, @Nullable Object value, List<String> problems) {
            if (!(value instanceof Boolean)) {
                problems.add(path + " is " + value + ", neither true nor false");
            }
        }
    }

    record Or(Shape first, @Nullable Shape second) implements Shape {
        @Override
        public void check(String path, @Nullable Object value, List<String> problems) {
            if (value == null && second == null) {
                return;
            }
            List<String> attempt = new java.util.ArrayList<>();
            first.check(path, value, attempt);
            if (!attempt.isEmpty() && second != null) {
                attempt.clear();
                second.check(path, value, attempt);
            }
            problems.addAll(attempt);
        }
    }

    Shape TEXT = new Text(Pattern.compile("(?s).*\\S.*"));
    Shape ID = new Text(Pattern.compile("\\S+"));
    Shape DATE = new Text(Pattern.compile("\\d{4}-\\d{2}-\\d{2}"));
    Shape NUMBER = new Numeric();
    Shape YES_NO = new YesNo();
    Shape IDS = new Each(TEXT);

    static Shape word(String... words) {
        return new Text(Pattern.compile(String.join("|", words)));
    }

    static Shape each(Shape shape) {
        return new Each(shape);
    }

    static Shape orNull(Shape shape) {
        return new Or(shape, null);
    }

    /** An object with these fields, given as name and shape in turn, and no others. */
    static Fields object(Object... namesAndShapes) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndShapes.length; i += 2) {
            fields.put((String) namesAndShapes[i], (Shape) namesAndShapes[i + 1]);
        }
        return new Fields(fields, Map.of());
    }
}
