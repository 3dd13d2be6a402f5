package org.lumbar.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Concept;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.Span;
import org.lumbar.core.record.UnusableRecord;

/** Small bundles for tests, written with single quotes, and short names for what they are read into. */
final class BundleFixtures {

    static final String PATIENT = "{'resourceType':'Patient','id':'p','gender':'female','birthDate':'1980-06-15'}";

    private BundleFixtures() {}

    /** A collection of the patient and these resources, in this order. */
    static byte[] bundleOf(String... resources) {
        StringBuilder bundle = new StringBuilder("{'resourceType':'Bundle','type':'collection','entry':[{'resource':")
                .append(PATIENT)
                .append('}');
        for (String resource : resources) {
            bundle.append(",{'resource':").append(resource).append('}');
        }
        return json(bundle.append("]}").toString());
    }

    static byte[] json(String withSingleQuotes) {
        return withSingleQuotes.replace('\'', '"').getBytes(UTF_8);
    }

    static PatientRecord read(String... resources) {
        return BundleReader.read(bundleOf(resources));
    }

    /** The only entry of a bundle with one resource besides the patient. */
    static Entry readOne(String resource) {
        List<Entry> entries = read(resource).entries();
        if (entries.size() != 1) {
            throw new AssertionError("expected one entry, found " + entries);
        }
        return entries.get(0);
    }

    static List<String> noteKeys(String... resources) {
        return read(resources).notes().stream()
                .map(PatientRecord.ReadingNote::textKey)
                .toList();
    }

    static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(byte[] bundle) {
        return assertThatThrownBy(() -> BundleReader.read(bundle))
                .isInstanceOf(UnusableRecord.class)
                .hasMessageNotContaining("\n");
    }

    static byte[] resource(String name) {
        try (InputStream in = BundleFixtures.class.getResourceAsStream("/bundles/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("No fixture is called " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Span day(String date) {
        return Span.day(LocalDate.parse(date));
    }

    static Span month(String month) {
        return Span.month(YearMonth.parse(month));
    }

    static Concept icd10(String code) {
        return new Concept(List.of(new Coding(CodeSystem.ICD10, code)), null);
    }

    static Concept loinc(String code) {
        return new Concept(List.of(new Coding(CodeSystem.LOINC, code)), null);
    }

    static Concept atc(String code) {
        return new Concept(List.of(new Coding(CodeSystem.ATC, code)), null);
    }

    static Concept snomed(String code) {
        return new Concept(List.of(new Coding(CodeSystem.SNOMED, code)), null);
    }

    /** A CodeableConcept with one code. */
    static String concept(String system, String code) {
        return "{'coding':[{'system':'" + system + "','code':'" + code + "'}]}";
    }

    static String icd10Concept(String code) {
        return concept("http://hl7.org/fhir/sid/icd-10", code);
    }

    static String loincConcept(String code) {
        return concept("http://loinc.org", code);
    }

    static String atcConcept(String code) {
        return concept("http://www.whocc.no/atc", code);
    }

    static String snomedConcept(String code) {
        return concept("http://snomed.info/sct", code);
    }
}
