package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Nobody gets news who has not asked twice, and whoever leaves is forgotten. */
class NewsTest {

    private static final String EMAIL = "reader@example.org";

    private final MovingClock clock = new MovingClock();
    private RunningClinic clinic;
    private News news;
    private Browser reader;

    @BeforeEach
    void begin(@TempDir Path folder) {
        Database database = Database.file(folder.resolve("chart.sqlite"));
        clinic = new RunningClinic(database, Settings.standard(), clock, Vault.ofThisProcess());
        news = clinic.bean(News.class);
        reader = clinic.browser();
    }

    @AfterEach
    void end() {
        clinic.close();
    }

    private Browser.Answer ask(String email, String consent) {
        reader.get("/newsletter");
        return reader.post("/newsletter", "email", email, "language", "ru", "consent", consent);
    }

    /** The address that the only letter leads to. */
    private String link() {
        assertThat(news.letters()).hasSize(1);
        return news.letters().getFirst().body().replaceAll("(?s).*(/newsletter/[A-Za-z0-9_-]{27}).*", "$1");
    }

    @Test
    void asksForConsentAndAnAddress() {
        assertThat(reader.get("/newsletter").text()).doesNotContain("name=\"consent\" value=\"yes\" checked");
        assertThat(ask("no address", "").status()).isEqualTo(422);
        assertThat(ask(EMAIL, "").text()).contains("href=\"#consent\"", EMAIL);
        assertThat(news.letters()).isEmpty();
    }

    @Test
    void beginsOnlyWithTheButtonBehindTheLinkOfTheLetter() {
        assertThat(ask(EMAIL, "yes").path()).isEqualTo("/newsletter/sent");
        assertThat(news.letters().getFirst().body()).contains("Подтвердите");
        String link = link();
        assertThat(reader.get(link).text()).contains("Confirm if that was you").doesNotContain(EMAIL);
        assertThat(news.confirmed()).as("a link alone does nothing").isEmpty();
        assertThat(reader.post(link, "do", "confirm").text()).contains("You will get the news");
        assertThat(news.confirmed())
                .singleElement()
                .satisfies(one -> assertThat(one.email()).isEqualTo(EMAIL));
        assertThat(ask(EMAIL, "yes").path()).as("tells nobody who reads").isEqualTo("/newsletter/sent");
        assertThat(news.letters()).hasSize(1);
    }

    @Test
    void reachesReadersInTheirLanguageAndLetsThemLeave() {
        ask(EMAIL, "yes");
        String link = link();
        reader.get(link);
        reader.post(link, "do", "confirm");
        Browser administrator = clinic.signedIn(Role.ADMINISTRATOR);
        String page = administrator.get("/letters").text();
        assertThat(page).contains(EMAIL, "1 person gets the news");
        administrator.post("/letters", "sent", news.letters().getFirst().id());
        administrator.get("/letters");
        assertThat(administrator.post("/letters", "subject-en", "Open day").status())
                .isEqualTo(422);
        administrator.get("/letters");
        administrator.post(
                "/letters",
                "subject-en",
                "Open day",
                "text-en",
                "Come",
                "subject-ru",
                "Открытые двери",
                "text-ru",
                "Приходите");
        assertThat(news.letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).isEqualTo("Открытые двери"));
        assertThat(link()).isEqualTo(link);
        reader.get(link);
        assertThat(reader.post(link, "do", "leave").text()).contains("Your address is forgotten");
        assertThat(news.letters()).isEmpty();
        assertThat(news.confirmed()).isEmpty();
        assertThat(reader.get(link).status()).isEqualTo(404);
    }

    @Test
    void forgetsWhoDoesNotConfirm() {
        ask(EMAIL, "yes");
        String link = link();
        clock.pass(Duration.ofDays(2));
        assertThat(reader.get(link).status()).isEqualTo(404);
        assertThat(news.letters()).isEmpty();
    }
}
