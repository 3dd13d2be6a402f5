package org.lumbar.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Addresses of Lumbar's own code systems and identifiers, and names of resources that come out the same for the same plan. */
final class Names {

    private static final String ROOT = "https://w3id.org/lumbar/fhir/";

    static final String PROGRAM = "https://w3id.org/lumbar";
    static final String ITEM = ROOT + "CodeSystem/item";
    static final String FINDING = ROOT + "CodeSystem/finding";
    static final String CATEGORY = ROOT + "CodeSystem/category";
    static final String STANDARD = ROOT + "CodeSystem/standard";
    static final String STAGE = ROOT + "CodeSystem/stage";
    static final String FOLLOW_UP = ROOT + "CodeSystem/follow-up";
    static final String GOAL = ROOT + "CodeSystem/goal";
    static final String REASON = ROOT + "CodeSystem/reason";
    static final String ROUTE = ROOT + "CodeSystem/route";
    static final String ASKED_OF = ROOT + "CodeSystem/asked-of";
    static final String DETAIL = ROOT + "CodeSystem/detail";
    static final String PATIENT_ID = ROOT + "identifier/patient";
    static final String KNOWLEDGE_VERSION = ROOT + "identifier/knowledge-version";
    static final String KNOWLEDGE_SHA256 = ROOT + "identifier/knowledge-sha256";

    static final String ATC = "http://www.whocc.no/atc";
    static final String UCUM = "http://unitsofmeasure.org";
    static final String HL7_ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    static final String HL7_DATA_OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    static final String HL7_FLAG = "http://terminology.hl7.org/CodeSystem/flag-category";
    static final String HL7_PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private Names() {}

    /** A name-based UUID (RFC 9562, version 5): the same patient, type and thing have the same one in every plan. */
    static String uuid(String patient, String type, String thing) {
        byte[] hash = sha1().digest((PROGRAM + "|" + patient + "|" + type + "|" + thing).getBytes(UTF_8));
        hash[6] = (byte) ((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3F) | 0x80);
        String hex = HexFormat.of().formatHex(hash, 0, 16);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
