package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.fhir.BundleFixtures.json;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;

class PatientReadingTest {

    private static PatientRecord patient(String more) {
        return BundleReader.read(json("{'resourceType':'Bundle','type':'searchset','entry':[{'fullUrl':"
                + "'https://clinic.example/fhir/Patient/77','resource':{'resourceType':'Patient'" + more + "}}]}"));
    }

    @ParameterizedTest
    @CsvSource({"female, FEMALE", "male, MALE", "other, UNSTATED", "unknown, UNSTATED"})
    void readsTheSex(String code, Sex expected) {
        assertThat(patient(",'gender':'" + code + "'").sex()).isEqualTo(expected);
    }

    @Test
    void takesMissingElementsAsNotStated() {
        PatientRecord patient = patient("");
        assertThat(patient.sex()).isEqualTo(Sex.UNSTATED);
        assertThat(patient.birth()).isNull();
        assertThat(patient.country()).isNull();
        assertThat(patient.notes()).isEmpty();
    }

    @Test
    void takesTheIdOrElseTheEndOfTheAddress() {
        assertThat(patient(",'id':'p-1'").id()).isEqualTo("p-1");
        assertThat(patient("").id()).isEqualTo("77");
        assertThat(BundleReader.read(json("{'resourceType':'Bundle','type':'collection','entry':["
                                + "{'resource':{'resourceType':'Patient'}}]}"))
                        .id())
                .isEqualTo("unidentified");
    }

    @ParameterizedTest
    @CsvSource({"1984, 1984-01-01, 1984-12-31", "1984-02, 1984-02-01, 1984-02-29", "1984-05-12, 1984-05-12, 1984-05-12"
    })
    void readsTheBirthDateAsExactlyAsItIsWritten(String written, LocalDate earliest, LocalDate latest) {
        assertThat(patient(",'birthDate':'" + written + "'").birth()).isEqualTo(new Span(earliest, latest));
    }

    @ParameterizedTest
    @CsvSource({
        "RU, RU",
        "ru, RU",
        "RUS, RU",
        "Russia, RU",
        "Russian Federation, RU",
        "Россия, RU",
        "РОССИЙСКАЯ ФЕДЕРАЦИЯ, RU",
        "РФ, RU",
        "US, US",
        "USA, US",
        "United States, US",
        "США, US",
        "GB, GB",
        "GBR, GB",
        "United Kingdom, GB",
        "Великобритания, GB",
        "Deutschland, -",
        "Germany, DE",
        "Германия, DE",
        "KAZ, KZ",
        "Казахстан, KZ",
        "Беларусь, BY",
        "ZZ, -",
        "Atlantis, -"
    })
    void readsTheCountry(String written, String expected) {
        PatientRecord patient = patient(",'address':[{'country':'" + written + "'}]");
        if (expected.equals("-")) {
            assertThat(patient.country()).isNull();
            assertThat(patient.notes())
                    .extracting(PatientRecord.ReadingNote::textKey)
                    .containsExactly(Notes.COUNTRY);
        } else {
            assertThat(patient.country()).isEqualTo(expected);
            assertThat(patient.notes()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "{'use':'work','country':'US'},{'use':'home','country':'RU'}  | RU",
                "{'use':'home','country':'RU'},{'use':'home','country':'US'}  | RU",
                "{'use':'temp','country':'US'},{'country':'RU'}              | RU",
                "{'use':'temp','country':'US'}                               | US",
                "{'use':'old','country':'US'}                                | -",
                "{'use':'home','city':'Kazan'},{'use':'work','country':'RU'}  | RU"
            })
    void prefersTheHomeAddress(String addresses, String expected) {
        assertThat(patient(",'address':[" + addresses + "]").country()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"collection", "transaction", "searchset", "batch"})
    void comesInBundlesOfTheseTypes(String type) {
        byte[] bundle = json("{'resourceType':'Bundle','type':'" + type + "','entry':[{'search':{'mode':'match'},"
                + "'request':{'method':'PUT','url':'Patient/p'},'resource':" + BundleFixtures.PATIENT + "}]}");
        assertThat(BundleReader.read(bundle).id()).isEqualTo("p");
    }

    @Test
    void isNotWholeWhenTheBundleHasANextPage() {
        byte[] page = json("{'resourceType':'Bundle','type':'searchset','link':[{'relation':'self','url':'a'},"
                + "{'relation':'next','url':'b'}],'entry':[{'resource':" + BundleFixtures.PATIENT + "}]}");
        assertThat(BundleReader.read(page).notes()).containsExactly(Notes.note("Bundle", Notes.MORE_PAGES, null));
    }
}
