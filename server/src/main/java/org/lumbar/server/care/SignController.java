package org.lumbar.server.care;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.lumbar.documents.PlanView;
import org.lumbar.server.account.Account;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Pdfs;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;
import org.lumbar.server.patient.EntryWords;
import org.lumbar.server.patient.Form;
import org.lumbar.server.patient.SignedSheet;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Signing a plan makes a version of it that never changes. Who signs proves again who they are. */
@Controller
public final class SignController {

    private final Clinic clinic;
    private final Signing signing;
    private final Accounts accounts;

    SignController(Clinic clinic, Signing signing, Accounts accounts) {
        this.clinic = clinic;
        this.signing = signing;
        this.accounts = accounts;
    }

    @GetMapping("/patients/{id}/sign")
    View show(Page page, @PathVariable String id) {
        PatientChart chart = clinic.chart(id);
        String language = Language.of(chart.language()).orElse(page.language()).code();
        Form form = Form.empty().filled("request", Drafts.newId()).filled("language", language);
        return show(HttpStatus.OK, page, chart, form.filled("expected", Long.toString(chart.sequence())));
    }

    private View show(HttpStatus status, Page page, PatientChart chart, Form form) {
        PlanPage sheet = PlanPage.of(clinic, chart, page.messages(), "", form);
        PlanView view = sheet.view();
        return Html.of(
                status,
                "sign",
                page,
                Map.of(
                        "banner", clinic.banner(chart, page.messages()),
                        "form", form,
                        "sheet", sheet,
                        "changes", changes(chart, sheet),
                        "open", clinic.questions(sheet.draft().plan()).size(),
                        "cards", cards(view, sheet.draft().items()),
                        "lost", cards(view, sheet.draft().lost())));
    }

    /** What changed since the version in force; nothing when there is none. */
    private List<PlanChanges> changes(PatientChart chart, PlanPage sheet) {
        return chart.signed().isEmpty()
                ? List.of()
                : List.of(PlanChanges.since(chart.signed().getLast(), sheet, clinic));
    }

    private static List<PlanView.Card> cards(PlanView view, List<String> items) {
        return items.stream().map(view::card).flatMap(Optional::stream).toList();
    }

    @PostMapping("/patients/{id}/sign")
    View sign(Page page, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        PatientChart chart = clinic.chart(id);
        Form form = Form.of(sent);
        if (page.switching()) {
            return show(HttpStatus.OK, page, chart, form);
        }
        Account account = accounts.find(page.username()).orElseThrow(Missing::new);
        TreatmentPlan plan = clinic.plan(chart, page.language());
        Form checked = form;
        if (plan.triage().level().emergency()) {
            checked = checked.with("", page, "sign.emergency");
        } else if (!PlanDraft.of(clinic, chart, plan).whole()) {
            checked = checked.with("", page, "sign.not-whole");
        }
        if (form.value("password").isEmpty()) {
            checked = checked.with("password", page, "sign.password.missing");
        } else if (!accounts.matches(account, form.value("password"))) {
            checked = checked.with("password", page, "sign.password.wrong");
        }
        if (!checked.right()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, chart, checked);
        }
        if (form.expected() != chart.sequence()) {
            return chart.signed().stream()
                    .filter(signed ->
                            signed.author().equals(page.username()) && signed.sequence() == form.expected() + 1)
                    .<View>map(signed -> new RedirectView("/patients/" + id + "/plans/" + signed.version()))
                    .findFirst()
                    .orElseGet(() -> stale(page, chart, form));
        }
        Language language = Language.of(form.value("language")).orElse(page.language());
        Outcome outcome = signing.sign(chart, language, account, form.value("request"));
        return outcome instanceof Outcome.Stale
                ? stale(page, clinic.chart(id), form)
                : new RedirectView(
                        "/patients/" + id + "/plans/" + (chart.signed().size() + 1));
    }

    private View stale(Page page, PatientChart chart, Form form) {
        String since = new EntryWords(clinic.knowledge(), page.messages())
                .since(clinic.store().read(PatientChart.stream(chart.id())).stream()
                        .filter(entry -> entry.sequence() > form.expected())
                        .toList());
        return show(
                HttpStatus.CONFLICT,
                page,
                chart,
                form.with(new Problem("", since)).filled("expected", Long.toString(chart.sequence())));
    }

    @GetMapping("/patients/{id}/plans/{version}")
    View signed(Page page, @PathVariable String id, @PathVariable int version) {
        PatientChart chart = clinic.chart(id);
        return Html.of(
                "signed",
                page,
                Map.of(
                        "banner", clinic.banner(chart, page.messages()),
                        "signed", SignedSheet.find(chart, version),
                        "sheet", SignedSheet.of(SignedSheet.find(chart, version)),
                        "newest", chart.signed().size()));
    }

    @GetMapping("/patients/{id}/plans/{version}/changes")
    View changes(
            Page page, @PathVariable String id, @PathVariable int version, @RequestParam(defaultValue = "0") int from) {
        PatientChart chart = clinic.chart(id);
        PatientChart.SignedPlan after = SignedSheet.find(chart, version);
        PatientChart.SignedPlan before = SignedSheet.find(chart, from == 0 ? version - 1 : from);
        PlanView view = clinic.view(chart, clinic.plan(chart, page.language()), page.messages());
        return Html.of(
                "changes",
                page,
                Map.of(
                        "banner", clinic.banner(chart, page.messages()),
                        "changes", PlanChanges.between(before, after, view, page.messages()),
                        "from", before.version(),
                        "version", version,
                        "newest", chart.signed().size()));
    }

    @GetMapping("/patients/{id}/plans/{version}/sheet.pdf")
    ResponseEntity<byte[]> sheet(@PathVariable String id, @PathVariable int version) {
        PatientChart.SignedPlan plan = SignedSheet.find(clinic.chart(id), version);
        byte[] pdf = clinic.store().document(plan.sheet()).orElseThrow(Missing::new);
        return Pdfs.answer("plan-" + SignedSheet.of(plan).date() + "-" + id + ".pdf", pdf);
    }
}
