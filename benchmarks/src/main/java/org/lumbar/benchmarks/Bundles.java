package org.lumbar.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The example patients as bundles, one a line. */
final class Bundles {

    private static final Path EXAMPLES = Path.of("examples/clinic.ndjson");
    private static final int TEN_KILOBYTES = 10_000;
    private static final double WITHIN = 0.05;
    private static final JsonFactory JSON = new JsonFactory();

    private Bundles() {}

    /** As they are. */
    static List<byte[]> examples() throws IOException {
        return Files.readAllLines(EXAMPLES).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /**
     * Those that can be brought to 10 kB, give or take 5 %, by leaving out the wording of answered questions, which nobody but
     * a reader needs: every patient keeps all answers, codes and values.
     */
    static List<byte[]> ofTenKilobytes() throws IOException {
        List<byte[]> fitting = new ArrayList<>();
        for (byte[] bundle : examples()) {
            byte[] shorter = withoutWording(bundle);
            if (Math.abs(shorter.length - TEN_KILOBYTES) <= WITHIN * TEN_KILOBYTES) {
                fitting.add(shorter);
            }
        }
        return fitting;
    }

    /** Drops wording until the bundle is short enough or none is left. */
    private static byte[] withoutWording(byte[] bundle) throws IOException {
        ByteArrayOutputStream shorter = new ByteArrayOutputStream(bundle.length);
        int excess = bundle.length - TEN_KILOBYTES;
        try (JsonParser parser = JSON.createParser(bundle);
                JsonGenerator json = JSON.createGenerator(shorter)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (excess > 0 && token == JsonToken.FIELD_NAME && isWording(parser)) {
                    String wording = parser.nextTextValue();
                    excess -= wording.getBytes(StandardCharsets.UTF_8).length + "\"text\":\"\",".length();
                } else {
                    json.copyCurrentEvent(parser);
                }
            }
        }
        return shorter.toByteArray();
    }

    /** Whether the parser stands on the text of an answered question. */
    private static boolean isWording(JsonParser parser) throws IOException {
        JsonStreamContext list = parser.getParsingContext().getParent();
        return parser.currentName().equals("text")
                && list.inArray()
                && "item".equals(list.getParent().getCurrentName());
    }

    /** Lines without end: the same ones over and over. */
    static final class Endless extends InputStream {
        private final byte[] text;
        private int at;

        Endless(List<byte[]> lines) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (byte[] line : lines) {
                all.writeBytes(line);
                all.write('\n');
            }
            this.text = all.toByteArray();
        }

        @Override
        public int read() {
            int next = text[at] & 0xFF;
            at = (at + 1) % text.length;
            return next;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int count = Math.min(most, text.length - at);
            System.arraycopy(text, at, into, from, count);
            at = (at + count) % text.length;
            return count;
        }
    }
}
