package org.lumbar.server.care;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.documents.Letter;
import org.lumbar.documents.Letters;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Pdfs;
import org.lumbar.server.patient.Banner;
import org.lumbar.server.patient.Clinic;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** Letters to colleagues, filled in from the record: to read, print and sign by hand. */
@Controller
final class LettersController {

    private final Clinic clinic;

    LettersController(Clinic clinic) {
        this.clinic = clinic;
    }

    @GetMapping("/patients/{id}/letters/{kind}")
    View show(Page page, @PathVariable String id, @PathVariable String kind) {
        PatientChart chart = clinic.chart(id);
        return Html.of(
                "letter",
                page,
                Map.of(
                        "banner", clinic.banner(chart, page.messages()),
                        "letter", letter(page, chart, kind)));
    }

    @GetMapping("/patients/{id}/letters/{kind}/letter.pdf")
    ResponseEntity<byte[]> pdf(Page page, @PathVariable String id, @PathVariable String kind) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        letter(page, clinic.chart(id), kind).write(pdf);
        return Pdfs.answer(kind + "-" + clinic.today() + "-" + id + ".pdf", pdf.toByteArray());
    }

    private Letter letter(Page page, PatientChart chart, String kind) {
        Banner banner = clinic.banner(chart, page.messages());
        TreatmentPlan plan = clinic.plan(chart, page.language());
        Letters letters = new Letters(
                plan,
                clinic.knowledge(),
                banner.name() + ", " + banner.person(),
                clinic.entryNames(chart, page.messages()));
        for (Letter.Kind each : Letter.Kind.values()) {
            if (each.id().equals(kind)) {
                return letters.of(each);
            }
        }
        throw new Missing();
    }
}
