package org.lumbar.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/** What the store promises on every database. */
abstract class ChartStoreContract extends ShortLivedContract {

    private static final String STREAM = "patient/p1";

    private ChartStore store;

    /** Makes the entries changeable, as only an owner of the database could. */
    abstract List<String> withoutTriggers();

    @BeforeEach
    void openStore() {
        store = new ChartStore(database, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    static Entry.Draft note(String text) {
        return Entry.Draft.of(Kind.NOTED, Map.of("text", text));
    }

    static Entry.Draft registered(String family, String given, String born) {
        return Entry.Draft.of(
                Kind.REGISTERED,
                Map.of(
                        "resourceType",
                        "Patient",
                        "birthDate",
                        born,
                        "gender",
                        "female",
                        "name",
                        List.of(Map.of("family", family, "given", List.of(given)))));
    }

    @Test
    void appendsWithoutGapsAndReadsBackWhatItWrote() {
        Outcome first =
                store.append(STREAM, 0, null, "dr", List.of(registered("Иванова", "Ольга", "1980-01-02"), note("a")));
        Outcome second = store.append(STREAM, 2, "r-2", "dr", List.of(note("b")));
        List<Entry> read = store.read(STREAM);
        List<Entry> written = new ArrayList<>(((Outcome.Appended) first).entries());
        written.addAll(((Outcome.Appended) second).entries());
        assertThat(read).isEqualTo(written);
        assertThat(read).extracting(Entry::sequence).containsExactly(1L, 2L, 3L);
        assertThat(read).extracting(Entry::at).containsOnly(NOON);
        assertThat(read.get(0).previous()).isEqualTo(Seal.FIRST);
        assertThat(read.get(2).previous()).isEqualTo(read.get(1).hash());
        assertThat(store.last(STREAM)).isEqualTo(3);
        assertThat(store.newest(STREAM, 2)).extracting(Entry::sequence).containsExactly(3L, 2L);
        assertThat(store.read("patient/none")).isEmpty();
    }

    @Test
    void carriesARequestOutOnce() {
        Outcome first = store.append(STREAM, 0, "once", "dr", List.of(note("a"), note("b")));
        Outcome again = store.append(STREAM, 0, "once", "dr", List.of(note("a"), note("b")));
        assertThat(again).isEqualTo(new Outcome.Repeated(((Outcome.Appended) first).entries()));
        assertThat(store.last(STREAM)).isEqualTo(2);
    }

    @Test
    void refusesTheNameOfARequestForOtherContent() {
        store.append(STREAM, 0, "once", "dr", List.of(note("a")));
        assertThatThrownBy(() -> store.append(STREAM, 1, "once", "dr", List.of(note("b"))))
                .hasMessageContaining("used for other entries");
        assertThat(store.last(STREAM)).isEqualTo(1);
    }

    @Test
    void refusesAStaleWriteAndTellsWhatChanged() {
        store.append(STREAM, 0, null, "dr", List.of(note("a")));
        Outcome.Appended other = (Outcome.Appended) store.append(STREAM, 1, null, "nurse", List.of(note("b")));
        assertThat(store.append(STREAM, 1, null, "dr", List.of(note("c"))))
                .isEqualTo(new Outcome.Stale(other.entries()));
        assertThat(store.last(STREAM)).isEqualTo(2);
    }

    @Test
    void writesAllOfAnAppendOrNothing() {
        assertThatThrownBy(
                        () -> store.append(STREAM, 0, null, "dr", List.of(note("a"), new Entry.Draft("noted", "{\n}"))))
                .hasMessageContaining("one line");
        assertThat(store.read(STREAM)).isEmpty();
        assertThat(store.patients().find("", 0, 10).total()).isZero();
    }

    @Test
    void keepsJournalsOfManyWritersWithoutGaps() throws Exception {
        int writers = 6;
        int each = 15;
        inParallel(writers, n -> {
            for (int i = 0; i < each; i++) {
                store.append("journal", ChartStore.ANY, null, "w" + n, List.of(note("x")));
            }
            return null;
        });
        assertThat(store.last("journal")).isEqualTo((long) writers * each);
        assertThat(store.verify().problems()).isEmpty();
    }

    @Test
    void undoesAFailedWriteAloneAmongThoseOfTheSameMoment() throws Exception {
        int each = 10;
        inParallel(8, n -> {
            for (int i = 0; i < each; i++) {
                if (n % 2 == 0) {
                    store.append("journal", ChartStore.ANY, null, "w" + n, List.of(note("x")));
                } else {
                    assertThatThrownBy(() -> halfWritten("half/" + n)).hasMessage("in the middle");
                }
            }
            return null;
        });
        assertThat(store.last("journal")).isEqualTo(4L * each);
        assertThat(store.streams("half/")).isEmpty();
        assertThat(store.verify().problems()).isEmpty();
    }

    private void halfWritten(String stream) {
        Entry entry = new Entry(stream, 1, NOON, "dr", Kind.NOTED, "{}", null, Seal.FIRST, "no hash");
        database.sql().write(connection -> {
            ChartStore.insert(connection, List.of(entry));
            throw new IllegalArgumentException("in the middle");
        });
    }

    @Test
    void letsOneOfSeveralWritersWinThatSawTheSame() throws Exception {
        List<Outcome> outcomes = inParallel(6, n -> store.append(STREAM, 0, null, "w" + n, List.of(note("by " + n))));
        assertThat(outcomes).filteredOn(Outcome.Appended.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Stale.class::isInstance).hasSize(5);
        assertThat(store.last(STREAM)).isEqualTo(1);
    }

    private interface Numbered<T> {
        T run(int n) throws Exception;
    }

    private static <T> List<T> inParallel(int writers, Numbered<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Callable<T>> calls = new ArrayList<>();
            for (int n = 0; n < writers; n++) {
                int number = n;
                calls.add(() -> work.run(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void refusesToChangeOrRemoveAnything() {
        store.append(STREAM, 0, null, "dr", List.of(note("a")));
        store.keep(new byte[] {1}, "application/pdf");
        for (String attempt : List.of(
                "update entry set payload = '{}'",
                "delete from entry",
                "update document set content = ''",
                "delete from document")) {
            assertThatThrownBy(() -> execute(attempt)).as(attempt).hasMessageContaining("never");
        }
        assertThat(store.verify())
                .extracting(Verification::entries, Verification::documents)
                .containsExactly(1L, 1L);
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    @Test
    void noticesWhatWasChangedPastItsGuards() throws SQLException {
        store.append(STREAM, 0, null, "dr", List.of(note("a"), note("b"), note("c"), note("d")));
        store.append("patient/p2", 0, null, "dr", List.of(note("a"), note("b")));
        String document = store.keep("sheet".getBytes(StandardCharsets.UTF_8), "text/plain");
        String before = store.verify().digest();
        for (String statement : withoutTriggers()) {
            execute(statement);
        }
        execute("update entry set payload = '{\"text\":\"x\"}' where stream = '" + STREAM + "' and sequence = 2");
        execute("delete from entry where stream = '" + STREAM + "' and sequence = 3");
        execute("update document set content = 'AAAA'");
        Verification found = store.verify();
        assertThat(found.sound()).isFalse();
        assertThat(found.problems())
                .extracting(LocalizedText::en)
                .containsExactly(
                        STREAM + " entry 2: its content does not give its hash",
                        STREAM + " entry 4: entry 3 is missing before it",
                        "document " + document + ": its content does not give its hash");
        assertThat(found.problems())
                .extracting(LocalizedText::ru)
                .containsExactly(
                        STREAM + ", запись 2: её хеш не сходится с содержанием",
                        STREAM + ", запись 4: перед ней нет записи 3",
                        "документ " + document + ": хеш не сходится с содержанием");
        execute("delete from entry where stream = 'patient/p2' and sequence = 2");
        assertThat(store.verify().digest()).as("a stream that lost its end").isNotEqualTo(before);
    }

    @Test
    void keepsADocumentOnceAndGivesItBack() {
        byte[] content = {0, -1, 7};
        String hash = store.keep(content, "application/pdf");
        assertThat(store.keep(content.clone(), "application/pdf")).isEqualTo(hash);
        assertThat(store.document(hash)).hasValue(content);
        assertThat(store.document("0")).isEmpty();
    }

    private void fill() {
        store.append("patient/p1", 0, null, "dr", List.of(registered("Семёнова", "Ольга", "1980-01-02")));
        store.append("patient/p2", 0, null, "dr", List.of(registered("Carter", "Emily", "1984-03-12")));
        store.append("patient/p3", 0, null, "dr", List.of(registered("Щербакова", "Юлия", "1975")));
        store.append("account/dr", 0, null, "system", List.of(note("not a patient")));
        store.append(
                "patient/p2", 1, null, "dr", List.of(Entry.Draft.of(Kind.SIGNED, Map.of("version", 1, "sheet", "s"))));
    }

    @Test
    void listsPatientsByNameAndFindsThemInAnySpelling() {
        fill();
        PatientList patients = store.patients();
        assertThat(patients.find("", 0, 10).rows())
                .extracting(PatientList.Row::id)
                .containsExactly("p2", "p1", "p3");
        assertThat(patients.find("", 1, 1).rows())
                .extracting(PatientList.Row::id)
                .containsExactly("p1");
        assertThat(patients.find("", 1, 1).total()).isEqualTo(3);
        for (String query :
                List.of("семенова", "Семён", "semyonova ol", "Semenova", "1980", "02.01.1980", "1980-01-02")) {
            List<String> found = patients.find(query, 0, 10).rows().stream()
                    .map(PatientList.Row::id)
                    .toList();
            assertThat(found).as(query).containsExactly("p1");
        }
        assertThat(patients.find("Shcherbakova Yulia", 0, 10).rows())
                .extracting(PatientList.Row::id)
                .containsExactly("p3");
        assertThat(patients.find("картер", 0, 10).total()).isEqualTo(1);
        assertThat(patients.find("arter", 0, 10).total()).isZero();
        assertThat(patients.find("%_'\"", 0, 10).total()).isEqualTo(3);
        assertThat(patients.find("carter", 0, 10).rows().getFirst())
                .isEqualTo(new PatientList.Row("p2", 2, "Carter Emily", "female", "1984-03-12", NOON, 1, NOON, 0));
    }

    @Test
    void makesTheListAnewFromTheEntries() throws SQLException {
        fill();
        PatientList.Page before = store.patients().find("", 0, 10);
        execute("delete from patient");
        assertThat(store.patients().find("", 0, 10).total()).isZero();
        store.patients().rebuild();
        assertThat(store.patients().find("", 0, 10)).isEqualTo(before);
    }

    @Test
    void restoresABackupIntoAnEmptyDatabaseOnly() throws Exception {
        fill();
        store.keep("sheet".getBytes(StandardCharsets.UTF_8), "text/plain");
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        Verification all = store.backup().write(saved);
        assertThat(all).isEqualTo(store.verify());
        try (Database other = open()) {
            ChartStore copy = new ChartStore(other, Clock.systemUTC());
            assertThat(copy.backup().restore(new ByteArrayInputStream(saved.toByteArray())))
                    .isEqualTo(all);
            assertThat(copy.verify()).isEqualTo(all);
            assertThat(copy.read("patient/p2")).isEqualTo(store.read("patient/p2"));
            assertThat(copy.patients().find("", 0, 10))
                    .isEqualTo(store.patients().find("", 0, 10));
            assertThatThrownBy(() -> copy.backup().restore(new ByteArrayInputStream(saved.toByteArray())))
                    .isInstanceOf(Backup.Refused.class)
                    .hasMessageContaining("empty");
        }
    }

    @Test
    void refusesADamagedBackupAndRestoresNothing() throws Exception {
        fill();
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        store.backup().write(saved);
        String whole = saved.toString(StandardCharsets.UTF_8);
        List<String> lines = whole.lines().toList();
        List<String> damaged = List.of(
                "",
                whole.substring(0, whole.length() - 20),
                String.join("\n", lines.subList(0, lines.size() - 1)),
                String.join("\n", lines.subList(1, lines.size())),
                String.join("\n", lines.subList(0, 2)) + "\n" + lines.getLast(),
                whole.replace("Carter", "Carver"),
                whole + lines.getFirst());
        try (Database other = open()) {
            ChartStore copy = new ChartStore(other, Clock.systemUTC());
            for (String text : damaged) {
                assertThatThrownBy(() ->
                                copy.backup().restore(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                        .as(text)
                        .isInstanceOfSatisfying(
                                Backup.Refused.class,
                                refused -> assertThat(refused.in(Language.RU))
                                        .containsPattern("^[А-Я].*[а-я]")
                                        .doesNotContainPattern("[a-z]{2,} [a-z]{2,}"));
                assertThat(copy.verify().entries()).isZero();
            }
        }
    }

    @Test
    void savesOneMomentWhileOthersWrite() throws Exception {
        fill();
        List<String> digests = inParallel(3, n -> {
            if (n > 0) {
                for (int i = 0; i < 20; i++) {
                    store.append("patient/p" + n, ChartStore.ANY, null, "w", List.of(note("x")));
                }
                return "";
            }
            StringBuilder ends = new StringBuilder();
            for (int i = 0; i < 5; i++) {
                ByteArrayOutputStream saved = new ByteArrayOutputStream();
                assertThat(store.backup().write(saved).problems()).isEmpty();
                ends.append(saved.toString(StandardCharsets.UTF_8).lines().count())
                        .append(' ');
            }
            return ends.toString();
        });
        assertThat(digests.getFirst()).isNotEmpty();
        assertThat(store.last("patient/p1")).isEqualTo(21);
    }
}
