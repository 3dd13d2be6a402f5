package org.lumbar.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Wording;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.documents.BriefJson;
import org.lumbar.documents.DoseText;
import org.lumbar.documents.PlanCalendar;
import org.lumbar.documents.PlanJson;
import org.lumbar.documents.PlanPdf;
import org.lumbar.documents.PlanText;
import org.lumbar.documents.TextOptions;
import org.lumbar.fhir.FhirPlanWriter;

/** Plans the treatment of a patient and writes the plan in one form. Safe to share between threads. */
final class PlanWriter {

    private static final int USUAL_LENGTH = 1 << 16;

    private final Planner planner;
    private final PlanRequest request;
    private final Format format;
    private final TextOptions layout;
    /** One for each thread, since words are put together with formatters that cannot be shared. */
    private final ThreadLocal<FhirPlanWriter> fhir;

    PlanWriter(Planner planner, PlanRequest request, Format format, TextOptions layout) {
        KnowledgeBase knowledge = planner.knowledge();
        this.planner = planner;
        this.request = request;
        this.format = format;
        this.layout = layout;
        this.fhir = ThreadLocal.withInitial(() -> new FhirPlanWriter(
                knowledge,
                new Wording(knowledge, request.language()),
                new DoseText(knowledge, request.language())::of));
    }

    /** The plan as a document of its own. */
    byte[] document(PatientRecord patient) {
        return written(patient, true);
    }

    /** The plan as one line among many. */
    byte[] line(PatientRecord patient) {
        return written(patient, false);
    }

    private byte[] written(PatientRecord patient, boolean pretty) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        try {
            write(patient, bytes, pretty);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private void write(PatientRecord patient, OutputStream out, boolean pretty) throws IOException {
        KnowledgeBase knowledge = planner.knowledge();
        switch (format) {
            case TEXT ->
                out.write(PlanText.of(planner.plan(patient, request), knowledge, layout)
                        .getBytes(StandardCharsets.UTF_8));
            case JSON -> PlanJson.write(planner.plan(patient, request), knowledge, out, pretty);
            case BRIEF -> BriefJson.write(planner.brief(patient, request), out);
            case FHIR -> fhir.get().write(planner.plan(patient, request), out, pretty);
            case PDF -> PlanPdf.write(planner.plan(patient, request), knowledge, out);
            case ICS ->
                out.write(PlanCalendar.of(planner.plan(patient, request), knowledge)
                        .getBytes(StandardCharsets.UTF_8));
        }
    }
}
