package org.lumbar.server.my;

import java.util.Map;
import org.lumbar.chart.PatientChart;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.Role;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Clinic;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * Lets a patient in: a card with a user name and a password for the first time, made at the desk and shown once. The user name is
 * the id of the chart, which tells nothing; the patient sets a password of their own before anything is shown.
 */
@Controller
public final class PatientAccessController {

    private final Clinic clinic;
    private final Accounts accounts;

    PatientAccessController(Clinic clinic, Accounts accounts) {
        this.clinic = clinic;
        this.accounts = accounts;
    }

    @GetMapping("/patients/{id}/access")
    View show(Page page, @PathVariable String id) {
        return show(page, clinic.chart(id), "");
    }

    private View show(Page page, PatientChart chart, String password) {
        return Html.of(
                "patient-access",
                page,
                Map.of(
                        "banner", clinic.banner(chart, page.messages()),
                        "exists", accounts.find(chart.id()).isPresent(),
                        "password", password));
    }

    /** Makes the account, or a new first password for it; the one before is then over. */
    @PostMapping("/patients/{id}/access")
    View make(Page page, @PathVariable String id, @RequestParam(name = "do", defaultValue = "") String action) {
        PatientChart chart = clinic.chart(id);
        if (page.switching() || !action.equals("make")) {
            return show(page, chart, "");
        }
        String password = accounts.generatedPassword();
        if (!accounts.create(id, chart.name().formal(), Role.PATIENT, id, password, true, page.username())) {
            accounts.givePassword(id, password, page.username());
            accounts.unlock(id, page.username());
        }
        return show(page, chart, password);
    }
}
