package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.Database;
import org.lumbar.chart.News;
import org.lumbar.server.account.Role;
import org.lumbar.server.account.Vault;

/** With a mail server letters leave by themselves; without it nothing of them is lost. */
class LettersBySmtpTest {

    private static final String EMAIL = "reader@example.org";
    private static final int SOON = 20_000;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private RunningClinic clinic() {
        Settings settings = Settings.standard()
                .with(Settings.Key.MAIL_HOST, "127.0.0.1")
                .with(Settings.Key.MAIL_PORT, Integer.toString(server.getSmtp().getPort()))
                .with(Settings.Key.MAIL_TLS, "none")
                .with(Settings.Key.MAIL_FROM, "clinic@example.org");
        Database database = Database.file(folder.resolve("chart.sqlite"));
        return new RunningClinic(database, settings, new MovingClock(), Vault.ofThisProcess());
    }

    private static void ask(RunningClinic clinic) {
        Browser reader = clinic.browser();
        reader.get("/newsletter");
        reader.post("/newsletter", "email", EMAIL, "language", "ru", "consent", "yes");
    }

    @Test
    void bringTheQuestionWhetherSomebodyReallyAsked() throws Exception {
        try (RunningClinic clinic = clinic()) {
            ask(clinic);
            assertThat(server.waitForIncomingEmail(SOON, 1)).isTrue();
            MimeMessage letter = server.getReceivedMessages()[0];
            assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly(EMAIL);
            assertThat(letter.getFrom()).extracting(Object::toString).containsExactly("clinic@example.org");
            assertThat(letter.getContent().toString()).contains("Подтвердите", "/newsletter/");
            waitUntilNoneWaits(clinic.bean(News.class));
            assertThat(clinic.signedIn(Role.ADMINISTRATOR).get("/letters").text())
                    .contains("sends letters by itself");
        }
    }

    @Test
    void waitWhileTheMailServerIsAway() {
        try (RunningClinic clinic = clinic()) {
            server.stop();
            ask(clinic);
            News news = clinic.bean(News.class);
            assertThat(news.letters()).hasSize(1);
        }
        server.start();
        try (RunningClinic clinic = clinic()) {
            assertThat(server.waitForIncomingEmail(SOON, 1))
                    .as("a start sends what waits")
                    .isTrue();
            waitUntilNoneWaits(clinic.bean(News.class));
        }
    }

    private static void waitUntilNoneWaits(News news) {
        long end = System.nanoTime() + Duration.ofMillis(SOON).toNanos();
        while (!news.letters().isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(news.letters()).isEmpty();
    }
}
