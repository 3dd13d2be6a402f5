package org.lumbar.server.care;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.plan.Weighing;
import org.lumbar.core.text.Language;
import org.lumbar.documents.OrderLine;
import org.lumbar.server.page.Messages;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.SignedSheet;

/** How the items of a signed plan are ordered, told in another language than that of the signature. */
public final class SignedOrders {

    private final Clinic clinic;
    private final PatientChart chart;
    private final PatientChart signed;
    private final LocalDate date;
    private final Weighing weighing;

    private SignedOrders(Clinic clinic, PatientChart chart, PatientChart.SignedPlan plan, SignedSheet sheet) {
        this.clinic = clinic;
        this.chart = chart;
        this.signed = clinic.chart(chart.id(), plan.sequence());
        this.date = LocalDate.parse(sheet.date());
        this.weighing = clinic.weighing(chart, clinic.plan(chart, Language.EN));
    }

    /**
     * Orders by item. An item is left out unless its order, told in the language of the signature, still comes out word for
     * word as it was signed: nobody reads a dose that nobody signed.
     */
    public static Map<String, String> in(
            Language language, Clinic clinic, PatientChart chart, PatientChart.SignedPlan plan) {
        SignedSheet sheet = SignedSheet.of(plan);
        Language own = Language.of(sheet.language()).orElse(language);
        if (own == language) {
            return Map.of();
        }
        SignedOrders orders = new SignedOrders(clinic, chart, plan, sheet);
        Map<String, Item> items = new HashMap<>();
        clinic.knowledge().items().forEach(item -> items.put(item.id(), item));
        Map<String, String> told = new HashMap<>();
        for (SignedSheet.Line line : sheet.lines()) {
            Item item = items.get(line.id());
            if (item != null && orders.line(item, own).equals(line.how())) {
                told.put(line.id(), orders.line(item, language));
            }
        }
        return told;
    }

    private String line(Item item, Language language) {
        TreatmentPlan plan = clinic.plan(chart, language);
        String purpose =
                clinic.view(chart, plan, new Messages(language, clinic.zone())).purpose();
        return new OrderLine(clinic.knowledge(), language)
                .of(item, weighing.dose(item.id()).orElse(null), Orders.of(signed, item.id()), date, purpose);
    }
}
