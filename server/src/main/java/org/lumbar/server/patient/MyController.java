package org.lumbar.server.patient;

import java.util.List;
import java.util.Map;
import org.lumbar.chart.PatientChart;
import org.lumbar.server.account.User;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Pdfs;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** What patients see: their own signed plans, nothing that no clinician has signed, and nothing of anybody else. */
@Controller
public final class MyController {

    private final Clinic clinic;

    MyController(Clinic clinic) {
        this.clinic = clinic;
    }

    private PatientChart own(Page page) {
        User user = page.user();
        if (user == null || user.account().patient().isEmpty()) {
            throw new Missing();
        }
        return clinic.chart(user.account().patient());
    }

    @GetMapping("/my")
    View plans(Page page) {
        PatientChart chart = own(page);
        List<PatientChart.SignedPlan> signed = chart.signed().reversed();
        return Html.of(
                "my",
                page,
                Map.of(
                        "name", chart.name().formal(),
                        "signed", signed,
                        "sheets", signed.stream().map(SignedSheet::of).toList()));
    }

    @GetMapping("/my/plans/{version}/sheet.pdf")
    ResponseEntity<byte[]> sheet(Page page, @PathVariable int version) {
        PatientChart.SignedPlan plan = SignedSheet.find(own(page), version);
        byte[] pdf = clinic.store().document(plan.sheet()).orElseThrow(Missing::new);
        return Pdfs.answer("plan-" + SignedSheet.of(plan).date() + ".pdf", pdf);
    }
}
