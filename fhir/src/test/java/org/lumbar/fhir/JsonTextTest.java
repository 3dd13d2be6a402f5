package org.lumbar.fhir;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lumbar.fhir.BundleFixtures.PATIENT;
import static org.lumbar.fhir.BundleFixtures.assertRefused;
import static org.lumbar.fhir.BundleFixtures.bundleOf;
import static org.lumbar.fhir.BundleFixtures.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.UnusableRecord;

class JsonTextTest {

    private static final byte[] BUNDLE = BundleFixtures.resource("whole-record.json");
    private static final PatientRecord RECORD = BundleReader.read(BUNDLE);

    @Test
    void mayBeginWithAByteOrderMark() {
        assertThat(BundleReader.read(("\uFEFF" + new String(BUNDLE, UTF_8)).getBytes(UTF_8)))
                .isEqualTo(RECORD);
    }

    @Test
    void mayHaveWindowsLineEnds() {
        assertThat(BundleReader.read(
                        new String(BUNDLE, UTF_8).replace("\n", "\r\n").getBytes(UTF_8)))
                .isEqualTo(RECORD);
    }

    @Test
    void mayBeUtf16() {
        assertThat(BundleReader.read(("\uFEFF" + new String(BUNDLE, UTF_8)).getBytes(UTF_16LE)))
                .isEqualTo(RECORD);
    }

    @Test
    void mayEndWithBlankLines() {
        assertThat(BundleReader.read((new String(BUNDLE, UTF_8) + "\r\n \t\n").getBytes(UTF_8)))
                .isEqualTo(RECORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{}", "]", "\u0000", "\n{\"resourceType\":\"Bundle\"}"})
    void mayNotGoOnAfterTheBundle(String garbage) {
        byte[] text = (new String(BUNDLE, UTF_8) + garbage).getBytes(UTF_8);
        assertThatThrownBy(() -> BundleReader.read(text)).isInstanceOf(UnusableRecord.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json                                      | line 1, column 1: this is not valid JSON; check that the whole file was saved and sent",
                "{'resourceType':'Bundle','type':Ivan}         | line 1, column 33: this is not valid JSON; check that the whole file was saved and sent",
                "{'resourceType':'Bundle',}                    | line 1, column 26: this is not valid JSON; check that the whole file was saved and sent",
                "{'resourceType':'Bundle'                      | line 1, column 25: the text ends in the middle; check that the whole file was saved and sent"
            })
    void saysWhereItIsBroken(String text, String message) {
        assertThatThrownBy(() -> BundleReader.read(json(text))).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+1", "01", ".5", "1.", "0x1F", "1e", "--1", "1_000"})
    void hasNoOtherNumbersThanJson(String number) {
        byte[] bundle = bundleOf(
                "{'resourceType':'Observation','id':'o','status':'final','valueQuantity':{'value':" + number + "}}");
        assertRefused(bundle).hasMessageContaining("this is not valid JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'id':'d','id':'d'", "'id':'d','x':1,'x':2"})
    void namesEveryElementOnce(String twice) {
        assertRefused(bundleOf("{'resourceType':'Device'," + twice + "}")).hasMessageContaining("not valid JSON");
    }

    @Test
    void isValidUnicode() {
        byte[] bundle = bundleOf("{'resourceType':'Device','id':'d','type':{'text':'#'}}");
        for (int i = 0; i < bundle.length; i++) {
            bundle[i] = bundle[i] == '#' ? (byte) 0xFF : bundle[i];
        }
        assertRefused(bundle);
    }

    @Test
    void isRefusedWhereverItIsCutOff() {
        byte[] bundle = bundleOf("{'id':'d','type':{'text':'насос','coding':[{'code':'\\u041a'}]},'n':-1.5e-3,"
                + "'t':true,'f':false,'z':null,'resourceType':'Device'}");
        assertThat(BundleReader.read(bundle).entries()).hasSize(1);
        for (int length = 0; length < bundle.length; length++) {
            byte[] beginning = Arrays.copyOf(bundle, length);
            assertThatThrownBy(() -> BundleReader.read(beginning))
                    .as("first %d bytes", length)
                    .isInstanceOf(UnusableRecord.class);
            assertThatThrownBy(() -> BundleReader.read(new ByteArrayInputStream(beginning)))
                    .as("first %d bytes as a stream", length)
                    .isInstanceOf(UnusableRecord.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{'x':", "{'item':[", "{'extension':[{'valueX':"})
    void isRefusedWhenItIsNestedTooDeep(String opening) {
        byte[] bundle = json("{'resourceType':'Bundle','type':'collection','entry':[{'resource':" + PATIENT + "},"
                + "{'resource':{'resourceType':'QuestionnaireResponse','id':'r','item':" + opening.repeat(10_000));
        assertThatThrownBy(() -> BundleReader.read(bundle)).isInstanceOf(UnusableRecord.class);
        byte[] typeComesLast = json("{'resourceType':'Bundle','type':'collection','entry':[{'resource':{'extension':"
                + opening.repeat(10_000));
        assertRefused(typeComesLast)
                .hasMessage(
                        "Bundle: is nested deeper than 200 levels; this is no FHIR record, check where it comes from");
    }

    @Test
    void isReadAtTheDepthThatRealRecordsHave() {
        String nested = "{'linkId':'group','item':[".repeat(40)
                + "{'linkId':'leg-pain','answer':[{'valueBoolean':true}]}"
                + "]}".repeat(40);
        assertThat(BundleReader.read(bundleOf("{'resourceType':'QuestionnaireResponse','id':'r','status':'completed',"
                                + "'questionnaire':'" + AnswersReader.INTAKE + "','item':[" + nested + "]}"))
                        .entries())
                .hasSize(1);
    }

    @Test
    void isRefusedWithAStringThatNoCodeCanBe() {
        String id = "x".repeat(Json.MAX_STRING + 1);
        assertRefused(bundleOf("{'resourceType':'Device','id':'" + id + "'}"))
                .hasMessage("Device[1]: holds a string longer than 20000000 characters;"
                        + " this is no FHIR record, check where it comes from");
    }

    @Test
    void isRefusedWithANumberThatNoMeasurementCanBe() {
        String number = "9".repeat(Json.MAX_NUMBER + 1);
        assertRefused(bundleOf("{'resourceType':'Observation','id':'o','valueInteger':" + number + "}"))
                .hasMessage("Observation/o: holds a number longer than 100 digits;"
                        + " this is no FHIR record, check where it comes from");
    }

    @Test
    void isRefusedWithANameThatNoElementHas() {
        String name = "x".repeat(Json.MAX_NAME + 1);
        assertRefused(bundleOf("{'resourceType':'Device','id':'d','" + name + "':1}"))
                .hasMessage("Device/d: holds a name longer than 1000 characters;"
                        + " this is no FHIR record, check where it comes from");
    }

    @Test
    void leavesTheStreamOpen() throws IOException {
        boolean[] closed = new boolean[1];
        var stream = new ByteArrayInputStream(BUNDLE) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        BundleReader.read(stream);
        assertThat(closed[0]).isFalse();
    }
}
