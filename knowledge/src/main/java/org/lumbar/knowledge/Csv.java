package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Splits comma-separated values; a value in double quotes may hold commas and doubled quotes. */
final class Csv {

    private Csv() {}

    static List<String[]> rows(String text) {
        List<String[]> rows = new ArrayList<>();
        for (String line : text.split("\r?\n", -1)) {
            if (!line.isBlank()) {
                rows.add(line.indexOf('"') < 0 ? line.split(",", -1) : quoted(line));
            }
        }
        return rows;
    }

    private static String[] quoted(String line) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (inside && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    value.append('"');
                    i++;
                } else {
                    inside = !inside;
                }
            } else if (c == ',' && !inside) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values.toArray(String[]::new);
    }
}
