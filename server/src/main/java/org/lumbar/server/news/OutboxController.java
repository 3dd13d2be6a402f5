package org.lumbar.server.news;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lumbar.chart.News;
import org.lumbar.chart.News.Subscription;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The letters that wait to be sent, and writing the news. */
@Controller
public final class OutboxController {

    /** Fields of the news: a subject and a text in each language. */
    private static final List<String> FIELDS = List.of("subject-en", "text-en", "subject-ru", "text-ru");

    private final News news;
    private final Mail mail;
    private final Postman postman;

    OutboxController(News news, Mail mail, Postman postman) {
        this.news = news;
        this.mail = mail;
        this.postman = postman;
    }

    @GetMapping("/letters")
    View show(Page page) {
        return show(HttpStatus.OK, page, Form.empty());
    }

    private View show(HttpStatus status, Page page, Form form) {
        return Html.of(
                status,
                "outbox",
                page,
                Map.of(
                        "form", form,
                        "letters", news.letters(),
                        "sends", postman.works(),
                        "readers", news.confirmed().size()));
    }

    /** Writes the news to everybody who has confirmed, each in their language, or takes a letter out that was sent. */
    @PostMapping("/letters")
    View change(Page page, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        if (page.switching()) {
            return show(HttpStatus.OK, page, form);
        }
        if (!form.value("sent").isEmpty()) {
            news.remove(form.value("sent"));
            return new RedirectView("/letters");
        }
        Form checked = Stream.of(FIELDS.toArray(String[]::new))
                .filter(field -> form.value(field).isEmpty())
                .reduce(form, (one, field) -> one.with(field, page, "outbox.missing"), (one, other) -> other);
        if (!checked.right()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, checked);
        }
        for (Subscription reader : news.confirmed()) {
            mail.send(reader, form.value("subject-" + reader.language()), form.value("text-" + reader.language()));
        }
        return new RedirectView("/letters");
    }
}
