package org.lumbar.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lumbar.core.knowledge.FindingDefinition.AskedOf;
import org.lumbar.core.knowledge.Pathway;
import org.lumbar.core.plan.CarePath;
import org.lumbar.core.plan.Question;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;

/** A plan on one screen: what to do and why, then everything else as briefly as it can be said without hiding it. */
final class PlanScreen {

    private static final int QUESTIONS = 5;
    /** Later follow-ups that are named; more are counted. */
    private static final int DATES = 3;

    private final TreatmentPlan plan;
    private final Words words;
    private final Page page;
    private final Head head;
    private final Regimen regimen;
    private final ShortLists lists;
    private final Together together;
    /** What the cautions of items further up are about. */
    private final Set<String> told = new HashSet<>();

    PlanScreen(TreatmentPlan plan, Words words, Page page, Head head) {
        this.plan = plan;
        this.words = words;
        this.page = page;
        this.head = head;
        this.regimen = new Regimen(words);
        this.together = new Together(words);
        this.lists = new ShortLists(plan, words, page);
    }

    void write() {
        head.triage();
        head.diagnosis();
        head.patient();
        page.gap();
        head.taken();
        page.gap();
        writeRecommended();
        page.gap();
        lists.offered();
        lists.needsInformation();
        lists.withheld();
        lists.movements();
        lists.leftOut();
        page.gap();
        writeQuestions();
        writeFollowUps();
        writeSafetyNet();
        head.checks();
        page.gap();
        head.foot(words.knowledge().text("label.disclaimer"));
    }

    private void writeRecommended() {
        List<Page.Span> heading = new ArrayList<>();
        heading.add(Page.span(words.heading("heading.plan"), Ink.HEADING));
        heading.add(Page.span(stages(), Ink.PLAIN));
        page.text(0, 2, heading);
        List<Recommendation> recommended = plan.treatments().stream()
                .filter(recommendation -> recommendation.status() == Status.RECOMMENDED)
                .toList();
        if (recommended.isEmpty()) {
            page.text(2, 2, words.say("screen.nothing-recommended"), Ink.CARE);
        }
        byWhy(recommended).values().forEach(group -> writeTogether(group, recommended));
    }

    /** Items that need no words of their own stand together. */
    private Map<String, List<Recommendation>> byWhy(List<Recommendation> recommended) {
        Map<String, List<Recommendation>> groups = new LinkedHashMap<>();
        for (Recommendation recommendation : recommended) {
            boolean plain = regimen.of(recommendation.item(), recommendation.dose())
                            .isEmpty()
                    && recommendation.reasons().stream().noneMatch(Offered::isNote)
                    && together.withEarlier(recommendation.item(), recommended).isEmpty();
            String key = plain ? "" : recommendation.item().id();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(recommendation);
        }
        return groups;
    }

    private void writeTogether(List<Recommendation> group, List<Recommendation> all) {
        Recommendation first = group.get(0);
        String names = group.stream()
                .map(one -> words.capital(words.say(one.item().name())))
                .collect(Collectors.joining(Words.DOT));
        String how = regimen.of(first.item(), first.dose());
        List<String> notes = Offered.notes(first, words, told);
        boolean toldBefore = notes.isEmpty() && first.reasons().stream().anyMatch(Offered::isNote);
        List<Page.Span> spans = new ArrayList<>();
        spans.add(Page.span("• " + names + (toldBefore ? ShortLists.WITH_CARE : ""), Ink.STRONG));
        if (!how.isEmpty()) {
            spans.add(Page.span(": " + how, Ink.PLAIN));
        }
        Page.Span why = Page.span(why(group), Ink.FAINT);
        List<Page.Span> inLine = new ArrayList<>(spans);
        inLine.add(Page.span(" – ", Ink.FAINT));
        inLine.add(why);
        if (page.lines(1, 3, inLine) == page.lines(1, 3, spans)) {
            page.text(1, 3, inLine);
        } else {
            page.text(1, 3, spans);
            page.text(5, 5, List.of(why));
        }
        if (first.dose() != null) {
            first.dose().adjustments().forEach(text -> page.text(5, 7, "→ " + words.say(text), Ink.PLAIN));
        }
        notes.forEach(note -> page.text(5, 7, "! " + note, Ink.CARE));
        group.stream()
                .flatMap(one -> together.withEarlier(one.item(), all).stream())
                .forEach(rule -> page.text(5, 7, "! " + rule, Ink.CARE));
    }

