package org.lumbar.server.care;

import java.util.Map;
import org.lumbar.chart.PatientChart;
import org.lumbar.documents.PatientSheet;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Pdfs;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.SignedSheet;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The sheet of a signed plan that the patient takes home, as it was when the plan was signed. */
@Controller
final class PatientSheetController {

    private final Clinic clinic;

    PatientSheetController(Clinic clinic) {
        this.clinic = clinic;
    }

    @GetMapping("/patients/{id}/plans/{version}/patient")
    View show(Page page, @PathVariable String id, @PathVariable int version) {
        PatientChart chart = clinic.chart(id);
        PatientSheet sheet =
                PatientSheets.of(chart, SignedSheet.find(chart, version)).orElseThrow(Missing::new);
        return Html.of(
                "patient-sheet",
                page,
                Map.of(
                        "banner", clinic.banner(chart, page.messages()),
                        "sheet", sheet,
                        "version", version));
    }

    @GetMapping("/patients/{id}/plans/{version}/patient.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id, @PathVariable int version, @RequestParam(defaultValue = "") String size) {
        PatientChart.SignedPlan plan = SignedSheet.find(clinic.chart(id), version);
        byte[] pdf = clinic.store()
                .document(PatientSheets.document(plan, size.equals("large")))
                .orElseThrow(Missing::new);
        return Pdfs.answer("for-patient-" + SignedSheet.of(plan).date() + "-" + id + ".pdf", pdf);
    }
}
