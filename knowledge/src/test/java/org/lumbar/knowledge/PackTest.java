package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.knowledge.KnowledgeBase;

/** The packed content is the content. */
class PackTest {

    private static final String DAMAGED = "The packed knowledge base is damaged; build the program again";
    private static final String FOREIGN = "Not a packed knowledge base; build the program again";

    @Test
    void bringsBackTheSameKnowledge() {
        assertThat(Knowledge.bundled()).isEqualTo(Knowledge.of(Path.of("")));
    }

    @Test
    void bringsBackEveryNodeWithItsLine() throws IOException {
        Content content = ContentFiles.read(ExampleContent.ORIGINAL, new Problems());
        Content unpacked = Pack.read(Pack.write(content));
        assertThat(unpacked.yaml()).isEqualTo(content.yaml());
        assertThat(unpacked.sha256()).isEqualTo(content.sha256());
        assertThat(unpacked.tables().keySet()).isEqualTo(content.tables().keySet());
        content.tables()
                .forEach((path, rows) -> assertThat(unpacked.tables().get(path))
                        .as(path)
                        .usingRecursiveComparison()
                        .isEqualTo(rows));
    }

    @Test
    void bringsBackTheSameProblemsOnTheSameLines() throws IOException {
        Content content = ContentFiles.read(ExampleContent.ORIGINAL, new Problems());
        SortedMap<String, Node> broken = new TreeMap<>(content.yaml());
        broken.put("gates.yaml", YamlReader.read("gates.yaml", "\n\n- id: mirror\n\n  naem: a\n", new Problems()));
        Content other = new Content(broken, content.tables(), content.sha256());
        Problems direct = new Problems();
        new ContentReader(new Reading(other, direct)).read();
        Problems packed = new Problems();
        new ContentReader(new Reading(Pack.read(Pack.write(other)), packed)).read();
        assertThat(direct.all()).isNotEmpty();
        assertThat(packed.all()).isEqualTo(direct.all());
    }

    @Test
    void isTheSameBytesEveryTime() {
        Content content = ContentFiles.read(ExampleContent.ORIGINAL, new Problems());
        assertThat(Pack.write(ContentFiles.read(ExampleContent.ORIGINAL, new Problems())))
                .isEqualTo(Pack.write(content));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 11})
    void refusesAFileThatIsTooShortToBeOne(int length) {
        byte[] pack = Arrays.copyOf(packed(), length);
        assertThatThrownBy(() -> Pack.read(pack))
                .isInstanceOf(IOException.class)
                .hasMessage(FOREIGN);
    }

    @Test
    void refusesAFileOfAnotherProgram() {
        byte[] other = "id: examplol-oral, and so on".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Pack.read(other))
                .isInstanceOf(IOException.class)
                .hasMessage(FOREIGN);
    }

    @Test
    void refusesAFileWithAnyByteChanged() {
        byte[] pack = packed();
        int step = Math.max(1, pack.length / 500);
        for (int i :
                IntStream.iterate(4, at -> at < pack.length, at -> at + step).toArray()) {
            byte[] damaged = pack.clone();
            damaged[i] ^= 0x40;
            assertThatThrownBy(() -> Pack.read(damaged))
                    .as("byte %d", i)
                    .isInstanceOf(IOException.class)
                    .hasMessage(DAMAGED);
        }
    }

    @Test
    void refusesAFileThatBreaksOff() {
        byte[] pack = packed();
        for (int length : new int[] {12, 100, pack.length / 2, pack.length - 1}) {
            byte[] torn = Arrays.copyOf(pack, length);
            assertThatThrownBy(() -> Pack.read(torn))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessage(DAMAGED);
        }
    }

    @Test
    void hasAFingerprintThatDoesNotDependOnTheFolder(@TempDir Path one, @TempDir Path other) {
        String sha256 = sha256(ExampleContent.copiedTo(one).folder());
        assertThat(sha256).matches("[0-9a-f]{64}");
        assertThat(sha256(ExampleContent.copiedTo(other.resolve("deeper")).folder()))
                .isEqualTo(sha256);
    }

    @Test
    void hasAnotherFingerprintWhenOneByteChanges(@TempDir Path folder) {
        ExampleContent example = ExampleContent.copiedTo(folder);
        String before = sha256(folder);
        String space = example.append("gates.yaml", " ").look(PackTest::sha256);
        String code = example.replace("codes/snomed-wide.csv", "888", "889").look(PackTest::sha256);
        String cases = example.replace("items/medicine/examplol-oral.cases.yaml", "hue: 100", "hue: 101")
                .look(PackTest::sha256);
        assertThat(List.of(before, space, code, cases)).doesNotHaveDuplicates();
        assertThat(sha256(folder)).isEqualTo(before);
    }

    @Test
    void hasAnotherFingerprintWhenAFileMoves(@TempDir Path folder) {
        ExampleContent example = ExampleContent.copiedTo(folder);
        String before = sha256(folder);
        String moved = example.delete("findings/example.yaml")
                .write("findings/sample.yaml", Schemas.text(folder.resolve("findings/example.yaml")))
                .look(PackTest::sha256);
        assertThat(moved).isNotEqualTo(before);
    }

    @Test
    void isWrittenOnlyWhenTheContentIsWhole(@TempDir Path folder, @TempDir Path target) {
        ExampleContent example = ExampleContent.copiedTo(folder);
        Path file = target.resolve("made/content.pack");
        ExampleContent.Change change = example.replace("gates.yaml", "effect: blocks", "effect: block");
        assertThatThrownBy(() -> change.look(broken -> pack(broken, file))).isInstanceOf(InvalidKnowledge.class);
        assertThat(file).doesNotExist();
        assertThat(pack(folder, file)).isRegularFile();
    }

    private static byte[] packed() {
        return Pack.write(ContentFiles.read(ExampleContent.ORIGINAL, new Problems()));
    }

    private static String sha256(Path folder) {
        KnowledgeBase knowledge = Knowledge.of(folder);
        return knowledge.sha256();
    }

    private static Path pack(Path folder, Path target) {
        try {
            Knowledge.pack(folder, target);
            assertThat(Files.size(target)).isPositive();
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
