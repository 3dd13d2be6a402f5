package org.lumbar.server.my;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Pathway.Advice;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.plan.Wording;
import org.lumbar.documents.EmergencyLines;

/**
 * When to get help at once; on every page of a patient.
 *
 * @param call whom to call, with the numbers of the patient's country
 * @param advice what to look out for and where to go, as the knowledge base words it
 */
public record Help(List<String> call, List<String> advice) {

    public Help {
        call = List.copyOf(call);
        advice = List.copyOf(advice);
    }

    /** Emergencies, for one patient; where the plan says nothing, as in an emergency, for everybody. */
    static Help of(TreatmentPlan plan, KnowledgeBase knowledge) {
        return said(emergencies(plan, knowledge), plan, knowledge);
    }

    /** Only what concerns these warning signs. */
    static Help about(Collection<String> flags, TreatmentPlan plan, KnowledgeBase knowledge) {
        return said(
                knowledge.pathway().safetyNet().stream()
                        .filter(advice -> advice.flags().stream().anyMatch(flags::contains))
                        .toList(),
                plan,
                knowledge);
    }

    /** The advice that names emergencies, in the order of the knowledge base. */
    static List<Advice> emergencies(TreatmentPlan plan, KnowledgeBase knowledge) {
        Set<String> emergencies = knowledge.redFlags().stream()
                .filter(flag -> flag.urgency().emergency())
                .map(RedFlag::id)
                .collect(Collectors.toSet());
        List<Advice> own = plan.path().safetyNet().isEmpty()
                ? knowledge.pathway().safetyNet()
                : plan.path().safetyNet();
        return own.stream()
                .filter(advice -> advice.flags().stream().anyMatch(emergencies::contains))
                .toList();
    }

    private static Help said(List<Advice> advice, TreatmentPlan plan, KnowledgeBase knowledge) {
        Wording words = new Wording(knowledge, plan.request().language());
        return new Help(
                EmergencyLines.of(plan, knowledge),
                advice.stream().map(one -> words.say(one.text())).toList());
    }
}
