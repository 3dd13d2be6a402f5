package org.lumbar.server.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Kind;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.text.Language;
import org.lumbar.documents.PatientSheet;
import org.lumbar.documents.PlanView;
import org.lumbar.server.account.Account;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.page.Messages;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Form;
import org.springframework.stereotype.Component;

/** Makes a signed version of a plan: its sheets are kept as they are, and an entry names them by their hashes. */
@Component
public final class Signing {

    private final Clinic clinic;
    private final Accounts accounts;
    private final Sheets sheets;

    public Signing(Clinic clinic, Accounts accounts) {
        this.clinic = clinic;
        this.accounts = accounts;
        this.sheets = new Sheets(clinic);
    }

    /**
     * Signs what is in the draft of the chart.
     *
     * @param language of the sheets
     * @param request names this very signature, so that sending it twice signs once
     * @throws IllegalStateException when it must not be signed: an emergency, or a draft that is not whole
     */
    public Outcome sign(PatientChart chart, Language language, Account signer, String request) {
        Messages messages = new Messages(language, clinic.zone(), accounts::name);
        PlanPage page = PlanPage.of(clinic, chart, messages, "", Form.empty());
        if (page.stopped() || !page.draft().whole()) {
            throw new IllegalStateException("This plan must not be signed");
        }
        int version = chart.signed().size() + 1;
        String line = messages.say(
                "sheet.signed",
                Map.of("who", signer.name(), "date", messages.date(clinic.today()), "version", version));
        String sheet = clinic.store().keep(sheets.signed(page, line), "application/pdf");
        Map<String, Object> content = new TreeMap<>(Map.ofEntries(
                Map.entry("version", version),
                Map.entry("seen", chart.sequence()),
                Map.entry("date", clinic.today().toString()),
                Map.entry("standard", page.draft().plan().request().standard().id()),
                Map.entry("country", page.draft().plan().country()),
                Map.entry("language", language.code()),
                Map.entry("signer", signer.name()),
                Map.entry("line", line),
                Map.entry("diagnosis", page.view().diagnosis()),
                Map.entry("items", items(page, Said.inDraft(clinic, chart))),
                Map.entry("decided", decided(page)),
                Map.entry("help", page.view().safetyNet()),
                Map.entry("facts", PlanFacts.of(page.draft().plan(), clinic.knowledge())),
                Map.entry("statuses", PlanFacts.statuses(page.draft().plan())),
                Map.entry("sheet", sheet),
                Map.entry("knowledge", clinic.knowledge().version()),
                Map.entry("knowledgeSha256", clinic.knowledge().sha256())));
        PatientSheet forPatient = PatientSheets.of(chart.name().formal(), content);
        content.put(PatientSheets.USUAL, keep(forPatient, false));
        content.put(PatientSheets.LARGE, keep(forPatient, true));
        return clinic.write(
                chart.id(),
                chart.sequence(),
                request,
                signer.username(),
                List.of(Entry.Draft.of(Kind.SIGNED, content)));
    }

    private String keep(PatientSheet sheet, boolean large) {
        return clinic.store().keep(PatientSheets.pdf(sheet, clinic.knowledge(), large), "application/pdf");
    }

    private static List<Object> items(PlanPage page, Map<String, Said> said) {
        List<Object> items = new ArrayList<>();
        for (String id : page.draft().items()) {
            PlanView.Explanation why = page.view().explain(id).orElseThrow();
            items.add(Map.of(
                    "id", id,
                    "name", why.card().name(),
                    "how", page.how(id),
                    "said", said.getOrDefault(id, new Said(Map.of())).lines(),
                    "about", why.about(),
                    "advice", why.advice(),
                    "stop", why.stops()));
        }
        return items;
    }

    private static List<Object> decided(PlanPage page) {
        List<Object> decided = new ArrayList<>();
        for (PlanPage.Decided one : page.decided()) {
            decided.add(Map.of(
                    "item", one.item(),
                    "name", one.name(),
                    "rule", one.rule(),
                    "why", one.why(),
                    "author", one.author(),
                    "at", one.at()));
        }
        return decided;
    }
}
