package org.lumbar.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.lumbar.cli.Patients.Piece;
import org.lumbar.core.record.UnusableRecord;

/** Plans many patients: one line a patient, in the order of the input; a line of error where a patient cannot be planned. */
final class Population {

    private static final JsonFactory JSON = new JsonFactory();

    private final Shell shell;
    private final Troubles troubles;
    private final PlanWriter plans;

    private long done;
    private long failed;
    private int exit = Exit.DONE;

    private record Outcome(byte[] line, int exit) {}

    Population(Shell shell, Troubles troubles, PlanWriter plans) {
        this.shell = shell;
        this.troubles = troubles;
        this.plans = plans;
    }

    /** Writes every plan and returns the exit status: the worst that happened to a patient. */
    int write(Patients patients, Destination destination) {
        try (Progress progress = new Progress(shell)) {
            new InOrder<>(this::plan, Piece::size).run(patients.pieces(), outcome -> {
                destination.write(outcome.line());
                done++;
                if (outcome.exit() != Exit.DONE) {
                    failed++;
                    exit = Math.max(exit, outcome.exit());
                }
                progress.at(done, patients.share());
            });
        }
        destination.finish();
        if (failed > 0) {
            shell.terminal().tell(shell.messages().text("error.some-failed", failed, done));
        }
        return exit;
    }

    private Outcome plan(Piece piece) {
        try {
            return new Outcome(plans.line(piece.read()), Exit.DONE);
        } catch (UnusableRecord | IOException | UncheckedIOException e) {
            return new Outcome(error(piece, troubles.describe(e)), Exit.INPUT);
        } catch (RuntimeException | StackOverflowError e) {
            return new Outcome(error(piece, troubles.describe(e)), Exit.INTERNAL);
        }
    }

    private static byte[] error(Piece piece, String what) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("error", what);
            piece.writePlace(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }
}
