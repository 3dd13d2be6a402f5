package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A code list: the first row names the columns. */
record Table(List<String[]> rows) {

    /** One row; a value that is missing is empty. */
    record Row(Map<String, Integer> columns, String[] values) {

        String value(String column) {
            Integer index = columns.get(column);
            return index == null || index >= values.length ? "" : values[index];
        }

        /** The codes in a cell, which blanks separate. */
        List<String> words(String column) {
            String value = value(column);
            List<String> words = new ArrayList<>(2);
            int start = 0;
            while (start < value.length()) {
                int end = value.indexOf(' ', start);
                end = end < 0 ? value.length() : end;
                if (end > start) {
                    words.add(value.substring(start, end));
                }
                start = end + 1;
            }
            return words;
        }
    }

    void forEach(Consumer<Row> action) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i == 0) {
                for (int column = 0; column < rows.get(0).length; column++) {
                    columns.put(rows.get(0)[column], column);
                }
            } else {
                action.accept(new Row(columns, rows.get(i)));
            }
        }
    }
}
