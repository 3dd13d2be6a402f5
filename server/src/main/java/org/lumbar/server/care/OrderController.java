package org.lumbar.server.care;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Outcome;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.plan.Prescription;
import org.lumbar.core.plan.Prescription.Field;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Writing down how much, how often and how long; what goes beyond the limits of the knowledge base is refused with why. */
@Controller
final class OrderController {

    private final Clinic clinic;
    private final PlanPages pages;

    OrderController(Clinic clinic, PlanPages pages) {
        this.clinic = clinic;
        this.pages = pages;
    }

    @GetMapping("/patients/{id}/plan/{item}/order")
    View form(Page page, @PathVariable String id, @PathVariable String item) {
        PlanPage shown = pages.of(page, clinic.chart(id), item, Form.empty());
        if (!shown.orderable(item)) {
            throw new Missing();
        }
        return page.fragment() ? pages.part(page, shown) : pages.show(HttpStatus.OK, page, shown);
    }

    @PostMapping("/patients/{id}/plan/{item}/order")
    View order(
            Page page,
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        PatientChart chart = clinic.chart(id);
        PlanPage shown = pages.of(page, chart, item, form);
        if (!shown.orderable(item)) {
            throw new Missing();
        }
        if (page.switching()) {
            return pages.show(HttpStatus.OK, page, shown);
        }
        OrderForm.Read read = OrderForm.read(form, page);
        Form checked = read.form();
        if (checked.right()) {
            checked = check(checked, shown.draft().limits(item), read.order().prescription(), page);
        }
        if (!checked.right()) {
            return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, page, pages.of(page, chart, item, checked));
        }
        Outcome outcome = clinic.write(
                id,
                form.expected(),
                form.value("request") + "-" + item,
                page.username(),
                List.of(Orders.written(item, read.order())));
        if (outcome instanceof Outcome.Stale stale) {
            return pages.stale(page, stale, clinic.chart(id));
        }
        return new RedirectView("/patients/" + id + "/plan#" + item);
    }

    private static Form check(Form form, Prescription.Limits limits, Prescription prescription, Page page) {
        Form checked = form;
        for (@Nullable Field field : limits.beyond(prescription)) {
            Range range = field == null ? null : limits.fields().get(field);
            String limit = OrderForm.limit(field, range, limits, page.messages());
            String name = page.say("order." + (field == null ? "day" : field.id()));
            checked = checked.with(new Problem(
                    field == null ? Field.AMOUNT.id() : field.id(),
                    page.say("order.beyond", Map.of("field", name, "limit", limit))));
        }
        return checked;
    }
}
