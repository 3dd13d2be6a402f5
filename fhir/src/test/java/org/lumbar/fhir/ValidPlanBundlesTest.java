package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.text.Language;

/**
 * HL7's own validator on the bundles that plans are written to. It is slow, so each run takes some of the many plans; the
 * system property {@code lumbar.plans} says how many.
 */
class ValidPlanBundlesTest {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final FhirValidator VALIDATOR = validator();

    private static FhirValidator validator() {
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(CONTEXT),
                new CommonCodeSystemsTerminologyService(CONTEXT),
                new InMemoryTerminologyServerValidationSupport(CONTEXT));
        return CONTEXT.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }

    private static List<String> errors(String bundle) {
        return VALIDATOR.validateWithResult(bundle).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }

    @Test
    void areAccepted() {
        List<PatientRecord> people = Plans.everyone();
        int wanted = Math.min(Integer.getInteger("lumbar.plans", 24), people.size());
        for (int i = 0; i < wanted; i++) {
            PatientRecord person = people.get((int) ((long) i * people.size() / wanted));
            Language language = i % 2 == 0 ? Language.EN : Language.RU;
            Standard standard = i % 4 < 2 ? Standard.COMPREHENSIVE : Standard.GUIDELINE;
            TreatmentPlan plan = Plans.PLANNER.plan(person, Plans.request(standard, language));
            assertThat(errors(Plans.written(plan)))
                    .as("%s in %s, %s", person.id(), language, standard)
                    .isEmpty();
        }
    }

    @Test
    void areReallyLookedAt() {
        String bundle = Plans.written(
                Plans.PLANNER.plan(Plans.person("acute-lumbago"), Plans.request(Standard.COMPREHENSIVE, Language.EN)));
        assertThat(errors(bundle.replaceFirst("\"draft\"", "\"drafted\""))).isNotEmpty();
        assertThat(errors(bundle.replaceFirst("\"lifecycleStatus\"", "\"status\"")))
                .isNotEmpty();
    }
}
