package org.lumbar.server.news;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.News;
import org.lumbar.server.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Sends the letters that wait, when the settings name a mail server. A letter is taken out only after the server took it, so
 * what cannot be sent goes on waiting; after a crash in between a reader may get one twice.
 */
@Component
final class Postman implements DisposableBean {

    /** Between two tries at what could not be sent. */
    private static final Duration PAUSE = Duration.ofMinutes(10);
    /** How long the mail server may take for each step. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** After so many failures in a row the mail server is left alone for a while. */
    private static final int FAILURES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final News news;
    private final Settings.@Nullable MailServer server;
    private final ScheduledExecutorService round = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("letters").factory());

    Postman(News news, Settings settings) {
        this.news = news;
        this.server = settings.mailServer().orElse(null);
        if (server != null) {
            ScheduledFuture<?> unused =
                    round.scheduleWithFixedDelay(this::deliver, 0, PAUSE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Whether letters are sent without anybody's help. */
    boolean works() {
        return server != null;
    }

    /** Sends what waits, soon and in the background. */
    void call() {
        if (works()) {
            round.execute(this::deliver);
        }
    }

    private void deliver() {
        try {
            int failures = 0;
            for (News.Letter letter : news.letters()) {
                failures = sent(letter) ? 0 : failures + 1;
                if (failures == FAILURES) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Letters could not be sent and wait: {}", e.getClass().getSimpleName());
        }
    }

    /** Names nobody in the log: neither addresses nor what the mail server says about them. */
    private boolean sent(News.Letter letter) {
        try {
            sender().send(message(letter));
            news.remove(letter.id());
            return true;
        } catch (MailException e) {
            LOG.warn("A letter could not be sent and waits: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private SimpleMailMessage message(News.Letter letter) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(named().from());
        message.setTo(letter.email());
        message.setSubject(letter.subject());
        message.setText(letter.body());
        return message;
    }

    private Settings.MailServer named() {
        if (server == null) {
            throw new IllegalStateException("No mail server is set");
        }
        return server;
    }

    private JavaMailSenderImpl sender() {
        Settings.MailServer named = named();
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(named.host());
        sender.setPort(named.port());
        sender.setDefaultEncoding("UTF-8");
        if (!named.user().isEmpty()) {
            sender.setUsername(named.user());
            sender.setPassword(named.password());
        }
        Properties properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.auth", String.valueOf(!named.user().isEmpty()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(named.tls().equals("starttls")));
        properties.put("mail.smtp.starttls.required", String.valueOf(named.tls().equals("starttls")));
        properties.put("mail.smtp.ssl.enable", String.valueOf(named.tls().equals("ssl")));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        for (String step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + step, String.valueOf(PATIENCE.toMillis()));
        }
        return sender;
    }

    @Override
    public void destroy() {
        round.shutdownNow();
    }
}
