package org.lumbar.server.patient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Kind;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.lumbar.documents.PlanPdf;
import org.lumbar.documents.PlanView;
import org.lumbar.documents.Signature;
import org.lumbar.server.account.Account;
import org.lumbar.server.page.Messages;
import org.springframework.stereotype.Component;

/** Makes a signed version of a plan: its sheet is kept as it is, and an entry names it by its hash. */
@Component
public final class Signing {

    private final Clinic clinic;

    public Signing(Clinic clinic) {
        this.clinic = clinic;
    }

    /**
     * Signs what is selected in the chart.
     *
     * @param language of the sheet
     * @param request names this very signature, so that sending it twice signs once
     * @throws IllegalStateException when it must not be signed: an emergency, or a selection that is not whole
     */
    public Outcome sign(PatientChart chart, Language language, Account signer, String request) {
        TreatmentPlan plan = clinic.plan(chart, language);
        Selection selection = Selection.of(chart, plan);
        if (plan.triage().level().emergency() || !selection.whole()) {
            throw new IllegalStateException("This plan must not be signed");
        }
        int version = chart.signed().size() + 1;
        PlanView view = clinic.view(chart, plan, new Messages(language, clinic.zone()));
        List<Object> items = new ArrayList<>();
        for (String id : selection.items()) {
            view.card(id).ifPresent(card -> items.add(Map.of("id", id, "name", card.name(), "how", card.how())));
        }
        String sheet = clinic.store().keep(sheet(chart, plan, signer, version, selection), "application/pdf");
        Map<String, Object> content = Map.ofEntries(
                Map.entry("version", version),
                Map.entry("seen", chart.sequence()),
                Map.entry("date", clinic.today().toString()),
                Map.entry("standard", plan.request().standard().id()),
                Map.entry("country", plan.country()),
                Map.entry("language", language.code()),
                Map.entry("signer", signer.name()),
                Map.entry("diagnosis", view.diagnosis()),
                Map.entry("items", items),
                Map.entry("sheet", sheet),
                Map.entry("knowledge", clinic.knowledge().version()),
                Map.entry("knowledgeSha256", clinic.knowledge().sha256()));
        return clinic.write(
                chart.id(),
                chart.sequence(),
                request,
                signer.username(),
                List.of(Entry.Draft.of(Kind.SIGNED, content)));
    }

    private byte[] sheet(PatientChart chart, TreatmentPlan plan, Account signer, int version, Selection selection) {
        Messages messages = new Messages(plan.request().language(), clinic.zone());
        String line = messages.say(
                "sheet.signed",
                Map.of(
                        "who", signer.name(),
                        "date", messages.date(clinic.today()),
                        "version", version));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            PlanPdf.write(
                    plan,
                    clinic.knowledge(),
                    new Signature(chart.name().formal(), line, new HashSet<>(selection.items())),
                    pdf);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return pdf.toByteArray();
    }
}
