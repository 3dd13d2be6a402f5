package org.lumbar.server.patient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.plan.Status;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Tells physicians whose plans a change of the knowledge base changes, until someone has seen to it. */
@Controller
public final class NoticesController {

    private final Clinic clinic;
    private final Notices notices;

    NoticesController(Clinic clinic, Notices notices) {
        this.clinic = clinic;
        this.notices = notices;
    }

    /** A notice with the name of the patient. */
    public record Line(Notices.Notice notice, String name) {}

    @GetMapping("/knowledge/notices")
    View list(Page page) {
        List<Line> lines = notices.all().stream()
                .map(notice ->
                        new Line(notice, clinic.chart(notice.patient()).name().formal()))
                .toList();
        return Html.of("notices", page, Map.of("lines", lines));
    }

    @PostMapping("/patients/{id}/notices")
    View seen(Page page, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        Form.of(sent)
                .whole("edition")
                .filter(number -> notices.about(id).stream().anyMatch(notice -> notice.edition() == number))
                .ifPresent(number -> notices.seen(id, number.intValue(), page.username()));
        return new RedirectView("/patients/" + id);
    }

    /** The words for the items and statuses that notices name. */
    static Map<String, String> words(Clinic clinic, Page page) {
        Map<String, String> words = new HashMap<>();
        for (Item item : clinic.knowledge().items()) {
            words.put(item.id(), page.messages().capital(page.messages().say(item.name())));
        }
        for (Status status : Status.values()) {
            words.put(status.id(), page.messages().say(clinic.knowledge().text("status." + status.id())));
        }
        words.put("absent", page.say("change.absent"));
        return words;
    }
}
