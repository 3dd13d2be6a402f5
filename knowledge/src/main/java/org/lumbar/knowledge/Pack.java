package org.lumbar.knowledge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The content as one binary file, so that a program starts without parsing YAML. It holds the same nodes with the same line
 * numbers; the one reader and all its checks work on both.
 *
 * <p>Form: magic number, checksum of all that follows, how many numbers, the numbers, the letters. The numbers are the length
 * of every distinct text, then files and code lists as trees of text numbers; the letters are those of all texts, one after the
 * other. Texts in plain ASCII come first, because they need no decoding.
 */
final class Pack {

    private static final int MAGIC = 0x4C554D42;
    /** Magic number, checksum, how many numbers. */
    private static final int HEADER = 3 * Integer.BYTES;

    static final int TEXT = 0;
    static final int ITEMS = 1;
    static final int FIELDS = 2;
    /** A node begins with its line and, in the two lowest bits, its kind. */
    static final int KIND_BITS = 2;

    private Pack() {}

    static byte[] write(Content content) {
        PackWriter writer = new PackWriter(content);
        int[] numbers = writer.numbers();
        byte[] letters = writer.letters();
        ByteBuffer file = ByteBuffer.allocate(HEADER + numbers.length * Integer.BYTES + letters.length);
        file.putInt(MAGIC).putInt(0).putInt(numbers.length);
        for (int number : numbers) {
            file.putInt(number);
        }
        file.put(letters);
        return file.putInt(Integer.BYTES, checksum(file.array())).array();
    }

    /** @throws IOException when it is no packed knowledge base, or a damaged one */
    static Content read(byte[] file) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(file);
        if (file.length < HEADER || buffer.getInt() != MAGIC) {
            throw new IOException("Not a packed knowledge base; build the program again");
        }
        if (buffer.getInt() != checksum(file)) {
            throw new IOException("The packed knowledge base is damaged; build the program again");
        }
        int[] numbers = new int[buffer.getInt()];
        buffer.asIntBuffer().get(numbers);
        return new Reader(numbers).content(file, HEADER + numbers.length * Integer.BYTES);
    }

    private static int checksum(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file, 2 * Integer.BYTES, file.length - 2 * Integer.BYTES);
        return (int) crc.getValue();
    }

    static Charset charset(boolean ascii) {
        return ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    private static final class Reader {

        private final int[] numbers;
        private int next;
        private String[] texts = {};

        Reader(int[] numbers) {
            this.numbers = numbers;
        }

        Content content(byte[] file, int letters) {
            int ascii = numbers[0];
            texts = new String[ascii + numbers[1 + ascii]];
            int start = decode(file, letters, 0, true);
            decode(file, start, ascii, false);
            String sha256 = text();
            SortedMap<String, Node> yaml = new TreeMap<>();
            for (int files = number(); files > 0; files--) {
                yaml.put(text(), node());
            }
            SortedMap<String, List<String[]>> tables = new TreeMap<>();
            for (int count = number(); count > 0; count--) {
                tables.put(text(), rows());
            }
            return new Content(yaml, tables, sha256);
        }

        /** Reads as many texts as the next number says; returns where their letters end. */
        private int decode(byte[] file, int letters, int first, boolean ascii) {
            Charset charset = charset(ascii);
            int start = letters;
            int end = first + number();
            for (int i = first; i < end; i++) {
                int length = number();
                texts[i] = new String(file, start, length, charset);
                start += length;
            }
            return start;
        }

        private int number() {
            return numbers[next++];
        }

        private String text() {
            return texts[numbers[next++]];
        }

        private List<String[]> rows() {
            int size = number();
            List<String[]> rows = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                rows.add(texts(number()));
            }
            return rows;
        }

        private String[] texts(int count) {
            String[] values = new String[count];
            for (int i = 0; i < count; i++) {
                values[i] = text();
            }
            return values;
        }

        private Node node() {
            int start = number();
            int line = start >>> KIND_BITS;
            int kind = start & ((1 << KIND_BITS) - 1);
            if (kind == TEXT) {
                return new Node.Text(text(), line);
            }
            int size = number();
            if (kind == ITEMS) {
                return new Node.Items(nodes(size), line);
            }
            List<String> keys = List.of(texts(size));
            return new Node.Fields(keys, nodes(size), line);
        }

        private List<Node> nodes(int count) {
            Node[] nodes = new Node[count];
            for (int i = 0; i < count; i++) {
                nodes[i] = node();
            }
            return Arrays.asList(nodes);
        }
    }
}
