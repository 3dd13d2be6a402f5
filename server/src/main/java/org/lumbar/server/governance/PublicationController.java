package org.lumbar.server.governance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.chart.Outcome;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Dates;
import org.lumbar.server.patient.Drafts;
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

/** New publications: everybody reads the list, editors enter them and say what came of them. */
@Controller
public final class PublicationController {

    private static final int LONGEST = 500;

    private final Publications publications;
    private final Clinic clinic;

    PublicationController(Publications publications, Clinic clinic) {
        this.publications = publications;
        this.clinic = clinic;
    }

    /** A publication in the list, with the names of what it concerns by id. */
    public record Line(Publications.Publication publication, String date, Map<String, String> items) {}

    @GetMapping("/knowledge/publications")
    View list(Page page) {
        return list(HttpStatus.OK, page, Form.empty().filled("request", Drafts.newId()));
    }

    private View list(HttpStatus status, Page page, Form form) {
        List<Line> lines =
                publications.all().stream().map(one -> line(one, page)).toList();
        return Html.of(status, "publications", page, Map.of("lines", lines, "form", form));
    }

    private Line line(Publications.Publication one, Page page) {
        Map<String, String> items = new LinkedHashMap<>();
        one.items().forEach(id -> items.put(id, ReportController.name(clinic.knowledge(), id, page)));
        String date = Dates.read(one.date()).map(page.messages()::shortDate).orElse(one.date());
        return new Line(one, date, items);
    }

    @PostMapping("/knowledge/publications")
    View enter(Page page, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        if (page.switching()) {
            return list(HttpStatus.OK, page, form);
        }
        List<String> items = items(form);
        Form checked = check(form, items, page);
        if (!checked.right()) {
            return list(HttpStatus.UNPROCESSABLE_CONTENT, page, checked);
        }
        String id = form.value("request").matches("[a-z0-9]{12}") ? form.value("request") : Drafts.newId();
        String date = Dates.read(form.value("date")).map(LocalDate::toString).orElse("");
        publications.enter(id, page.username(), form.value("title"), form.value("link"), date, items);
        return new RedirectView("/knowledge/publications");
    }

    private static List<String> items(Form form) {
        List<String> items = new ArrayList<>(List.of(form.value("items").split("[\\s,;]+", -1)));
        items.removeIf(String::isEmpty);
        return items;
    }

    private Form check(Form form, List<String> items, Page page) {
        Form checked = form;
        if (form.value("title").isEmpty() || form.value("title").length() > LONGEST) {
            checked = checked.with("title", page, "publication.title.missing");
        }
        if (!form.value("link").matches("https?://[^\\s\"<>]+")
                || form.value("link").length() > LONGEST) {
            checked = checked.with("link", page, "publication.link.wrong");
        }
        if (Dates.read(form.value("date"))
                .filter(day -> !day.isAfter(clinic.today()))
                .isEmpty()) {
            checked = checked.with("date", page, "publication.date.wrong");
        }
        List<String> unknown = items.stream().filter(id -> !known(id)).toList();
        return unknown.isEmpty()
                ? checked
                : checked.with(
                        new Problem("items", page.say("publication.items.unknown", "ids", String.join(", ", unknown))));
    }

    private boolean known(String id) {
        KnowledgeBase knowledge = clinic.knowledge();
        return knowledge.items().stream().anyMatch(item -> item.id().equals(id))
                || knowledge.topics().stream().anyMatch(topic -> topic.id().equals(id));
    }

    @PostMapping("/knowledge/publications/{publication}")
    View judge(Page page, @PathVariable String publication, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Publications.Publication found = publications.all().stream()
                .filter(one -> one.id().equals(publication))
                .findFirst()
                .orElseThrow(Missing::new);
        Publications.Status status =
                Publications.Status.of(form.value("status")).orElse(found.status());
        Outcome outcome = publications.judge(publication, form.expected(), page.username(), status);
        return outcome instanceof Outcome.Stale
                ? list(
                        HttpStatus.CONFLICT,
                        page,
                        Form.empty().filled("request", Drafts.newId()).with("", page, "inaccuracy.stale"))
                : new RedirectView("/knowledge/publications");
    }
}
