package org.lumbar.server.news;

import java.time.Clock;
import java.util.Map;
import org.lumbar.chart.News;
import org.lumbar.chart.News.Subscription;
import org.lumbar.core.text.Language;
import org.lumbar.server.page.Messages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Writes letters and has them sent; until then they wait. Each ends with the address under which its reader can leave. */
@Component
final class Mail {

    private final News news;
    private final Postman postman;
    private final Clock clock;

    Mail(News news, Postman postman, Clock clock) {
        this.news = news;
        this.postman = postman;
        this.clock = clock;
    }

    /** Asks whether the reader of a mailbox really wants the news. */
    void confirm(Subscription to) {
        Messages messages = messages(to);
        news.write(
                to.email(),
                messages.say("news.letter.confirm.subject"),
                messages.say("news.letter.confirm", "address", address(to)));
        postman.call();
    }

    /** The news themselves. */
    void send(Subscription to, String subject, String text) {
        news.write(to.email(), subject, messages(to).say("news.letter", Map.of("text", text, "address", address(to))));
        postman.call();
    }

    private Messages messages(Subscription to) {
        return new Messages(Language.of(to.language()).orElse(Language.EN), clock.getZone());
    }

    private static String address(Subscription to) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/newsletter/" + to.token())
                .toUriString();
    }
}
