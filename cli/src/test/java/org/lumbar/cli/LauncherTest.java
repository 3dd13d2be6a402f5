package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root, run in a project of its own where Java and Maven are stand-ins that tell how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final List<String> TOOLS = List.of(
            "sh cat cksum cut dirname env find head kill mkdir mv readlink rm sed sleep stty tail touch tr".split(" "));

    @TempDir
    private Path folder;

    private Path project = Path.of("");
    private Path tools = Path.of("");
    private Path home = Path.of("");

    private record Ended(int exit, String out, String err) {}

    /** A project with the launcher, sources of every module, and a Maven that makes the jar. */
    @BeforeEach
    void setUp() throws IOException {
        project = Files.createDirectories(folder.resolve("my project"));
        home = Files.createDirectories(folder.resolve("home"));
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            for (String place : List.of("/usr/bin", "/bin")) {
                Path program = Path.of(place, tool);
                if (Files.exists(program) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), program);
                }
            }
        }
        // Where systems keep their Java is none of this test's business.
        String launcher = Files.readString(CommandFixtures.PROJECT.resolve("lumbar"))
                .replace("/usr/lib/jvm", folder + "/jvm")
                .replace("/usr/java", folder + "/none")
                .replace("/opt/java", folder + "/none")
                .replace("/usr/libexec", folder + "/none")
                .replace("/Library", folder + "/none");
        script(project.resolve("lumbar"), launcher);
        for (String module : List.of("core", "knowledge", "fhir", "documents", "cli")) {
            Files.createDirectories(project.resolve(module).resolve("src/main/java"));
            Files.writeString(project.resolve(module).resolve("pom.xml"), "<project/>");
        }
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(project.resolve("knowledge/texts.yaml"), "a: b");
        maven("mkdir -p '" + project + "/cli/target/lib' && echo jar > '" + project + "/cli/target/lumbar-cli.jar'");
    }

    private static void script(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    private void maven(String work) throws IOException {
        script(project.resolve("mvnw"), "#!/bin/sh\necho \"$@\" >> '" + folder + "/maven-calls'\n" + work + "\n");
    }

    /** A Java of this version that prints its arguments, and makes whatever cache it is asked for. */
    private Path java(String name, String version) throws IOException {
        Path java = folder.resolve("jvm").resolve(name);
        Files.createDirectories(java);
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(java.resolve("bin/java"), """
                #!/bin/sh
                for argument in "$@"; do
                  case $argument in
                    -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*) echo cache > "${argument#*=}" ;;
                  esac
                done
                echo "$0"
                for argument in "$@"; do echo "$argument"; done
                """);
        script(java.resolve("bin/javac"), "#!/bin/sh\n");
        return java;
    }

    private Process start(Path launcher, Map<String, String> environment, Path out, Path err, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", tools.toString(), "HOME", home.toString()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Ended run(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int exit = start(launcher, environment, out, err, arguments).waitFor();
        return new Ended(exit, Files.readString(out), Files.readString(err));
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        return run(project.resolve("lumbar"), Map.of(), arguments);
    }

    private long mavenCalls() throws IOException {
        Path calls = folder.resolve("maven-calls");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    @Test
    void saysWhatToInstallWithoutJava() throws Exception {
        Ended ended = run("plan", "x.json");

        assertThat(ended.exit()).isEqualTo(69);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).startsWith("lumbar: ").contains("21").contains("install");
        assertThat(ended.out()).isEmpty();
        assertThat(mavenCalls()).isZero();
    }

    @Test
    void saysWhatItFoundWhenThatIsTooOld() throws Exception {
        java("java-17", "17.0.15");

        Ended ended = run("plan", "x.json");

        assertThat(ended.exit()).isEqualTo(69);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).contains("only Java 17");
    }

    @Test
    void speaksRussianWhereItIsAskedTo() throws Exception {
        assertThat(run("plan", "x.json", "--lang", "ru").err())
                .isEqualTo("lumbar: нет Java 21 или новее; установите JDK, например с https://adoptium.net,"
                        + " или укажите JAVA_HOME\n");
        java("a-25", "25.0.3");
        assertThat(run("plan", "x.json", "--lang=ru").err().lines())
                .containsExactly(
                        "lumbar: Lumbar собирается, это бывает один раз …",
                        "lumbar: Готовится быстрый запуск, это бывает один раз …");
        mavenOfBoth();
        Ended server = run("serve", "--lang", "ru");
        assertThat(server.exit()).isZero();
        assertThat(server.err()).startsWith("lumbar: Сервер Lumbar собирается").doesNotContain("happens once");
    }

    @Test
    void takesTheNewestJava() throws Exception {
        java("a-21", "21.0.5");
        Path newest = java("b-25", "25.0.3");
        java("c-17", "17.0.15");

        assertThat(run("plan", "x.json").out()).startsWith(newest + "/bin/java");
    }

    @Test
    void takesJavaHomeBeforeNewerOnes() throws Exception {
        Path chosen = java("a-21", "21.0.5");
        java("b-25", "25.0.3");

        Ended ended = run(project.resolve("lumbar"), Map.of("JAVA_HOME", chosen.toString()), "plan", "x.json");

        assertThat(ended.out()).startsWith(chosen + "/bin/java");
    }

    @Test
    void findsTheJavaOfThePath() throws Exception {
        Path java = java("a-25", "25.0.3");
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(java, elsewhere);
        Files.createSymbolicLink(tools.resolve("java"), elsewhere.resolve("bin/java"));

        assertThat(run("plan", "x.json").out()).startsWith(elsewhere + "/bin/java");
    }

    @Test
    void buildsOnceAndAgainWhenSomethingIsNewer() throws Exception {
        java("a-25", "25.0.3");

        run("plan", "x.json");
        run("plan", "x.json");
        assertThat(mavenCalls()).isEqualTo(1);

        Thread.sleep(20);
        Files.writeString(project.resolve("knowledge/texts.yaml"), "a: c");
        run("plan", "x.json");
        assertThat(mavenCalls()).isEqualTo(2);

        Thread.sleep(20);
        Files.writeString(project.resolve("core/src/main/java/A.java"), "class A {}");
        run("plan", "x.json");
        assertThat(mavenCalls()).isEqualTo(3);
    }

    @Test
    void buildsOnceForTwoThatStartTogether() throws Exception {
        java("a-25", "25.0.3");
        maven("sleep 1; mkdir -p '" + project + "/cli/target/lib'; echo jar > '" + project
                + "/cli/target/lumbar-cli.jar'");

        Process first =
                start(project.resolve("lumbar"), Map.of(), folder.resolve("out-1"), folder.resolve("err-1"), "plan");
        Process second =
                start(project.resolve("lumbar"), Map.of(), folder.resolve("out-2"), folder.resolve("err-2"), "plan");

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(mavenCalls()).isEqualTo(1);
    }

    @Test
    void namesTheLogWhenTheBuildFails() throws Exception {
        java("a-25", "25.0.3");
        maven("echo 'it is broken'; exit 1");

        Ended ended = run("plan", "x.json");

        assertThat(ended.exit()).isEqualTo(69);
        assertThat(ended.out()).isEmpty();
        Path log = project.resolve(".lumbar/build.log");
        assertThat(ended.err()).contains(log.toRealPath().toString());
        assertThat(log).content().contains("it is broken");
        assertThat(project.resolve(".lumbar/lock")).doesNotExist();
    }

    @Test
    void worksThroughALinkAndWithSpaces() throws Exception {
        java("a-25", "25.0.3");
        Path link = Files.createSymbolicLink(folder.resolve("the lumbar"), Path.of("my project/lumbar"));

        Ended ended = run(link, Map.of(), "plan", "a patient.json");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out().lines()).contains("-Dlumbar.home=" + project.toRealPath(), "plan", "a patient.json");
    }

    @Test
    void startsOnePatientFromARecordedStart() throws Exception {
        java("a-25", "25.0.3");

        run("plan", "x.json");
        Ended ended = run("plan", "x.json");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines()).contains("-XX:+UseSerialGC").anyMatch(line -> line.startsWith("-XX:AOTCache="));
    }

    @Test
    void recordsClassesOnlyBeforeJava25() throws Exception {
        java("a-21", "21.0.5");

        assertThat(run("plan", "x.json").out().lines()).anyMatch(line -> line.startsWith("-XX:SharedArchiveFile="));
    }

    @Test
    void recordsAgainAfterABuild() throws Exception {
        java("a-25", "25.0.3");
        run("plan", "x.json");
        Thread.sleep(20);
        Files.writeString(project.resolve("knowledge/texts.yaml"), "a: c");

        Ended ended = run("plan", "x.json");

        assertThat(ended.err().lines()).hasSize(2);
    }

    @Test
    void runsWithoutARecordingWhereNoneCanBeMade() throws Exception {
        Path java = java("a-25", "25.0.3");
        script(java.resolve("bin/java"), "#!/bin/sh\ncase $* in *FastStart*) exit 1 ;; esac\necho \"$@\"\n");

        run("plan", "x.json");
        Ended ended = run("plan", "x.json");

        assertThat(ended.exit()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("plan x.json").doesNotContain("AOTCache");
    }

    /** A Maven that makes the jars of the command and of the server. */
    private void mavenOfBoth() throws IOException {
        maven("for module in cli server; do mkdir -p '" + project + "'/$module/target/lib;" + " echo jar > '" + project
                + "'/$module/target/lumbar-$module.jar; done");
    }

    @Test
    void startsTheServerFromARecordedStartToo() throws Exception {
        java("a-25", "25.0.3");
        mavenOfBoth();

        assertThat(run("serve", "--port", "1").err().lines()).hasSize(2);
        Ended ended = run("serve", "--port", "1");

        String recording = "-XX:AOTCache=" + project.toRealPath() + "/.lumbar/serve-";
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines())
                .contains("org.lumbar.server.Main", "serve", "-Xmx512m")
                .anyMatch(line -> line.startsWith(recording));
        assertThat(mavenCalls()).isEqualTo(1);
    }

    @Test
    void keepsTheRecordingsOfTheCommandAndOfTheServerApart() throws Exception {
        java("a-21", "21.0.5");
        mavenOfBoth();
        run("serve");
        run("plan", "x.json");

        assertThat(run("serve").out().lines())
                .anyMatch(line -> line.startsWith("-XX:SharedArchiveFile=") && line.contains("/serve-"));
        assertThat(run("plan", "x.json").out().lines())
                .anyMatch(line -> line.startsWith("-XX:SharedArchiveFile=") && line.contains("/start-"));
    }

    @Test
    void givesManyPatientsAllCores() throws Exception {
        java("a-25", "25.0.3");

        for (String many : List.of("clinic.ndjson", "-", folder.toString())) {
            assertThat(run("plan", many).out().lines())
                    .contains("-XX:+UseParallelGC")
                    .doesNotContain("-XX:TieredStopAtLevel=1");
        }
    }
}
