package org.lumbar.server.care;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Kind;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.plan.Prescription;
import org.lumbar.core.plan.Prescription.Field;
import org.lumbar.documents.Order;

/** Orders of items as the chart keeps them. */
final class Orders {

    private Orders() {}

    /** How an item is ordered; {@link Order#NONE} when nothing was written down. */
    static Order of(PatientChart chart, String item) {
        Map<String, Object> content = chart.orders().get(item);
        if (content == null) {
            return Order.NONE;
        }
        Map<Field, Double> values = new EnumMap<>(Field.class);
        Map<String, Object> written = Json.map(content, "values");
        if (written != null) {
            for (Field field : Field.values()) {
                if (written.get(field.id()) instanceof BigDecimal number) {
                    values.put(field, number.doubleValue());
                }
            }
        }
        return new Order(
                new Prescription(values),
                Boolean.TRUE.equals(content.get("needed")),
                Json.text(content, "meal"),
                Json.text(content, "more"));
    }

    /** An order to write down. */
    static Entry.Draft written(String item, Order order) {
        Map<String, Object> values = new HashMap<>();
        order.prescription().values().forEach((field, value) -> values.put(field.id(), BigDecimal.valueOf(value)));
        return Entry.Draft.of(
                Kind.DOSED,
                Map.of(
                        "item", item,
                        "values", values,
                        "needed", order.asNeeded(),
                        "meal", order.meal(),
                        "more", order.more()));
    }
}
