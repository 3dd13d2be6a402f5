package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;

class CodeSystemsTest {

    @ParameterizedTest
    @CsvSource({
        "http://hl7.org/fhir/sid/icd-10, ICD10",
        "urn:oid:2.16.840.1.113883.6.3, ICD10",
        "urn:oid:1.2.643.5.1.13.13.11.1005, ICD10",
        "http://hl7.org/fhir/sid/icd-10-ru, ICD10",
        "http://hl7.org/fhir/sid/icd-10-gm, ICD10",
        "http://hl7.org/fhir/sid/icd-10-who, ICD10",
        "http://fhir.de/CodeSystem/bfarm/icd-10-gm, ICD10",
        "http://hl7.org/fhir/sid/icd-10-cm, ICD10_CM",
        "urn:oid:2.16.840.1.113883.6.90, ICD10_CM",
        "http://snomed.info/sct, SNOMED",
        "http://loinc.org, LOINC",
        "http://www.whocc.no/atc, ATC",
        "urn:oid:2.16.840.1.113883.6.73, ATC",
        "http://www.nlm.nih.gov/research/umls/rxnorm, RXNORM",
        "urn:oid:2.16.840.1.113883.6.88, RXNORM",
        "http://hl7.org/fhir/sid/icd-9-cm, OTHER",
        "http://hl7.org/fhir/sid/icd-10-pcs, OTHER",
        "http://hl7.org/fhir/sid/icd-11, OTHER",
        "http://clinic.example/codes, OTHER"
    })
    void areToldByTheirNames(String system, CodeSystem expected) {
        assertThat(CodeSystems.coding(system, "X1")).isEqualTo(new Coding(expected, "X1"));
    }

    @ParameterizedTest
    @CsvSource({
        "M54.5, M545",
        "m54.5, M545",
        "M54, M54",
        "M54.-, M54",
        "'M 54.5', M545",
        "A18.0+, A180",
        "M49.0*, M490",
        "A18.0†, A180",
        // Cyrillic letters that look like Latin ones, capital and small.
        "М54.5, M545",
        "м54.5, M545",
        "К25, K25",
        "А00, A00",
        "В15, B15",
        "С50, C50",
        "Е10, E10",
        "Н81, H81",
        "О26, O26",
        "Р07, P07",
        "Т39, T39",
        "Х60, X60",
        "S72.00XA, S7200XA"
    })
    void spellIcdCodesAlike(String written, String expected) {
        assertThat(CodeSystems.coding("http://hl7.org/fhir/sid/icd-10", written))
                .isEqualTo(new Coding(CodeSystem.ICD10, expected));
        assertThat(CodeSystems.coding("http://hl7.org/fhir/sid/icd-10-cm", written))
                .isEqualTo(new Coding(CodeSystem.ICD10_CM, expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"M01AB05", "m01ab05", "М01АВ05", "M01 AB05"})
    void spellAtcCodesAlike(String written) {
        assertThat(CodeSystems.coding("http://www.whocc.no/atc", written))
                .isEqualTo(new Coding(CodeSystem.ATC, "M01AB05"));
    }

    @ParameterizedTest
    @CsvSource({"http://loinc.org, 72514-3", "http://snomed.info/sct, 279039007", "http://clinic.example/codes, a.B-c"})
    void leaveOtherCodesAsTheyAre(String system, String code) {
        assertThat(CodeSystems.coding(system, code).code()).isEqualTo(code);
    }
}
