package org.lumbar.fhir;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.lumbar.core.record.Entry;
import org.lumbar.core.record.Entry.Activity;

/** Reads allergies and intolerances, also the statement that there are none. */
final class AllergyReader {

    private static final String CLINICAL_SYSTEM = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";

    private static final Map<String, Activity> CLINICAL =
            Map.of("active", Activity.ACTIVE, "inactive", Activity.INACTIVE, "resolved", Activity.RESOLVED);

    private static final Map<String, Boolean> INTOLERANCE_TYPES = Map.of("allergy", false, "intolerance", true);

    /** Whether an allergy of a category can be to a medicine. */
    private static final Map<String, Boolean> CATEGORIES =
            Map.of("food", false, "environment", false, "medication", true, "biologic", true);

    private AllergyReader() {}

    static Draft read(Cursor in) throws IOException {
        Elements.Codes code = new Elements.Codes();
        Elements.Codes substances = new Elements.Codes();
        String subject = null;
        Activity activity = null;
        Verification verification = null;
        Boolean intolerance = null;
        boolean maybeMedicine = true;
        boolean modified = false;
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "id" -> in.id();
                case "patient" -> subject = Elements.reference(in);
                case "code" -> code.addConcept(in);
                case "reaction" -> addSubstances(in, substances);
                case "clinicalStatus" -> activity = Elements.conceptCode(in, CLINICAL_SYSTEM, CLINICAL);
                case "verificationStatus" ->
                    verification = Elements.conceptCode(in, Verification.ALLERGY_SYSTEM, Verification.OF_ALLERGY);
                case "category" -> maybeMedicine = ofMedicine(in);
                case "type" -> intolerance = Elements.code(in, INTOLERANCE_TYPES);
                case "modifierExtension" -> {
                    modified = true;
                    in.skip();
                }
                default -> in.skip();
            }
        }
        String ref = in.place().ref();
        if (verification == Verification.DISOWNED) {
            return Draft.nothing(ref, subject);
        }
        Elements.Codes what = code.isEmpty() ? substances : code;
        Entry.Allergy allergy = new Entry.Allergy(
                ref,
                what.concept(),
                activity == null ? Activity.UNSTATED : activity,
                (verification == null ? Verification.UNSTATED : verification).certainty(modified),
                Boolean.TRUE.equals(intolerance),
                maybeMedicine);
        Notes notes = new Notes();
        if (modified) {
            notes.add(ref, Notes.MODIFIED, null);
        }
        if (allergy.activity().current() && !what.understood()) {
            notes.add(ref, Notes.UNCODED, what.concept().text());
        }
        return new Draft.Ready(ref, subject, List.of(allergy), notes.list());
    }

    /** False when every category speaks against it. */
    private static boolean ofMedicine(Cursor in) throws IOException {
        List<Boolean> categories = Elements.codes(in, CATEGORIES);
        return categories.isEmpty() || categories.contains(true);
    }

    private static void addSubstances(Cursor in, Elements.Codes substances) throws IOException {
        if (in.array()) {
            while (in.element()) {
                for (String field = in.field(); field != null; field = in.field()) {
                    if (field.equals("substance")) {
                        substances.addConcept(in);
                    } else {
                        in.skip();
                    }
                }
            }
        }
    }
}
