package org.lumbar.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.ProgrammeHistory;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.documents.HistoryJson;
import org.lumbar.fhir.SessionResult;
import org.lumbar.fhir.SessionResults;

/** Reads what was done so far from any mix of a history and results that the page of a session saved. */
final class Histories {

    private static final JsonFactory JSON = new JsonFactory();

    private final Shell shell;
    private final String patient;
    private final List<SessionResult> results = new ArrayList<>();
    private @Nullable ProgrammeHistory written;

    /** @param patient whose sessions they must be */
    Histories(Shell shell, String patient) {
        this.shell = shell;
        this.patient = patient;
    }

    ProgrammeHistory read(List<Path> files) throws IOException {
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            if (isResource(content)) {
                result(file, content);
            } else {
                history(file, content);
            }
        }
        return SessionResults.history(results, written)
                .orElseThrow(() -> shell.wrongInput("error.no-load", files.getFirst()));
    }

    private void result(Path file, byte[] content) {
        SessionResult result;
        try {
            result = SessionResults.read(content);
        } catch (UnusableRecord e) {
            throw shell.unusable(file, e);
        }
        if (!result.patient().equals(patient)) {
            throw shell.wrongInput("error.other-patient", file, result.patient(), patient);
        }
        results.add(result);
    }

    private void history(Path file, byte[] content) throws IOException {
        if (written != null) {
            throw shell.wrongInput("error.two-histories", file);
        }
        try {
            written = HistoryJson.read(new ByteArrayInputStream(content));
        } catch (HistoryJson.UnusableHistory e) {
            throw shell.wrongInput("error.record", file, e.in(shell.messages().language()));
        }
    }

    /** True for an object of FHIR. What is no JSON is left to the reader of histories, which tells what is wrong with it. */
    private static boolean isResource(byte[] content) throws IOException {
        try (JsonParser json = JSON.createParser(content)) {
            json.nextToken();
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                if (field.equals("resourceType")) {
                    return true;
                }
                json.nextToken();
                json.skipChildren();
            }
        } catch (JsonProcessingException e) {
            return false;
        }
        return false;
    }
}
