package org.lumbar.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writers that are killed with SIGKILL in the middle of their work lose nothing that was acknowledged to them.
 * {@code -Dcrashes=50} kills more of them than a usual build does.
 */
class CrashTest {

    private static final int CRASHES = Integer.getInteger("crashes", 6);
    /** Writers at once on one database. */
    private static final int TOGETHER = 2;

    private static final long SEED = 20_261_123;

    /** Threads of each, whose appends share a commit when they come at the same time. */
    private static final int THREADS = 3;

    /** Appends as often as it is told or until it is killed, and says after each append what is now safe. */
    static final class Writer {
        public static void main(String[] arguments) {
            Database database = Database.file(Path.of(arguments[0]));
            ChartStore store = new ChartStore(database, Clock.systemUTC());
            int most = Integer.parseInt(arguments[2]);
            for (int thread = 0; thread < THREADS; thread++) {
                String name = arguments[1] + "-" + thread;
                Thread.ofPlatform().start(() -> write(store, name, most));
            }
        }

        private static void write(ChartStore store, String name, int most) {
            for (int i = 0; i < most; i++) {
                String stream = "patient/" + i % 3;
                Outcome outcome = store.append(
                        stream,
                        ChartStore.ANY,
                        name + "-" + i,
                        "writer",
                        List.of(
                                Entry.Draft.of(Kind.NOTED, Map.of("text", "first " + i)),
                                Entry.Draft.of(Kind.NOTED, Map.of("text", "second " + i))));
                for (Entry entry : ((Outcome.Appended) outcome).entries()) {
                    System.out.println(stream + " " + entry.sequence() + " " + entry.hash() + " .");
                }
                // As people do, it lets others write in between.
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    @Test
    void losesNothingThatWasAcknowledged(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("chart.sqlite");
        Path classes = folder.resolve("classes.jsa");
        String classPath = jarsOnly(folder);
        assertThat(start(classPath, file, "first", 1, "-XX:ArchiveClassesAtExit=" + classes)
                        .waitFor())
                .isZero();
        Random random = new Random(SEED);
        List<String> acknowledged = new ArrayList<>();
        for (int crashed = 0; crashed < CRASHES; crashed += TOGETHER) {
            List<Process> writers = new ArrayList<>();
            for (int i = 0; i < TOGETHER; i++) {
                writers.add(start(
                        classPath,
                        file,
                        "run-" + crashed + "-" + i,
                        Integer.MAX_VALUE,
                        "-XX:SharedArchiveFile=" + classes));
            }
            try {
                for (Process writer : writers) {
                    acknowledged.addAll(killSoon(writer, random));
                }
            } finally {
                writers.forEach(Process::destroyForcibly);
            }
        }
        assertThat(acknowledged).as("the writers got to write").hasSizeGreaterThan(CRASHES * 2);
        try (Database database = Database.file(file)) {
            ChartStore store = new ChartStore(database, Clock.systemUTC());
            assertThat(store.verify().problems()).isEmpty();
            Map<String, String> kept = store.streams("patient/").stream()
                    .flatMap(stream -> store.read(stream).stream())
                    .collect(Collectors.toMap(entry -> entry.stream() + " " + entry.sequence(), Entry::hash));
            assertThat(kept.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue() + " .")
                            .toList())
                    .containsAll(acknowledged);
            assertThat(kept.size() % 2).as("an append is whole or absent").isZero();
        }
    }

    /** The class path of this test with jars in place of folders, which an archive of classes does not take. */
    private static String jarsOnly(Path folder) {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty() && Files.isDirectory(Path.of(entry))) {
                Path jar = folder.resolve("classes-" + jars.size() + ".jar");
                int status = ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", entry, ".");
                assertThat(status).isZero();
                jars.add(jar.toString());
            } else {
                jars.add(entry);
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    /** Starts a writer; classes that are loaded from an archive let fifty of them start in a minute. */
    private static Process start(String classPath, Path file, String name, int appends, String archive)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        archive,
                        "-Xlog:disable",
                        "-cp",
                        classPath,
                        Writer.class.getName(),
                        file.toString(),
                        name,
                        Integer.toString(appends))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Kills the writer a moment after its first acknowledgement, and gives all that it acknowledged. */
    private static List<String> killSoon(Process writer, Random random) throws Exception {
        List<String> lines = new ArrayList<>();
        try (BufferedReader said = writer.inputReader()) {
            String line = said.readLine();
            long until = System.nanoTime() + random.nextLong(1_000_000, 60_000_000);
            while (line != null) {
                if (line.endsWith(" .")) {
                    lines.add(line);
                }
                if (System.nanoTime() > until) {
                    writer.toHandle().destroyForcibly();
                }
                line = said.readLine();
            }
        }
        assertThat(writer.waitFor()).as("killed, not ended").isEqualTo(128 + 9);
        return lines;
    }
}
