package org.lumbar.fhir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.UnusableRecord;

/**
 * Splits newline-delimited JSON into lines, lazily and in order, and reads each line as a bundle of its own. Splitting is
 * cheap and belongs to one thread; {@link #read(Line)} is the work, holds no state and may run on all cores:
 *
 * <pre>{@code new NdjsonReader(input).lines().parallel().map(NdjsonReader::read).forEachOrdered(…)}</pre>
 */
public final class NdjsonReader implements Iterator<NdjsonReader.Line> {

    private static final int BUFFER = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /**
     * A line that is not blank.
     *
     * @param number from 1, blank lines included
     * @param bytes without line end
     * @param whole false when the line is longer than a bundle may be and was cut
     */
    public record Line(long number, byte[] bytes, boolean whole) {}

    /** What became of a line. */
    public sealed interface Outcome {
        long line();

        record Read(long line, PatientRecord patient) implements Outcome {}

        record Refused(long line, UnusableRecord error) implements Outcome {}
    }

    private final InputStream input;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long number;
    private boolean finished;
    private @Nullable Line next;

    /** Reads from {@code input}, which the caller closes. */
    public NdjsonReader(InputStream input) {
        this.input = input;
    }

    /** Reads a line. Never throws for what the line holds. */
    public static Outcome read(Line line) {
        try {
            Place place = Place.inLine(line.number());
            if (!line.whole()) {
                throw BundleReader.tooLong(place);
            }
            return new Outcome.Read(line.number(), BundleReader.read(line.bytes(), place));
        } catch (UnusableRecord e) {
            return new Outcome.Refused(line.number(), e);
        }
    }

    /** The lines that are left. */
    public Stream<Line> lines() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false);
    }

    /** @throws UncheckedIOException when the input cannot be read */
    @Override
    public boolean hasNext() {
        try {
            while (next == null && !finished) {
                Line line = line();
                next = isBlank(line.bytes()) && line.whole() ? null : line;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The input cannot be read after line " + number, e);
        }
        return next != null;
    }

    @Override
    public Line next() {
        Line line = hasNext() ? next : null;
        if (line == null) {
            throw new NoSuchElementException("No line is left after line " + number);
        }
        next = null;
        return line;
    }

    private Line line() throws IOException {
        ByteArrayOutputStream collected = new ByteArrayOutputStream(0);
        boolean whole = true;
        while (true) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            whole &= collected.size() + (long) (at - from) <= Json.MAX_BYTES;
            if (whole) {
                collected.write(buffer, from, at - from);
            } else {
                collected.reset();
            }
            if (at < end) {
                at++;
                break;
            }
            if (!fill()) {
                finished = true;
                break;
            }
        }
        number++;
        return new Line(number, trimmed(collected.toByteArray()), whole);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, input.read(buffer, 0, BUFFER));
        return end > 0;
    }

    private byte[] trimmed(byte[] line) {
        int from = number == 1 && Arrays.mismatch(line, BYTE_ORDER_MARK) >= BYTE_ORDER_MARK.length
                ? BYTE_ORDER_MARK.length
                : 0;
        int to = line.length > from && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        return from == 0 && to == line.length ? line : Arrays.copyOfRange(line, from, to);
    }

    private static boolean isBlank(byte[] line) {
        for (byte sign : line) {
            if (sign != ' ' && sign != '\t' && sign != '\r') {
                return false;
            }
        }
        return true;
    }
}
