package org.lumbar.documents;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.plan.Diagnosis;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.record.Sex;
import org.lumbar.core.text.LocalizedText;

/** The words that every view of a plan begins and ends with, whatever it looks like. */
final class Headline {

    private static final int DAYS_OF_WEEK = 7;
    /** Longer than this, weeks are easier to grasp than days. */
    private static final int DAYS_UP_TO = 42;

    private final TreatmentPlan plan;
    private final Words words;
    private final UnaryOperator<String> entryNames;

    Headline(TreatmentPlan plan, Words words) {
        this(plan, words, words::entry);
    }

    /** @param entryNames names an entry of the record, given its reference */
    Headline(TreatmentPlan plan, Words words, UnaryOperator<String> entryNames) {
        this.plan = plan;
        this.words = words;
        this.entryNames = entryNames;
    }

    String suspected(RedFlag flag) {
        return words.fill(
                "triage.flag",
                Map.of("flag", words.capital(words.name(flag.id())), "suspected", words.say(flag.suspected())));
    }

    String action(RedFlag flag) {
        return words.fill("triage.action", "action", words.say(flag.action()));
    }

    /** Which entries of the record raised the flag; empty when none is known. */
    String because(RedFlag flag) {
        List<String> because =
                evidence(flag.id()).stream().map(entryNames).distinct().toList();
        return because.isEmpty() ? "" : words.fill("triage.because", "evidence", String.join("; ", because));
    }

    private List<String> evidence(String finding) {
        List<FindingDefinition> definitions = words.knowledge().findings();
        for (int i = 0; i < definitions.size(); i++) {
            if (definitions.get(i).id().equals(finding)) {
                return plan.findings().evidenceOf(i);
            }
        }
        return List.of();
    }

    /** Syndrome, phase and severity. */
    String diagnosis() {
        Diagnosis diagnosis = plan.diagnosis();
        DiagnosisTerm syndrome = diagnosis.syndrome();
        return words.capital(words.fill(
                "diagnosis.line",
                Map.of(
                        "syndrome",
                        syndrome == null ? words.say("syndrome.undetermined") : words.say(syndrome.name()),
                        "phase",
                        words.say("phase." + id(diagnosis.phase())),
                        "severity",
                        severity(diagnosis.severity()))));
    }

    /** What medicines are for: the syndrome and its phase; empty while these are not known. */
    String purpose() {
        Diagnosis diagnosis = plan.diagnosis();
        DiagnosisTerm syndrome = diagnosis.syndrome();
        DiagnosisTerm phase = diagnosis.phase();
        return syndrome == null || phase == null
                ? ""
                : words.fill(
                        "line.purpose",
                        Map.of("syndrome", words.say(syndrome.name()), "phase", words.say("phase." + phase.id())));
    }

    /** How long the episode has lasted; empty when that is not known exactly. */
    String lasting() {
        Interval days = plan.findings().measures().get(Vocabulary.SYMPTOM_DAYS);
        return days != null && days.least() == days.most()
                ? words.fill("screen.lasting", "duration", duration((long) days.most()))
                : "";
    }

    /** The code of the diagnosis; empty when there is none. */
    String code() {
        String code = plan.diagnosis().icd10();
        return code == null ? "" : words.fill("diagnosis.code", "code", code);
    }

    String confirmed() {
        return words.say(plan.diagnosis().confirmed() ? "screen.confirmed" : "screen.not-confirmed");
    }

    private static String id(@Nullable DiagnosisTerm term) {
        return term == null ? "unknown" : term.id();
    }

    private String severity(@Nullable DiagnosisTerm severity) {
        String name = words.say("severity." + id(severity));
        Interval score = plan.findings().measures().get(Vocabulary.PAIN);
        return score == null || score.least() != score.most()
                ? name
                : words.fill("severity.with-score", Map.of("severity", name, "score", score.least()));
    }

    private String duration(long days) {
        return days <= DAYS_UP_TO ? words.count("count.days", days) : words.count("count.weeks", days / DAYS_OF_WEEK);
    }

    /** Day, patient, age and sex, country, standard of care. */
    List<String> patient() {
        return List.of(
                words.date(plan.request().date()),
                plan.patientId(),
                words.age(plan.age()) + ", " + sex(),
                words.country(plan.country()),
                words.fill(
                        "screen.standard",
                        "standard",
                        words.say("standard." + plan.request().standard().id())));
    }

    private String sex() {
        return words.say(
                plan.sex() == Sex.FEMALE ? "sex.female" : plan.sex() == Sex.MALE ? "sex.male" : "sex.unstated");
    }

    /** What is taken already and should not be. */
    List<String> taken() {
        return checks(Reason::taken);
    }

    /** What the record leaves open or contradicts; never silent. */
    List<String> checks() {
        return checks(check -> !check.taken());
    }

    private List<String> checks(Predicate<Reason> kind) {
        return plan.checks().stream().filter(kind).map(words::say).distinct().toList();
    }

    /** What the plan is not, and what it rests on. */
    String foot(LocalizedText disclaimer) {
        return words.say(disclaimer) + " "
                + words.fill(
                        "screen.knowledge",
                        Map.of(
                                "version",
                                words.knowledge().version(),
                                "date",
                                words.date(words.knowledge().reviewed())));
    }
}
