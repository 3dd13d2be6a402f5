package org.lumbar.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.fhir.NdjsonReader.Outcome;

class NdjsonReaderTest {

    private static String bundle(String id) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":"
                + "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}}]}";
    }

    private static NdjsonReader reader(String text) {
        return new NdjsonReader(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static List<String> outcomes(String text) {
        return reader(text)
                .lines()
                .map(NdjsonReader::read)
                .map(outcome -> switch (outcome) {
                    case Outcome.Read read -> read.line() + " " + read.patient().id();
                    case Outcome.Refused refused ->
                        refused.line() + " " + refused.error().getMessage();
                })
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s\n%s\n",
                "%s\n%s",
                "%s\r\n%s\r\n",
                "\uFEFF%s\n%s\n",
                "%s\n%s\n\n\n",
                "%s\n%s\n \t\r\n",
                "%s \n  %s"
            })
    void readsOneBundleALine(String form) {
        assertThat(outcomes(form.formatted(bundle("a"), bundle("b")))).containsExactly("1 a", "2 b");
    }

    @Test
    void countsBlankLinesWithoutReadingThem() {
        assertThat(outcomes("\n" + bundle("a") + "\n\r\n\n" + bundle("b"))).containsExactly("2 a", "5 b");
    }

    @Test
    void findsNothingInNothing() {
        assertThat(outcomes("")).isEmpty();
        assertThat(outcomes("\n\n")).isEmpty();
        assertThat(reader("").hasNext()).isFalse();
        assertThatThrownBy(() -> reader("").next()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void goesOnAfterALineThatCannotBeRead() {
        assertThat(outcomes(bundle("a") + "\n{\"resourceType\":\"Bundle\",\n" + "{\"resourceType\":\"Patient\"}\n"
                        + bundle("b").replace("\"b\"", "7") + "\n" + bundle("c")))
                .containsExactly(
                        "1 a",
                        "2 line 2, column 26: the text ends in the middle; check that the whole file was saved and sent",
                        "3 line 3: expected a Bundle, found Patient; put the patient's resources into one Bundle",
                        "4 line 4, Patient[0].id: expected a string, found a number; check that the file is FHIR R4",
                        "5 c");
    }

    @Test
    void readsLinesLongerThanItsBuffer() {
        String padded =
                bundle("long").replace("\"Patient\"", "\"Patient\",\"language\":\"" + "x".repeat(300_000) + "\"");
        assertThat(outcomes(bundle("a") + "\n" + padded + "\r\n" + bundle("b")))
                .containsExactly("1 a", "2 long", "3 b");
    }

    @Test
    void refusesALineBeyondTheLimitAndGoesOn() {
        InputStream tooLong = new SequenceInputStream(
                new LargeInputTest.GeneratedBundle(Json.MAX_BYTES + 1_000_000),
                new ByteArrayInputStream(("\n" + bundle("b")).getBytes(UTF_8)));
        List<Outcome> outcomes =
                new NdjsonReader(tooLong).lines().map(NdjsonReader::read).toList();
        assertThat(((Outcome.Refused) outcomes.get(0)).error())
                .hasMessage("line 1: the bundle is longer than 200 MB; send only this patient's resources");
        assertThat(((Outcome.Read) outcomes.get(1)).patient().id()).isEqualTo("b");
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead") // it is never read far
    void isLazy() {
        boolean[] pulled = new boolean[1];
        InputStream second = new InputStream() {
            @Override
            public int read() {
                pulled[0] = true;
                return -1;
            }
        };
        byte[] first = (bundle("a") + "\n").getBytes(UTF_8);
        NdjsonReader reader = new NdjsonReader(new SequenceInputStream(new ByteArrayInputStream(first), second));
        assertThat(reader.next().number()).isEqualTo(1);
        assertThat(pulled[0]).isFalse();
        assertThat(reader.hasNext()).isFalse();
        assertThat(pulled[0]).isTrue();
    }

    @Test
    void keepsTheOrderWhenLinesAreReadInParallel() {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 5000).forEach(i -> text.append(bundle("p" + i)).append('\n'));
        List<String> ids = reader(text.toString())
                .lines()
                .parallel()
                .map(NdjsonReader::read)
                .map(outcome -> ((Outcome.Read) outcome).patient().id())
                .toList();
        assertThat(ids)
                .isEqualTo(IntStream.range(0, 5000).mapToObj(i -> "p" + i).toList());
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead") // it is never read far
    void saysWhereTheInputFailed() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };
        assertThatThrownBy(() -> new NdjsonReader(failing).hasNext())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The input cannot be read after line 0");
    }
}
