package org.lumbar.knowledge;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content as one binary file, so that a program starts without parsing YAML. It holds the same nodes with the same line
 * numbers; the one reader and all its checks work on both.
 *
 * <p>Form: a table of all distinct texts, then files as trees of text numbers.
 */
final class Pack {

    private static final int MAGIC = 0x4C554D42;
    private static final int TEXT = 0;
    private static final int ITEMS = 1;
    private static final int FIELDS = 2;

    private Pack() {}

    static void write(Content content, OutputStream out) throws IOException {
        Map<String, Integer> texts = new LinkedHashMap<>();
        content.yaml().forEach((path, node) -> {
            number(texts, path);
            collect(texts, node);
        });
        content.tables().forEach((path, rows) -> {
            number(texts, path);
            rows.forEach(row -> {
                for (String value : row) {
                    number(texts, value);
                }
            });
        });
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out));
        data.writeInt(MAGIC);
        data.writeUTF(content.sha256());
        data.writeInt(texts.size());
        for (String text : texts.keySet()) {
            byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            data.writeInt(bytes.length);
            data.write(bytes);
        }
        data.writeInt(content.yaml().size());
        for (Map.Entry<String, Node> file : content.yaml().entrySet()) {
            data.writeInt(texts.get(file.getKey()));
            write(data, texts, file.getValue());
        }
        data.writeInt(content.tables().size());
        for (Map.Entry<String, List<String[]>> table : content.tables().entrySet()) {
            data.writeInt(texts.get(table.getKey()));
            data.writeInt(table.getValue().size());
            for (String[] row : table.getValue()) {
                data.writeInt(row.length);
                for (String value : row) {
                    data.writeInt(texts.get(value));
                }
            }
        }
        data.flush();
    }

    private static void number(Map<String, Integer> texts, String text) {
        texts.putIfAbsent(text, texts.size());
    }

    private static void collect(Map<String, Integer> texts, Node node) {
        switch (node) {
            case Node.Text text -> number(texts, text.value());
            case Node.Items items -> items.nodes().forEach(item -> collect(texts, item));
            case Node.Fields fields ->
                fields.nodes().forEach((key, value) -> {
                    number(texts, key);
                    collect(texts, value);
                });
        }
    }

    private static void write(DataOutputStream data, Map<String, Integer> texts, Node node) throws IOException {
        switch (node) {
            case Node.Text text -> {
                data.writeByte(TEXT);
                data.writeInt(text.line());
                data.writeInt(texts.get(text.value()));
            }
            case Node.Items items -> {
                data.writeByte(ITEMS);
                data.writeInt(items.line());
                data.writeInt(items.nodes().size());
                for (Node item : items.nodes()) {
                    write(data, texts, item);
                }
            }
            case Node.Fields fields -> {
                data.writeByte(FIELDS);
                data.writeInt(fields.line());
                data.writeInt(fields.nodes().size());
                for (Map.Entry<String, Node> field : fields.nodes().entrySet()) {
                    data.writeInt(texts.get(field.getKey()));
                    write(data, texts, field.getValue());
                }
            }
        }
    }

    static Content read(byte[] bytes) throws IOException {
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes));
        if (data.readInt() != MAGIC) {
            throw new IOException("Not a packed knowledge base; build it again");
        }
        String sha256 = data.readUTF();
        String[] texts = new String[data.readInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new String(data.readNBytes(data.readInt()), java.nio.charset.StandardCharsets.UTF_8);
        }
        SortedMap<String, Node> yaml = new TreeMap<>();
        for (int files = data.readInt(); files > 0; files--) {
            String path = texts[data.readInt()];
            yaml.put(path, readNode(data, texts));
        }
        SortedMap<String, List<String[]>> tables = new TreeMap<>();
        for (int count = data.readInt(); count > 0; count--) {
            String path = texts[data.readInt()];
            int size = data.readInt();
            List<String[]> rows = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                String[] row = new String[data.readInt()];
                for (int j = 0; j < row.length; j++) {
                    row[j] = texts[data.readInt()];
                }
                rows.add(row);
            }
            tables.put(path, rows);
        }
        return new Content(yaml, tables, sha256);
    }

    private static Node readNode(DataInputStream data, String[] texts) throws IOException {
        int kind = data.readByte();
        int line = data.readInt();
        return switch (kind) {
            case TEXT -> new Node.Text(texts[data.readInt()], line);
            case ITEMS -> {
                int size = data.readInt();
                List<Node> items = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    items.add(readNode(data, texts));
                }
                yield new Node.Items(items, line);
            }
            case FIELDS -> {
                int size = data.readInt();
                Map<String, Node> fields = LinkedHashMap.newLinkedHashMap(size);
                for (int i = 0; i < size; i++) {
                    String key = texts[data.readInt()];
                    fields.put(key, readNode(data, texts));
                }
                yield new Node.Fields(fields, line);
            }
            default -> throw new IOException("Packed knowledge base is damaged; build it again");
        };
    }
}
