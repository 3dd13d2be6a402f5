package org.lumbar.cli;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Works on a stream of pieces on all cores and hands the results on in the order of the pieces. At most so many bytes and
 * pieces are on their way at once, so that memory does not grow with the input.
 */
final class InOrder<P, R> {

    private static final int PIECES_A_CORE = 16;
    /** A larger piece still passes, alone. */
    private static final int MOST_BYTES = 64 << 20;

    private final Function<P, R> work;
    private final ToIntFunction<P> size;

    private record Step<R>(Future<R> result, int permits) {}

    /**
     * Prepares the work.
     *
     * @param work is called by many threads at once
     * @param size about how many bytes a piece holds
     */
    InOrder(Function<P, R> work, ToIntFunction<P> size) {
        this.work = work;
        this.size = size;
    }

    /** Takes every piece to {@code sink}. An exception of the pieces, the work or the sink ends everything. */
    void run(Iterator<P> pieces, Consumer<R> sink) {
        int cores = Runtime.getRuntime().availableProcessors();
        BlockingQueue<Optional<Step<R>>> steps = new ArrayBlockingQueue<>(PIECES_A_CORE * cores);
        Semaphore room = new Semaphore(MOST_BYTES);
        try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
            FutureTask<Void> reading = new FutureTask<>(() -> submitAll(pieces, workers, steps, room), null);
            Thread reader = Thread.ofPlatform().name("pieces").daemon().start(reading);
            try {
                drain(steps, room, sink);
                reading.get();
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } finally {
                reader.interrupt();
                workers.shutdownNow();
            }
        }
    }

    private void drain(BlockingQueue<Optional<Step<R>>> steps, Semaphore room, Consumer<R> sink)
            throws InterruptedException, ExecutionException {
        for (Optional<Step<R>> step = steps.take(); step.isPresent(); step = steps.take()) {
            sink.accept(step.get().result().get());
            room.release(step.get().permits());
        }
    }

    private void submitAll(
            Iterator<P> pieces, ExecutorService workers, BlockingQueue<Optional<Step<R>>> steps, Semaphore room) {
        try {
            try {
                while (pieces.hasNext()) {
                    P piece = pieces.next();
                    int permits = Math.min(MOST_BYTES, size.applyAsInt(piece));
                    room.acquire(permits);
                    steps.put(Optional.of(new Step<>(workers.submit(() -> work.apply(piece)), permits)));
                }
            } finally {
                steps.put(Optional.empty());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof RuntimeException exception) {
            return exception;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }
}
