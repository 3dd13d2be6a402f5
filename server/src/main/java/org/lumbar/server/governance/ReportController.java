package org.lumbar.server.governance;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.server.account.Limiter;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;
import org.lumbar.server.patient.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Anybody tells the editors that something in the knowledge base is wrong, signed in or not. */
@Controller
public final class ReportController {

    private static final int LONGEST_PAGE = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final String ROOM = "/knowledge";

    /** Reports without a name that one address may send within {@link #WINDOW}. */
    private static final int MOST = 10;

    private static final Duration WINDOW = Duration.ofHours(1);

    private final Reports reports;
    private final Clinic clinic;
    private final Limiter limiter;

    ReportController(Reports reports, Clinic clinic, Limiter limiter) {
        this.reports = reports;
        this.clinic = clinic;
        this.limiter = limiter;
    }

    @GetMapping("/knowledge/report")
    View form(
            Page page,
            @RequestParam(name = "page", defaultValue = "") String about,
            @RequestParam(name = "quote", defaultValue = "") String quote) {
        Form form = Form.empty()
                .filled("request", Drafts.newId())
                .filled("page", own(about))
                .filled("quote", quote.strip());
        return form(HttpStatus.OK, page, form);
    }

    private View form(HttpStatus status, Page page, Form form) {
        return Html.of(status, "report", page, Map.of("form", form, "about", about(clinic.knowledge(), form, page)));
    }

    /** Only pages of the knowledge base: an address from elsewhere is not kept, nor shown as a link. */
    static String own(String path) {
        boolean ours = path.equals(ROOM) || path.matches(ROOM + "/[A-Za-z0-9/_-]*");
        return ours && path.length() <= LONGEST_PAGE ? path : "";
    }

    /** The name of the page that the report is about; its address when it has no other. */
    private static String about(KnowledgeBase knowledge, Form form, Page page) {
        return name(knowledge, form.value("page"), page);
    }

    static String name(KnowledgeBase knowledge, String path, Page page) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        LocalizedText name = knowledge.items().stream()
                .filter(item -> item.id().equals(id))
                .map(item -> item.name())
                .findFirst()
                .or(() -> knowledge.topics().stream()
                        .filter(topic -> topic.id().equals(id))
                        .map(topic -> topic.name())
                        .findFirst())
                .orElse(null);
        return name == null ? path : page.messages().capital(page.messages().say(name));
    }

    @PostMapping("/knowledge/report")
    View send(Page page, HttpServletRequest request, @RequestParam MultiValueMap<String, String> sent) {
        Form typed = Form.of(sent);
        Form form = typed.filled("page", own(typed.value("page")));
        if (page.switching()) {
            return form(HttpStatus.OK, page, form);
        }
        Form checked = check(form, page);
        if (!checked.right()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, page, checked);
        }
        if (page.user() == null && !limiter.allows("report", request.getRemoteAddr(), MOST, WINDOW)) {
            return form(HttpStatus.TOO_MANY_REQUESTS, page, form.with("", page, "inaccuracy.often"));
        }
        String id = form.value("request").matches("[a-z0-9]{12}") ? form.value("request") : Drafts.newId();
        String author = page.user() == null ? Reports.NOBODY : page.username();
        boolean written = reports.report(
                id, author, form.value("page"), form.value("quote"), form.value("comment"), form.value("email"));
        return written
                ? new RedirectView("/knowledge/report/thanks")
                : form(HttpStatus.TOO_MANY_REQUESTS, page, form.with("", page, "inaccuracy.full"));
    }

    private static Form check(Form form, Page page) {
        Form checked = form;
        if (form.value("comment").isEmpty()) {
            checked = checked.with("comment", page, "inaccuracy.comment.missing");
        }
        String email = form.value("email");
        if (!email.isEmpty() && (!email.matches("[^@\\s]+@[^@\\s]+") || email.length() > LONGEST_EMAIL)) {
            checked = checked.with("email", page, "inaccuracy.email.wrong");
        }
        return checked;
    }

    @GetMapping("/knowledge/report/thanks")
    View thanks(Page page) {
        return Html.of("report-thanks", page, Map.of());
    }
}
