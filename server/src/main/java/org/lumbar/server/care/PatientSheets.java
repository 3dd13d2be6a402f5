package org.lumbar.server.care;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lumbar.chart.Json;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.text.Language;
import org.lumbar.documents.PatientSheet;

/** Patients' sheets as signed plans keep them. */
public final class PatientSheets {

    /** Where a signed plan names the document in usual letters, and the one in large ones. */
    static final String USUAL = "patientSheet";

    static final String LARGE = "patientSheetLarge";

    private PatientSheets() {}

    /** The sheet of a signed plan; empty for plans that were signed before there were such sheets. */
    public static Optional<PatientSheet> of(PatientChart chart, PatientChart.SignedPlan plan) {
        return Json.text(plan.content(), USUAL).isEmpty()
                ? Optional.empty()
                : Optional.of(of(chart.name().formal(), plan.content()));
    }

    /** SHA-256 of the sheet of a signed plan; empty for plans that were signed before there were such sheets. */
    public static String document(PatientChart.SignedPlan plan, boolean large) {
        return Json.text(plan.content(), large ? LARGE : USUAL);
    }

    static PatientSheet of(String patient, Map<String, Object> content) {
        List<PatientSheet.Treatment> treatments = Json.maps(content, "items").stream()
                .map(item -> new PatientSheet.Treatment(
                        Json.text(item, "name"),
                        Json.text(item, "about"),
                        Json.text(item, "how"),
                        Json.strings(item, "advice"),
                        Json.strings(item, "stop")))
                .toList();
        return new PatientSheet(
                Language.of(Json.text(content, "language")).orElse(Language.EN),
                LocalDate.parse(Json.text(content, "date")),
                patient,
                Json.text(content, "line"),
                treatments,
                Json.strings(content, "help"));
    }

    static byte[] pdf(PatientSheet sheet, KnowledgeBase knowledge, boolean large) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            sheet.write(knowledge, large, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return pdf.toByteArray();
    }
}
