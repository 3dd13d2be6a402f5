package org.lumbar.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.fhir.BundleReader;
import org.lumbar.fhir.NdjsonReader;

/** Many patients, one after the other: the lines of NDJSON or the files of a folder. */
final class Patients {

    /** One patient's bundle, not yet read. */
    sealed interface Piece {

        /** About how many bytes it holds on to. */
        int size();

        /**
         * Reads the bundle.
         *
         * @throws org.lumbar.core.record.UnusableRecord when it is no bundle about one patient
         * @throws IOException when it cannot be read
         */
        PatientRecord read() throws IOException;

        /** Says where it stands in the input. */
        void writePlace(JsonGenerator json) throws IOException;
    }

    private record LinePiece(NdjsonReader.Line line) implements Piece {
        @Override
        public int size() {
            return line.bytes().length;
        }

        @Override
        public PatientRecord read() {
            return switch (NdjsonReader.read(line)) {
                case NdjsonReader.Outcome.Read read -> read.patient();
                case NdjsonReader.Outcome.Refused refused -> throw refused.error();
            };
        }

        @Override
        public void writePlace(JsonGenerator json) throws IOException {
            json.writeNumberField("line", line.number());
        }
    }

    private record FilePiece(Path file) implements Piece {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public PatientRecord read() throws IOException {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return BundleReader.read(in);
            }
        }

        @Override
        public void writePlace(JsonGenerator json) throws IOException {
            json.writeStringField("file", String.valueOf(file.getFileName()));
        }
    }

    /** Counts what went through, for the progress line. */
    private static final class Counted extends FilterInputStream {
        private final AtomicLong count = new AtomicLong();

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count.addAndGet(Math.max(0, read));
            return read;
        }
    }

    private final Iterator<Piece> pieces;
    private final DoubleSupplier share;

    private Patients(Iterator<Piece> pieces, DoubleSupplier share) {
        this.pieces = pieces;
        this.share = share;
    }

    /**
     * The lines of a stream.
     *
     * @param size of the stream in bytes; negative when it is not known
     */
    static Patients lines(InputStream in, long size) {
        Counted counted = new Counted(in);
        Iterator<NdjsonReader.Line> lines = new NdjsonReader(counted);
        return new Patients(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return lines.hasNext();
                    }

                    @Override
                    public Piece next() {
                        return new LinePiece(lines.next());
                    }
                },
                () -> size <= 0 ? -1 : (double) counted.count.get() / size);
    }

    /** The JSON files of a folder in the order of their names; empty when there are none. */
    static Patients files(Path folder) {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AtomicInteger begun = new AtomicInteger();
        return new Patients(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return begun.get() < files.size();
                    }

                    @Override
                    public Piece next() {
                        return new FilePiece(files.get(begun.getAndIncrement()));
                    }
                },
                () -> begun.doubleValue() / files.size());
    }

    Iterator<Piece> pieces() {
        return pieces;
    }

    boolean none() {
        return !pieces.hasNext();
    }

    /** How much of the input has been begun, from 0 to 1; negative when its size is not known. */
    double share() {
        return share.getAsDouble();
    }
}
