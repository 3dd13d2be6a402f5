package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.knowledge.FindingDefinition.UnknownPolicy;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;

/** A contraindication that must be asked about and was not answered. */
class UnknownFindingsTest {

    /** "No" to fourteen weeks or more is "no" to every later week. */
    private static final List<String> WEEKS =
            List.of("pregnancy-20-27wk", "pregnancy-third-trimester", "pregnancy-after-first-trimester");

    /** Asked at the treatment itself, not before it. */
    private static final String DURING_TREATMENT = "trf-anaphylaxis";

    @ParameterizedTest
    @EnumSource
    void keepTheirItemWaitingAndAreNamedAsMissing(Standard standard) {
        List<String> failures = new ArrayList<>();
        for (Facts.Contraindication one : Facts.CONTRAINDICATIONS) {
            Facts.MustAsk asked = Facts.MUST_ASK.get(one.finding());
            Patients host = Hosts.of(one.item(), standard).orElse(null);
            if (asked == null || host == null || one.finding().equals("red-flag-present")) {
                continue;
            }
            Patients before = one.country().isEmpty() ? host : host.in(one.country());
            TreatmentPlan plan = Hosts.plan(leftOpen(before, asked), standard);
            Recommendation found = Hosts.of(plan, one.item());
            boolean waits = found.status() == Status.NEEDS_INFORMATION
                    && found.missing().stream().anyMatch(accepted(asked)::contains);
            if (!waits) {
                failures.add(one.item() + " without an answer about " + one.finding() + " " + one.country() + " is "
                        + found.status() + ", missing " + found.missing());
            }
        }
        assertThat(failures).isEmpty();
    }

    /** What another answer settles is left open together with that answer; a week of pregnancy together with the others. */
    private static Patients leftOpen(Patients patient, Facts.MustAsk asked) {
        Patients open = patient.unknown(asked.finding());
        if (!asked.answeredBy().isEmpty()) {
            open = open.unknown(asked.answeredBy());
        }
        return WEEKS.contains(asked.finding()) ? open.unknown(WEEKS.toArray(String[]::new)) : open;
    }

    /** The finding itself, its parts, or what would settle it; one question about the age answers all ages. */
    private static Set<String> accepted(Facts.MustAsk asked) {
        Set<String> accepted = parts(asked.finding());
        if (!asked.answeredBy().isEmpty()) {
            accepted.addAll(parts(asked.answeredBy()));
        }
        if (asked.kind().equals("demographic")) {
            accepted.add("age");
            Facts.MUST_ASK.values().stream()
                    .filter(other -> other.kind().equals("demographic"))
                    .forEach(other -> accepted.add(other.finding()));
        }
        return accepted;
    }

    @ParameterizedTest
    @EnumSource
    void areSettledByTheOneAnswerThatTheSheetAccepts(Standard standard) {
        List<String> failures = new ArrayList<>();
        for (Facts.Contraindication one : Facts.CONTRAINDICATIONS) {
            Facts.MustAsk asked = Facts.MUST_ASK.get(one.finding());
            Patients host = Hosts.of(one.item(), standard).orElse(null);
            if (asked != null && host != null && asked.when().equals("absent")) {
                Recommendation found = Hosts.of(
                        Hosts.plan(host.unknown(asked.finding()).absent(asked.answeredBy()), standard), one.item());
                if (!found.status().offered()) {
                    failures.add(one.item() + " with " + asked.answeredBy() + " absent is " + found.status()
                            + ", missing " + found.missing());
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leaveNothingPrescribedWhenNothingIsKnown(Standard standard) {
        Patients nobody = Patients.unknownToUs();
        List<String> needsDiagnosis = Hosts.plan(nobody, standard).recommendations().stream()
                .filter(one -> one.status().offered() && one.item().needsDiagnosis())
                .map(one -> one.item().id())
                .toList();
        assertThat(needsDiagnosis).isEmpty();
    }

    @Test
    void areMustAskInTheContentWheneverTheSheetSaysSo() {
        List<String> assumed = Hosts.KNOWLEDGE.findings().stream()
                .filter(finding -> Facts.MUST_ASK.containsKey(finding.id()))
                .filter(finding -> finding.ifUnknown() != UnknownPolicy.MUST_ASK && !askedOnAMedicine(finding))
                .map(FindingDefinition::id)
                .toList();
        assertThat(assumed).containsOnly(DURING_TREATMENT);
    }

    /** The sheet has the flags of treatment asked while their medicine is taken. */
    private static boolean askedOnAMedicine(FindingDefinition finding) {
        return finding.id().startsWith("trf-")
                && finding.evidence().stream()
                        .anyMatch(evidence ->
                                evidence.effect() == Effect.QUESTION && evidence.source() == Source.MEDICINE);
    }

    /** A finding, and what is asked in its place where its own question would be too coarse. */
    static Set<String> parts(String finding) {
        Set<String> parts = new LinkedHashSet<>(Set.of(finding));
        Hosts.KNOWLEDGE.findings().stream()
                .filter(definition -> definition.id().equals(finding) && definition.askedThroughParts())
                .forEach(definition -> addParts(definition.presentWhen(), parts));
        return parts;
    }

    private static void addParts(Expression expression, Set<String> parts) {
        switch (expression) {
            case Expression.Finding finding -> {
                if (parts.add(finding.id())) {
                    parts.addAll(parts(finding.id()));
                }
            }
            case Expression.Comparison comparison -> parts.add(comparison.measure());
            case Expression.Not not -> addParts(not.operand(), parts);
            case Expression.All all -> all.operands().forEach(one -> addParts(one, parts));
            case Expression.Any any -> any.operands().forEach(one -> addParts(one, parts));
        }
    }
}
