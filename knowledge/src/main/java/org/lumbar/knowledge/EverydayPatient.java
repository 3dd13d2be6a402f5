package org.lumbar.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.text.Language;

/** A persona of the content, with what has been tried and ordered. */
record EverydayPatient(Persona persona, Cases.Given given, KnowledgeBase knowledge, LocalDate date)
        implements Attempts.Patient {

    private static final List<List<String>> ORDERED = List.of(
            List.of(),
            List.of("marked-muscle-spasm", "marked-inflammation", "wants-complementary"),
            List.of("specialist-order", "setting-equipped-for-anaphylaxis", "wants-complementary"));

    private static final List<List<String>> TRIED = List.of(
            List.of(),
            List.of("nsaid-tried-without-effect", "first-step-tried-without-effect"),
            List.of("oral-route-impossible"));

    private static final String AGE_UNDER = "age-under-";
    private static final String OLD = "age-65-plus";
    private static final int OLD_YEARS = 65;

    /** The persona in every everyday variation and in every country that the content knows. */
    static List<EverydayPatient> of(Persona persona, KnowledgeBase knowledge, LocalDate date) {
        List<EverydayPatient> all = new ArrayList<>();
        for (List<String> ordered : ORDERED) {
            for (List<String> tried : TRIED) {
                List<String> present = Lists.union(ordered, tried);
                for (String country :
                        knowledge.formularies().keySet().stream().sorted().toList()) {
                    Cases.Given given = new Cases.Given(
                            persona.id(),
                            present,
                            List.of(),
                            List.of(),
                            Map.of(),
                            List.of(),
                            List.of(),
                            Standard.COMPREHENSIVE,
                            country);
                    all.add(new EverydayPatient(persona.in(country), given, knowledge, date));
                }
            }
        }
        return all;
    }

    static PlanRequest request(LocalDate date, Standard standard) {
        return new PlanRequest(date, standard, null, Language.EN);
    }

    @Override
    public PatientRecord record() {
        return persona.record(given, knowledge, date);
    }

    @Override
    public EverydayPatient with(String finding, boolean present) {
        Map<String, Double> measures = new HashMap<>(given.measures());
        if (finding.startsWith(AGE_UNDER)) {
            int limit = Integer.parseInt(finding.substring(AGE_UNDER.length()));
            measures.put(Vocabulary.AGE, (double) (present ? limit - 1 : limit));
            return with(given.present(), given.absent(), measures, given.medicines());
        }
        if (finding.equals(OLD)) {
            measures.put(Vocabulary.AGE, (double) (present ? OLD_YEARS : OLD_YEARS - 1));
            return with(given.present(), given.absent(), measures, given.medicines());
        }
        List<String> yes = new ArrayList<>(given.present());
        List<String> no = new ArrayList<>(given.absent());
        yes.remove(finding);
        no.remove(finding);
        (present ? yes : no).add(finding);
        return with(yes, no, measures, given.medicines());
    }

    @Override
    public EverydayPatient taking(String atc) {
        List<Map<String, String>> medicines = new ArrayList<>(given.medicines());
        medicines.add(Map.of("atc", atc));
        return with(given.present(), given.absent(), given.measures(), medicines);
    }

    private EverydayPatient with(
            List<String> present,
            List<String> absent,
            Map<String, Double> measures,
            List<Map<String, String>> medicines) {
        Cases.Given changed = new Cases.Given(
                given.person(),
                List.copyOf(present),
                List.copyOf(absent),
                given.unknown(),
                Map.copyOf(measures),
                List.copyOf(medicines),
                given.allergies(),
                given.standard(),
                given.country());
        return new EverydayPatient(persona, changed, knowledge, date);
    }
}
