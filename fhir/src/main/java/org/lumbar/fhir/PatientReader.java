package org.lumbar.fhir;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.Sex;
import org.lumbar.core.record.Span;

/** Reads who the patient is. */
final class PatientReader {

    private static final Map<String, Sex> GENDERS =
            Map.of("female", Sex.FEMALE, "male", Sex.MALE, "other", Sex.UNSTATED, "unknown", Sex.UNSTATED);

    /** How well an address tells where the patient lives, worst first. */
    private enum Fit {
        NONE,
        TEMPORARY,
        ANY,
        HOME
    }

    private static final Map<String, Fit> ADDRESS_USES =
            Map.of("home", Fit.HOME, "work", Fit.ANY, "billing", Fit.ANY, "temp", Fit.TEMPORARY, "old", Fit.NONE);

    private @Nullable String country;
    private Fit fit = Fit.NONE;

    private PatientReader() {}

    static Draft read(Cursor in) throws IOException {
        return new PatientReader().patient(in);
    }

    private Draft patient(Cursor in) throws IOException {
        Sex sex = null;
        Span birth = null;
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "id" -> in.id();
                case "gender" -> sex = Elements.code(in, GENDERS);
                case "birthDate" -> birth = in.date();
                case "address" -> addresses(in);
                default -> in.skip();
            }
        }
        String ref = in.place().ref();
        Notes notes = new Notes();
        String code = country == null ? null : Countries.code(country);
        if (country != null && code == null) {
            notes.add(ref, Notes.COUNTRY, country);
        }
        return new Draft.Person(ref, in.place().id(), sex == null ? Sex.UNSTATED : sex, birth, code, notes.list());
    }

    private void addresses(Cursor in) throws IOException {
        if (!in.array()) {
            return;
        }
        while (in.element()) {
            String here = null;
            String use = null;
            for (String field = in.field(); field != null; field = in.field()) {
                switch (field) {
                    case "country" -> here = in.text();
                    case "use" -> use = in.text();
                    default -> in.skip();
                }
            }
            Fit fitHere = use == null ? Fit.ANY : ADDRESS_USES.getOrDefault(use, Fit.ANY);
            if (here != null && fitHere.compareTo(fit) > 0) {
                country = here;
                fit = fitHere;
            }
        }
    }
}
