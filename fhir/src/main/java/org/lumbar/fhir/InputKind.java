package org.lumbar.fhir;

import java.io.IOException;
import java.io.InputStream;

/** What a file of JSON holds, as its beginning tells. */
public enum InputKind {
    /** One JSON value, on one line or on many, or something that only {@link BundleReader} can refuse properly. */
    BUNDLE,
    /** Several JSON values, one a line. */
    LINES;

    /**
     * Looks ahead to the end of the first line and goes back to where the stream stood. A first line that leaves its object
     * open belongs to one value over many lines.
     *
     * @param input supports {@link InputStream#mark}, as a {@link java.io.BufferedInputStream} does
     * @throws IOException when the stream cannot be read
     */
    public static InputKind of(InputStream input) throws IOException {
        if (!input.markSupported()) {
            throw new IllegalArgumentException("The stream cannot go back; wrap it in a BufferedInputStream");
        }
        input.mark(Integer.MAX_VALUE);
        try {
            return endsOnFirstLine(input) && somethingFollows(input) ? LINES : BUNDLE;
        } finally {
            input.reset();
        }
    }

    /** Reads to the end of the first object; false when its line, the input or the longest possible bundle ends before. */
    private static boolean endsOnFirstLine(InputStream input) throws IOException {
        int depth = 0;
        boolean quoted = false;
        boolean begun = false;
        for (long read = 1; read < Json.MAX_BYTES; read++) {
            int sign = input.read();
            if (sign < 0 || (begun && sign == '\n')) {
                return false;
            }
            if (quoted) {
                if (sign == '\\') {
                    input.read();
                    read++;
                } else {
                    quoted = sign != '"';
                }
            } else if (sign == '"') {
                quoted = true;
            } else if (sign == '{') {
                begun = true;
                depth++;
            } else if (sign == '}') {
                depth--;
                if (depth == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean somethingFollows(InputStream input) throws IOException {
        int sign = input.read();
        while (sign == ' ' || sign == '\t' || sign == '\r' || sign == '\n') {
            sign = input.read();
        }
        return sign >= 0;
    }
}
