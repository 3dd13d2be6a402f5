package org.lumbar.knowledge;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes content in the form of {@link Pack}. */
final class PackWriter {

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream letters = new ByteArrayOutputStream();
    private int[] numbers = new int[1 << 16];
    private int size;

    PackWriter(Content content) {
        Set<String> all = new TreeSet<>();
        all.add(content.sha256());
        content.yaml().forEach((path, node) -> {
            all.add(path);
            collect(all, node);
        });
        content.tables().forEach((path, rows) -> {
            all.add(path);
            rows.forEach(row -> all.addAll(Arrays.asList(row)));
        });
        List<String> ascii = all.stream().filter(PackWriter::isAscii).toList();
        all.removeAll(ascii);
        add(ascii.size());
        ascii.forEach(text -> add(text, true));
        add(all.size());
        all.forEach(text -> add(text, false));
        reference(content.sha256());
        add(content.yaml().size());
        content.yaml().forEach((path, node) -> {
            reference(path);
            add(node);
        });
        add(content.tables().size());
        content.tables().forEach((path, rows) -> {
            reference(path);
            add(rows.size());
            rows.forEach(row -> {
                add(row.length);
                for (String value : row) {
                    reference(value);
                }
            });
        });
    }

    int[] numbers() {
        return Arrays.copyOf(numbers, size);
    }

    byte[] letters() {
        return letters.toByteArray();
    }

    private static void collect(Set<String> all, Node node) {
        switch (node) {
            case Node.Text text -> all.add(text.value());
            case Node.Items items -> items.nodes().forEach(item -> collect(all, item));
            case Node.Fields fields -> {
                all.addAll(fields.keys());
                fields.values().forEach(value -> collect(all, value));
            }
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    private void add(String text, boolean ascii) {
        byte[] bytes = text.getBytes(Pack.charset(ascii));
        texts.put(text, texts.size());
        letters.writeBytes(bytes);
        add(bytes.length);
    }

    private void reference(String text) {
        add(texts.getOrDefault(text, -1));
    }

    private void add(Node node) {
        switch (node) {
            case Node.Text text -> {
                add(text.line() << Pack.KIND_BITS | Pack.TEXT);
                reference(text.value());
            }
            case Node.Items items -> {
                add(items.line() << Pack.KIND_BITS | Pack.ITEMS);
                add(items.nodes().size());
                items.nodes().forEach(this::add);
            }
            case Node.Fields fields -> {
                add(fields.line() << Pack.KIND_BITS | Pack.FIELDS);
                add(fields.keys().size());
                fields.keys().forEach(this::reference);
                fields.values().forEach(this::add);
            }
        }
    }
}
