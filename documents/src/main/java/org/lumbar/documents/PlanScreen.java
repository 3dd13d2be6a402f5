package org.lumbar.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lumbar.core.knowledge.FindingDefinition.AskedOf;
import org.lumbar.core.knowledge.Pathway;
import org.lumbar.core.plan.CarePath;
import org.lumbar.core.plan.Question;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;

/** A plan on one screen: what to do and why, then everything else as briefly as it can be said without hiding it. */
final class PlanScreen {

    private static final int QUESTIONS = 5;
    private static final int FOLLOW_UPS = 3;
    private static final int CAUTIONS = 2;

    private final TreatmentPlan plan;
    private final Words words;
    private final Page page;
    private final Head head;
    private final Regimen regimen;
    private final ShortLists lists;

    PlanScreen(TreatmentPlan plan, Words words, Page page, Head head) {
        this.plan = plan;
        this.words = words;
        this.page = page;
        this.head = head;
        this.regimen = new Regimen(words);
        this.lists = new ShortLists(plan, words, page);
    }

    void write() {
        head.triage();
        head.diagnosis();
        head.patient();
        page.gap();
        writeRecommended();
        page.gap();
        lists.optional();
        lists.discretion();
        lists.needsInformation();
        lists.withheld();
        lists.leftOut();
        page.gap();
        writeQuestions();
        writeFollowUps();
        writeSafetyNet();
        head.checks();
        page.gap();
        head.foot();
    }

    private void writeRecommended() {
        List<Page.Span> heading = new ArrayList<>();
        heading.add(Page.span(words.heading("heading.plan"), Ink.HEADING));
        heading.add(Page.span("  " + stages(), Ink.PLAIN));
        page.text(0, 2, heading);
        List<Recommendation> recommended = plan.recommendations().stream()
                .filter(recommendation -> recommendation.status() == Status.RECOMMENDED)
                .toList();
        if (recommended.isEmpty()) {
            page.text(2, 2, words.say("screen.nothing-recommended"), Ink.CARE);
        }
        byWhy(recommended).values().forEach(this::writeTogether);
    }

    /** Items that need no words of their own stand together under the reason that they share. */
    private Map<String, List<Recommendation>> byWhy(List<Recommendation> recommended) {
        Map<String, List<Recommendation>> groups = new LinkedHashMap<>();
        for (Recommendation recommendation : recommended) {
            boolean plain = regimen.of(recommendation.item(), recommendation.dose()).isEmpty()
                    && recommendation.reasons().stream().noneMatch(Offered::isNote);
            String key = plain ? Offered.why(recommendation, words) : recommendation.item().id();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(recommendation);
        }
        return groups;
    }

    private void writeTogether(List<Recommendation> group) {
        Recommendation first = group.get(0);
        String names = String.join(
                " · ",
                group.stream()
                        .map(one -> words.capital(words.say(one.item().name())))
                        .toList());
        String how = regimen.of(first.item(), first.dose());
        List<Page.Span> spans = new ArrayList<>();
        spans.add(Page.span("• " + names, Ink.STRONG));
        if (!how.isEmpty()) {
            spans.add(Page.span(": " + how, Ink.PLAIN));
        }
        page.text(1, 3, spans);
        String why = Words.stopped(Offered.why(first, words));
        if (group.size() == 1) {
            why += " "
                    + words.fill(
                            "screen.evidence",
                            "grade",
                            words.say("grade." + first.item().evidence().grade()));
        }
        page.text(5, 5, why, Ink.FAINT);
        if (first.dose() != null) {
            first.dose().adjustments().forEach(text -> page.text(5, 7, "→ " + words.say(text), Ink.PLAIN));
        }
        List<String> notes = Offered.notes(first, words);
        notes.stream().limit(CAUTIONS).forEach(note -> page.text(5, 7, "! " + note, Ink.CARE));
        if (notes.size() > CAUTIONS) {
            page.text(5, 7, "! " + words.count("screen.more-cautions", notes.size() - CAUTIONS), Ink.CARE);
        }
    }

    private String stages() {
        List<CarePath.StagePlan> stages = plan.path().stages();
        if (stages.isEmpty()) {
            return "";
        }
        CarePath.StagePlan now = stages.get(0);
        String stage = words.say(now.stage().name());
        List<String> parts = new ArrayList<>();
        parts.add(
                now.end() == null
                        ? stage
                        : words.fill("screen.stage-until", Map.of("stage", stage, "date", words.date(now.end()))));
        if (stages.size() > 1) {
            parts.add(words.fill(
                    "screen.stage-then",
                    "stage",
                    words.say(stages.get(1).stage().name())));
        }
        parts.add(words.fill("screen.stage-review", "date", words.date(now.review())));
        return String.join(", ", parts);
    }

    private void writeQuestions() {
        List<Question> questions = plan.questions();
        if (questions.isEmpty()) {
            return;
        }
        page.text(0, 2, words.heading("heading.questions"), Ink.HEADING);
        int number = 0;
        for (Question question : questions.stream().limit(QUESTIONS).toList()) {
            number++;
            String tail = words.fill(
                    "screen.decides",
                    "items",
                    words.count("count.items", question.decides().size()));
            if (question.askedOf() == AskedOf.CLINICIAN) {
                tail = words.say("screen.asked-of-clinician") + ", " + tail;
            }
            page.text(
                    2,
                    5,
                    List.of(
                            Page.span(number + ". " + words.say(question.text()), Ink.PLAIN),
                            Page.span(" (" + tail + ")", Ink.FAINT)));
        }
        if (questions.size() > QUESTIONS) {
            page.text(5, 5, words.count("screen.more-questions", questions.size() - QUESTIONS), Ink.FAINT);
        }
    }

    private void writeFollowUps() {
        Map<LocalDate, List<String>> byDate = new TreeMap<>();
        for (CarePath.DatedFollowUp followUp : plan.path().followUps()) {
            byDate.computeIfAbsent(followUp.on(), date -> new ArrayList<>(2))
                    .add(words.say(followUp.followUp().text()));
        }
        if (byDate.isEmpty()) {
            return;
        }
        page.text(0, 2, words.heading("heading.follow-up"), Ink.HEADING);
        byDate.entrySet().stream()
                .limit(FOLLOW_UPS)
                .forEach(entry -> page.text(
                        2,
                        4,
                        List.of(
                                Page.span(words.date(entry.getKey()), Ink.STRONG),
                                Page.span(": " + String.join(" ", entry.getValue()), Ink.PLAIN))));
        List<String> later =
                byDate.keySet().stream().skip(FOLLOW_UPS).map(words::date).toList();
        if (!later.isEmpty()) {
            page.text(2, 4, words.fill("screen.follow-up-later", "dates", String.join(", ", later)), Ink.FAINT);
        }
    }

    private void writeSafetyNet() {
        List<Pathway.Advice> advice = plan.path().safetyNet();
        if (advice.isEmpty()) {
            return;
        }
        List<Page.Span> spans = new ArrayList<>();
        spans.add(Page.span(words.heading("heading.safety-net"), Ink.HEADING));
        spans.add(Page.span("  " + words.say(advice.get(0).text()), Ink.PLAIN));
        if (advice.size() > 1) {
            spans.add(Page.span(" " + words.count("screen.more-signs", advice.size() - 1), Ink.FAINT));
        }
        page.text(0, 2, spans);
    }
}
