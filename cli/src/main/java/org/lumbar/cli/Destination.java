package org.lumbar.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan goes: standard output, or a file that appears whole or not at all. A file is written beside its name and
 * moved there by {@link #finish()}; whatever ends the command earlier leaves nothing behind.
 */
final class Destination implements AutoCloseable {

    /** Nobody reads standard output any more, as after {@code | head}. That is the reader's right, not an error. */
    static final class ReaderGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReaderGone(IOException cause) {
            super(cause);
        }
    }

    /** How systems say that a pipe has no reader; the launcher sees to it that they say it in English. */
    private static final Set<String> BROKEN_PIPE = Set.of("Broken pipe", "The pipe is being closed");

    private final OutputStream out;
    private final @Nullable Path file;
    private final @Nullable Path unfinished;
    private final Thread onInterrupt = new Thread(this::discard, "discard-unfinished-output");

    private Destination(OutputStream out, @Nullable Path file, @Nullable Path unfinished) {
        this.out = out;
        this.file = file;
        this.unfinished = unfinished;
        if (unfinished != null) {
            Runtime.getRuntime().addShutdownHook(onInterrupt);
        }
    }

    static Destination standardOutput(OutputStream out) {
        return new Destination(out, null, null);
    }

    /**
     * A file; devices and pipes are written as they are.
     *
     * @throws UncheckedIOException when nothing can be written there
     */
    static Destination file(Path path) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
                return new Destination(new FileOutputStream(path.toFile()), null, null);
            }
            Path file = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            if (!Files.isDirectory(file.getParent())) {
                throw new NoSuchFileException(file.getParent().toString());
            }
            Path unfinished = file.resolveSibling(
                    "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            return new Destination(new FileOutputStream(unfinished.toFile()), file, unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            if (file == null && BROKEN_PIPE.contains(e.getMessage())) {
                throw new ReaderGone(e);
            }
            throw new UncheckedIOException(e);
        }
    }

    /** Everything is written: the file may appear. */
    void finish() {
        try {
            out.flush();
            if (unfinished != null && file != null) {
                ((FileOutputStream) out).getFD().sync();
                out.close();
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (unfinished != null) {
            discard();
            try {
                Runtime.getRuntime().removeShutdownHook(onInterrupt);
            } catch (IllegalStateException e) {
                return; // already shutting down, and the hook does the same
            }
        }
    }

    private void discard() {
        if (unfinished != null) {
            try {
                out.close();
                Files.deleteIfExists(unfinished);
            } catch (IOException e) {
                return; // nothing more can be done on the way out
            }
        }
    }
}
