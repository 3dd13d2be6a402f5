package org.lumbar.fhir;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;

/** Tells code systems by their FHIR names and brings codes into the spelling that {@link Coding} promises. */
final class CodeSystems {

    private static final String HL7_ICD10 = "http://hl7.org/fhir/sid/icd-10";

    private static final Map<String, CodeSystem> BY_URI = Map.ofEntries(
            Map.entry(HL7_ICD10, CodeSystem.ICD10),
            Map.entry("urn:oid:2.16.840.1.113883.6.3", CodeSystem.ICD10),
            // The register of reference data of the Russian ministry of health.
            Map.entry("urn:oid:1.2.643.5.1.13.13.11.1005", CodeSystem.ICD10),
            Map.entry("http://id.who.int/icd/release/10", CodeSystem.ICD10),
            Map.entry("http://fhir.de/CodeSystem/bfarm/icd-10-gm", CodeSystem.ICD10),
            Map.entry("http://fhir.de/CodeSystem/dimdi/icd-10-gm", CodeSystem.ICD10),
            Map.entry("http://hl7.org/fhir/sid/icd-10-cm", CodeSystem.ICD10_CM),
            Map.entry("urn:oid:2.16.840.1.113883.6.90", CodeSystem.ICD10_CM),
            Map.entry("http://snomed.info/sct", CodeSystem.SNOMED),
            Map.entry("urn:oid:2.16.840.1.113883.6.96", CodeSystem.SNOMED),
            Map.entry("http://loinc.org", CodeSystem.LOINC),
            Map.entry("urn:oid:2.16.840.1.113883.6.1", CodeSystem.LOINC),
            Map.entry("http://www.whocc.no/atc", CodeSystem.ATC),
            Map.entry("urn:oid:2.16.840.1.113883.6.73", CodeSystem.ATC),
            Map.entry("http://fhir.de/CodeSystem/bfarm/atc", CodeSystem.ATC),
            Map.entry("http://fhir.de/CodeSystem/dimdi/atc", CodeSystem.ATC),
            Map.entry("http://www.nlm.nih.gov/research/umls/rxnorm", CodeSystem.RXNORM),
            Map.entry("urn:oid:2.16.840.1.113883.6.88", CodeSystem.RXNORM),
            Map.entry("https://w3id.org/lumbar/fhir/CodeSystem/measure", CodeSystem.MEASURE));

    /** Capital letters of the Cyrillic alphabet that look like Latin ones and are typed in their place. */
    private static final String CYRILLIC = "АВСЕНКМОРТХ";

    private static final String LATIN = "ABCEHKMOPTX";

    private CodeSystems() {}

    static Coding coding(@Nullable String system, String code) {
        CodeSystem known = system == null ? CodeSystem.OTHER : named(system);
        return new Coding(
                known,
                switch (known) {
                    case ICD10, ICD10_CM, ATC -> lettersAndDigits(code);
                    case SNOMED, LOINC, RXNORM, MEASURE, OTHER -> code;
                });
    }

    private static CodeSystem named(String system) {
        CodeSystem known = BY_URI.get(system);
        return known != null ? known : nationalIcd10(system);
    }

    /** National versions are named like {@code icd-10-ru}; the procedure classification is another thing. */
    private static CodeSystem nationalIcd10(String system) {
        boolean national = system.startsWith(HL7_ICD10 + "-") && !system.endsWith("-pcs");
        return national ? CodeSystem.ICD10 : CodeSystem.OTHER;
    }

    /** Drops the dot, the dagger and asterisk signs and spaces; upper case; Latin letters. */
    private static String lettersAndDigits(String code) {
        if (plain(code)) {
            return code;
        }
        String upper = code.toUpperCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(upper.length());
        for (int i = 0; i < upper.length(); i++) {
            char sign = upper.charAt(i);
            int lookAlike = CYRILLIC.indexOf(sign);
            if (lookAlike >= 0) {
                kept.append(LATIN.charAt(lookAlike));
            } else if (Character.isLetterOrDigit(sign)) {
                kept.append(sign);
            }
        }
        return kept.toString();
    }

    private static boolean plain(String code) {
        for (int i = 0; i < code.length(); i++) {
            char sign = code.charAt(i);
            if ((sign < '0' || sign > '9') && (sign < 'A' || sign > 'Z')) {
                return false;
            }
        }
        return true;
    }
}
