package org.lumbar.server.care;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.plan.Prescription;
import org.lumbar.core.plan.Prescription.Field;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.documents.Order;
import org.lumbar.documents.PlanView;
import org.lumbar.server.page.Messages;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Form;

/**
 * The form in which one item is ordered.
 *
 * @param medicine true when times of food and need can be said
 * @param line how it is ordered now
 */
public record OrderForm(String item, String name, List<Box> boxes, boolean medicine, String line) {

    /** When a medicine can be taken. */
    public static final List<String> MEALS = List.of("after", "with", "before");

    public OrderForm {
        boxes = List.copyOf(boxes);
    }

    /**
     * A field for one number.
     *
     * @param limit what is allowed, in words
     * @param value what is ordered now; empty when nothing is
     */
    public record Box(String field, String label, String limit, String value) {}

    static OrderForm of(Recommendation one, PlanDraft draft, PlanView view, Messages messages, String line) {
        String item = one.item().id();
        Prescription now =
                draft.find(item).map(chosen -> chosen.order().prescription()).orElse(Prescription.NONE);
        Prescription.Limits limits = draft.limits(item);
        List<Box> boxes = new ArrayList<>();
        for (Field field : Field.values()) {
            Range range = limits.fields().get(field);
            if (range != null) {
                Double value = now.values().get(field);
                boxes.add(new Box(
                        field.id(),
                        messages.say("order." + field.id()),
                        limit(field, range, limits, messages),
                        value == null ? "" : plain(value)));
            }
        }
        return new OrderForm(item, view.name(item), boxes, one.item().dose() != null, line);
    }

    static String limit(@Nullable Field field, @Nullable Range range, Prescription.Limits limits, Messages messages) {
        if (field == null) {
            Double most = limits.perDayMg();
            return most == null ? "" : messages.say("order.limit.day", "most", most);
        }
        if (range == null) {
            return "";
        }
        return field == Field.AMOUNT
                ? messages.say("order.limit.most", "most", range.most())
                : messages.say("order.limit.range", Map.of("least", range.least(), "most", range.most()));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** What was typed; the form gets a problem for every number that is none. */
    record Read(Order order, Form form) {}

    static Read read(Form sent, Page page) {
        Form form = sent;
        Map<Field, Double> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String text = form.value(field.id()).replace(',', '.').replaceAll("[\\s\u00a0\u202f]", "");
            if (text.isEmpty()) {
                continue;
            }
            boolean right = text.matches(field == Field.AMOUNT ? "[0-9]{1,6}([.][0-9]{1,3})?" : "[0-9]{1,4}");
            if (right) {
                values.put(field, Double.valueOf(text));
            } else {
                form = form.with(
                        new Problem(field.id(), page.say("order.no-number", "field", page.say("order." + field.id()))));
            }
        }
        String meal = MEALS.contains(form.value("meal")) ? form.value("meal") : "";
        Order order = new Order(new Prescription(values), form.is("needed", "yes"), meal, form.value("more"));
        return new Read(order, form);
    }
}
