package org.lumbar.server.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.chart.Entry;
import org.lumbar.knowledge.Edition;
import org.lumbar.knowledge.Knowledge;

/** Which knowledge is in force: the release, with the editions over it whose day has come and that still fit. */
class KnowledgeInForceTest {

    private static final String GEL = "items/topical/diclofenac-gel.yaml";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** A clock that a test moves on. */
    private static final class Days extends Clock {
        private LocalDate day = TODAY;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        }
    }

    @TempDir
    private Path folder;

    private final Days clock = new Days();
    private Database database;
    private ChartStore store;
    private KnowledgeInForce inForce;

    @BeforeEach
    void open() {
        database = Database.file(folder.resolve("chart.sqlite"));
        store = new ChartStore(database, clock);
        inForce = new KnowledgeInForce(new Editions(store), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static String shipped() {
        return Edition.shipped().text(GEL).orElseThrow();
    }

    /** Writes an edition down as one that was checked with this release. */
    private void published(String text, String base, String release, LocalDate effective) {
        String hash = store.keep(text.getBytes(StandardCharsets.UTF_8), "text/yaml");
        publishedAs(Map.of(GEL, hash), Map.of(GEL, base), release, effective.toString());
    }

    private void publishedAs(Map<String, String> files, String effective) {
        publishedAs(files, Map.of(GEL, Edition.sha256(shipped())), Edition.release(), effective);
    }

    private void publishedAs(Map<String, String> files, Map<String, String> bases, String release, String effective) {
        Map<String, Object> content = Map.of(
                "author",
                "one",
                "change",
                "abcdefghij23",
                "title",
                "Gel",
                "reason",
                "a reason",
                "effective",
                effective,
                "files",
                files,
                "bases",
                bases,
                "release",
                release,
                "effects",
                List.of());
        store.append("knowledge-edition", ChartStore.ANY, null, "two", List.of(Entry.Draft.of("published", content)));
    }

    private String version() {
        return inForce.get().knowledge().version();
    }

    @Test
    void isTheReleaseWhileNothingIsPublished() {
        assertThat(inForce.get().knowledge()).isEqualTo(Knowledge.bundled());
    }

    @Test
    void changesOnTheDayThatAnEditionNames() {
        String release = version();
        published(shipped() + "# Changed.\n", Edition.sha256(shipped()), Edition.release(), TODAY.plusDays(1));
        assertThat(version()).isEqualTo(release);
        clock.day = TODAY.plusDays(1);
        assertThat(version()).isEqualTo(release + "+1");
        assertThat(inForce.get().knowledge().sha256()).isNotEqualTo(Edition.release());
    }

    @Test
    void isTheReleaseWhenItHasChangedTheFileSince() {
        published(shipped() + "# Changed.\n", "hash of an older text", "older release", TODAY);
        assertThat(version()).isEqualTo(Knowledge.bundled().version());
        assertThat(inForce.state().overtaken())
                .singleElement()
                .satisfies(one -> assertThat(one.title()).isEqualTo("Gel"));
    }

    @Test
    void letsTheNextChangeRestOnTheTextOfTheRelease() {
        published(shipped() + "# Changed.\n", "hash of an older text", "older release", TODAY);
        assertThat(inForce.newest(new Editions(store).read()).text(GEL)).contains(shipped());
    }

    @Test
    void isTheReleaseWhenAnEditionNoLongerPassesTheCheck() {
        published(shipped() + "no-such-key: 1\n", Edition.sha256(shipped()), "older release", TODAY);
        assertThat(version()).isEqualTo(Knowledge.bundled().version());
        assertThat(inForce.state().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("no-such-key"));
    }

    @Test
    void keepsAnEditionThatStillPassesWithANewerRelease() {
        published(shipped() + "# Changed.\n", Edition.sha256(shipped()), "older release", TODAY);
        assertThat(version()).endsWith("+1");
        assertThat(inForce.state().problems()).isEmpty();
    }

    @Test
    void isTheReleaseWhenTheTextOfAnEditionIsLost() {
        publishedAs(Map.of(GEL, Edition.sha256("never kept")), TODAY.toString());
        assertThat(inForce.get().knowledge()).isEqualTo(Knowledge.bundled());
        assertThat(inForce.state().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("lost", GEL));
    }

    @Test
    void isTheReleaseWhenAnEditionIsWrittenInAWayThatNobodyKnowsHere() {
        published(shipped() + "# Changed.\n", Edition.sha256(shipped()), Edition.release(), TODAY);
        publishedAs(Map.of(GEL, Edition.sha256("never kept")), "at the next full moon");
        assertThat(inForce.get().knowledge()).isEqualTo(Knowledge.bundled());
        assertThat(inForce.state().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("does not understand edition [2]"));
        assertThat(new Editions(store).read().published()).hasSize(1);
    }
}
