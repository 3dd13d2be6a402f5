package org.lumbar.server.news;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.lumbar.chart.News;
import org.lumbar.chart.News.Subscription;
import org.lumbar.core.text.Language;
import org.lumbar.server.account.Limiter;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
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

/** Asking for news, confirming that in the letter that follows, and ending it. A link alone does nothing: mail programs follow links. */
@Controller
public final class NewsController {

    private static final int LONGEST = 254;
    /** Tries of one address of the network within {@link #WINDOW}. */
    private static final int MOST = 10;

    private static final Duration WINDOW = Duration.ofHours(1);

    private final News news;
    private final Mail mail;
    private final Limiter limiter;

    NewsController(News news, Mail mail, Limiter limiter) {
        this.news = news;
        this.mail = mail;
        this.limiter = limiter;
    }

    @GetMapping("/newsletter")
    View show(Page page) {
        return show(HttpStatus.OK, page, Form.empty().filled("language", page.lang()));
    }

    private static View show(HttpStatus status, Page page, Form form) {
        return Html.of(status, "news", page, Map.of("form", form));
    }

    /** Answers the same whether or not the mailbox is known, so that nobody learns who reads the news. */
    @PostMapping("/newsletter")
    View ask(Page page, HttpServletRequest request, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        if (page.switching()) {
            return show(HttpStatus.OK, page, form);
        }
        Form checked = check(form, page);
        if (!checked.right()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, checked);
        }
        limiter.require("news", request.getRemoteAddr(), MOST, WINDOW);
        String email = form.value("email").toLowerCase(Locale.ROOT);
        Language language = Language.of(form.value("language")).orElse(page.language());
        news.ask(email, language.code()).ifPresent(mail::confirm);
        return new RedirectView("/newsletter/sent");
    }

    private static Form check(Form form, Page page) {
        Form checked = form;
        String email = form.value("email");
        if (!email.matches("[^@\\s]+@[^@\\s]+") || email.length() > LONGEST) {
            checked = checked.with("email", page, "news.email.wrong");
        }
        return form.is("consent", "yes") ? checked : checked.with("consent", page, "news.consent.missing");
    }

    @GetMapping("/newsletter/sent")
    View sent(Page page) {
        return Html.of("news-said", page, Map.of("said", "sent"));
    }

    @GetMapping("/newsletter/{token}")
    View subscription(Page page, @PathVariable String token) {
        return Html.of("news-subscription", page, Map.of("subscription", find(token)));
    }

    private Subscription find(String token) {
        return news.find(token).orElseThrow(Missing::new);
    }

    @PostMapping("/newsletter/{token}")
    View change(Page page, @PathVariable String token, @RequestParam(name = "do", defaultValue = "") String action) {
        Subscription subscription = find(token);
        switch (action) {
            case "confirm" -> news.confirm(token);
            case "leave" -> news.end(token);
            default -> {
                return Html.of("news-subscription", page, Map.of("subscription", subscription));
            }
        }
        return Html.of("news-said", page, Map.of("said", action));
    }
}
