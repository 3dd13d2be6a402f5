package org.lumbar.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.plan.Diagnosis;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.record.Sex;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.core.triage.Triage;

/** What every view of a plan begins and ends with: how urgent it is, who it is about, and what it rests on. */
final class Head {

    private static final int DAYS_OF_WEEK = 7;
    /** Longer than this, weeks are easier to grasp than days. */
    private static final int DAYS_UP_TO = 42;

    private final TreatmentPlan plan;
    private final Words words;
    private final Page page;

    Head(TreatmentPlan plan, Words words, Page page) {
        this.plan = plan;
        this.words = words;
        this.page = page;
    }

    void triage() {
        Triage triage = plan.triage();
        int unanswered = triage.unanswered().size();
        List<Page.Span> spans = new ArrayList<>();
        if (triage.level() != Urgency.NONE) {
            boolean urgent = triage.level() != Urgency.ROUTINE_REFERRAL;
            spans.add(alarm(triage.level(), urgent ? Ink.ALARM : Ink.CARE));
            spans.add(Page.span(
                    " " + words.say("triage." + triage.level().id() + ".means"), urgent ? Ink.URGENT : Ink.CARE));
        } else if (unanswered > 0) {
            spans.add(Page.span("? " + words.say("screen.none-on-record"), Ink.CARE));
        } else {
            spans.add(Page.span("✓ " + words.capital(words.say("triage.none")), Ink.GOOD));
        }
        if (unanswered > 0) {
            spans.add(Page.span(" " + words.count("screen.unanswered", unanswered), Ink.CARE));
        }
        page.text(0, 2, spans);
        for (RedFlag flag : triage.present()) {
            flag(flag);
        }
    }

    /** The urgency, loud without colours too. */
    Page.Span alarm(Urgency level, Ink ink) {
        return Page.span("▲ " + words.heading("triage." + level.id()) + ".", ink);
    }

    void flag(RedFlag flag) {
        String suspected = words.fill(
                "triage.flag",
                Map.of("flag", words.capital(words.name(flag.id())), "suspected", words.say(flag.suspected())));
        page.text(2, 4, suspected, Ink.STRONG);
        page.text(4, 4, words.fill("triage.action", "action", words.say(flag.action())), Ink.PLAIN);
        List<String> because = evidence(flag.id());
        if (!because.isEmpty()) {
            page.text(4, 4, words.fill("triage.because", "evidence", String.join(", ", because)), Ink.FAINT);
        }
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

    void diagnosis() {
        Diagnosis diagnosis = plan.diagnosis();
        DiagnosisTerm syndrome = diagnosis.syndrome();
        String line = words.fill(
                "diagnosis.line",
                Map.of(
                        "syndrome",
                        syndrome == null ? words.say("syndrome.undetermined") : words.say(syndrome.name()),
                        "phase",
                        words.say("phase." + id(diagnosis.phase())),
                        "severity",
                        severity(diagnosis.severity())));
        List<Page.Span> spans = new ArrayList<>();
        spans.add(Page.span(words.capital(line), Ink.STRONG));
        Interval days = plan.findings().measures().get(Vocabulary.SYMPTOM_DAYS);
        if (days != null && days.least() == days.most()) {
            spans.add(Page.span(
                    ", " + words.fill("screen.lasting", "duration", duration((long) days.most())), Ink.PLAIN));
        }
        if (diagnosis.icd10() != null) {
            spans.add(Page.span(" · " + words.fill("diagnosis.code", "code", diagnosis.icd10()), Ink.PLAIN));
        }
        spans.add(
                diagnosis.confirmed()
                        ? Page.span(" · " + words.say("screen.confirmed"), Ink.PLAIN)
                        : Page.span(" · " + words.say("screen.not-confirmed"), Ink.CARE));
        page.text(0, 2, spans);
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

    void patient() {
        String sex = words.say(
                plan.sex() == Sex.FEMALE ? "sex.female" : plan.sex() == Sex.MALE ? "sex.male" : "sex.unstated");
        String line = String.join(
                " · ",
                words.date(plan.request().date()),
                plan.patientId(),
                words.age(plan.age()) + ", " + sex,
                words.country(plan.country()),
                words.fill(
                        "screen.standard",
                        "standard",
                        words.say("standard." + plan.request().standard().id())));
        page.text(0, 2, line, Ink.FAINT);
    }

    /** What the record leaves open or contradicts; never silent. */
    void checks() {
        if (plan.checks().isEmpty()) {
            return;
        }
        page.text(0, 2, words.heading("heading.checks"), Ink.HEADING);
        for (String check :
                plan.checks().stream().map(this::say).collect(Collectors.toCollection(java.util.LinkedHashSet::new))) {
            page.text(2, 4, "! " + check, Ink.CARE);
        }
    }

    private String say(Reason check) {
        return words.say(check);
    }

    /** What the plan is not, and what it rests on. */
    void foot(LocalizedText disclaimer) {
        page.text(
                0,
                0,
                words.say(disclaimer) + " "
                        + words.fill(
                                "screen.knowledge",
                                Map.of(
                                        "version",
                                        words.knowledge().version(),
                                        "date",
                                        words.date(words.knowledge().reviewed()))),
                Ink.FAINT);
    }
}