    private String why(List<Recommendation> group) {
        Recommendation first = group.get(0);
        String why = group.stream()
                .map(one -> Words.stopped(Offered.why(one, words)))
                .distinct()
                .collect(Collectors.joining(" "));
        if (group.size() > 1) {
            return why;
        }
        String grade = words.say("grade." + first.item().evidence().grade());
        return why + " " + words.fill("screen.evidence", "grade", grade);
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
        return Words.DOT + String.join(", ", parts);
    }

    private void writeQuestions() {
        List<Question> questions = plan.questions();
        if (questions.isEmpty()) {
            return;
        }
        page.text(0, 2, words.heading("heading.questions"), Ink.HEADING);
        int number = 0;
        int before = 0;
        for (Question question : questions.stream().limit(QUESTIONS).toList()) {
            number++;
            List<Page.Span> spans = new ArrayList<>();
            spans.add(Page.span(number + ". " + words.say(question.text()), Ink.PLAIN));
            if (question.askedOf() == AskedOf.CLINICIAN) {
                spans.add(Page.span(" (" + words.say("screen.asked-of-clinician") + ")", Ink.FAINT));
            }
            int decides = question.decides().size();
            if (decides != before) {
                String items = words.count("count.items", decides);
                spans.add(Page.span(" (" + words.fill("screen.decides", "items", items) + ")", Ink.FAINT));
            }
            before = decides;
            page.text(2, 5, spans);
        }
        if (questions.size() > QUESTIONS) {
            page.text(5, 5, words.count("screen.more-questions", questions.size() - QUESTIONS), Ink.FAINT);
        }
    }

    private void writeFollowUps() {
        List<CarePath.DatedFollowUp> followUps = plan.path().followUps();
        if (followUps.isEmpty()) {
            return;
        }
        CarePath.DatedFollowUp first = followUps.get(0);
        List<Page.Span> spans = new ArrayList<>();
        spans.add(Page.span(words.heading("heading.follow-up"), Ink.HEADING));
        spans.add(Page.span(
                Words.DOT
                        + words.fill(
                                "screen.follow-up",
                                Map.of(
                                        "date",
                                        words.date(first.on()),
                                        "text",
                                        words.say(first.followUp().text()))),
                Ink.PLAIN));
        List<String> dates = followUps.stream()
                .map(CarePath.DatedFollowUp::on)
                .filter(date -> date.isAfter(first.on()))
                .distinct()
                .map(words::date)
                .toList();
        if (!dates.isEmpty()) {
            String later = String.join(", ", dates.subList(0, Math.min(DATES, dates.size())))
                    + (dates.size() > DATES ? ", " + words.fill("screen.and-more", "n", dates.size() - DATES) : "");
            spans.add(Page.span(" " + words.fill("screen.follow-up-later", "dates", later), Ink.PLAIN));
        }
        page.text(0, 2, spans);
    }

    private void writeSafetyNet() {
        List<Pathway.Advice> advice = plan.path().safetyNet();
        if (advice.isEmpty()) {
            return;
        }
        List<Page.Span> spans = new ArrayList<>();
        spans.add(Page.span(words.heading("heading.safety-net"), Ink.HEADING));
        spans.add(Page.span(Words.DOT + words.say(advice.get(0).text()), Ink.PLAIN));
        if (advice.size() > 1) {
            spans.add(Page.span(" " + words.count("screen.more-signs", advice.size() - 1), Ink.FAINT));
        }
        page.text(0, 2, spans);
    }
}
