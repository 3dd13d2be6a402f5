package org.lumbar.server.my;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.server.care.SignedOrders;
import org.lumbar.server.page.Messages;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.SignedSheet;

/**
 * A medicine of the signed plan.
 *
 * @param how dose as it was signed, in {@code language}: that of the reader where the order can be told in it for certain
 * @param watch what to mind
 * @param stop when to stop and ask
 */
public record Medicine(String name, String how, String language, List<String> watch, List<String> stop) {

    public Medicine {
        watch = List.copyOf(watch);
        stop = List.copyOf(stop);
    }

    /** The medicines of the newest signed plan, and nothing that nobody has signed. */
    static List<Medicine> of(PatientChart chart, Clinic clinic, Messages messages) {
        if (chart.signed().isEmpty()) {
            return List.of();
        }
        SignedSheet sheet = SignedSheet.of(chart.signed().getLast());
        Language language = messages.language();
        Map<String, String> told =
                SignedOrders.in(language, clinic, chart, chart.signed().getLast());
        Map<String, Item> items = clinic.knowledge().items().stream().collect(Collectors.toMap(Item::id, item -> item));
        return sheet.lines().stream()
                .filter(line ->
                        items.containsKey(line.id()) && items.get(line.id()).dose() != null)
                .map(line -> new Medicine(
                        messages.capital(messages.say(items.get(line.id()).name())),
                        told.getOrDefault(line.id(), line.how()),
                        told.containsKey(line.id()) ? language.code() : sheet.language(),
                        said(items.get(line.id()).advice(), messages),
                        said(items.get(line.id()).stop(), messages)))
                .toList();
    }

    private static List<String> said(List<LocalizedText> texts, Messages messages) {
        return texts.stream().map(messages::say).toList();
    }
}
