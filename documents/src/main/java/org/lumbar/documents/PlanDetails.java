package org.lumbar.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.Pathway;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.CarePath;
import org.lumbar.core.plan.Question;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Recommendation.GateState;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;

/** A plan with everything that was considered, in the order of the screen. */
final class PlanDetails {

    private final TreatmentPlan plan;
    private final Words words;
    private final Page page;
    private final Head head;
    private final Parts parts;
    private final Regimen regimen;
    private final Changes changes;
    private final Together together;
    private final List<Item> offered;

    PlanDetails(TreatmentPlan plan, Words words, Page page, Head head) {
        this.plan = plan;
        this.words = words;
        this.page = page;
        this.head = head;
        this.parts = new Parts(words, page, 4);
        this.regimen = new Regimen(words);
        this.changes = new Changes(plan, words);
        this.together = new Together(words);
        this.offered = Offered.items(plan);
    }

    void write() {
        head.triage();
        head.diagnosis();
        head.patient();
        page.gap();
        head.taken();
        page.gap();
        head.checks();
        page.gap();
        writeRecord();
        for (Status status : Status.values()) {
            writeItems(status);
        }
        writeQuestions();
        writePath();
        head.foot(words.knowledge().disclaimer());
    }

    private void writeRecord() {
        Findings findings = plan.findings();
        List<String> present = new ArrayList<>();
        List<FindingDefinition> definitions = words.knowledge().findings();
        for (int i = 0; i < definitions.size(); i++) {
            if (findings.state(i) == Truth.TRUE) {
                present.add(words.say(definitions.get(i).name()));
            }
        }
        List<String> measures = new ArrayList<>();
        for (Measure measure : words.knowledge().measures()) {
            Interval value = findings.measures().get(measure.id());
            if (value != null) {
                measures.add(words.say(measure.name()) + ": " + words.amount(measure, value));
            }
        }
        Parts record = new Parts(words, page, 0);
        record.line("detail.on-record", String.join(Words.DOT, present));
        record.line("detail.measures", String.join(Words.DOT, measures));
        page.gap();
    }

    private void writeItems(Status status) {
        List<Recommendation> items = plan.recommendations().stream()
                .filter(recommendation -> recommendation.status() == status)
                .toList();
        if (!items.isEmpty()) {
            page.text(0, 2, words.heading(heading(status)) + " (" + items.size() + ")", Ink.HEADING);
            items.stream().filter(item -> !Movements.isOne(item)).forEach(this::write);
            writeMovements(items.stream().filter(Movements::isOne).toList());
            page.gap();
        }
    }

    /** Single exercises by name, and why not where they are not offered; their own pages say the rest. */
    private void writeMovements(List<Recommendation> movements) {
        List<String> offered = new ArrayList<>();
        for (Recommendation movement : movements) {
            String name = words.capital(words.say(movement.item().name()));
            if (movement.status().offered()) {
                offered.add(name);
            } else {
                String why =
                        movement.reasons().stream().map(words::brief).distinct().collect(Collectors.joining("; "));
                page.text(
                        1,
                        3,
                        List.of(
                                Page.span("• " + name, Ink.STRONG),
                                Page.span(" (" + movement.item().id() + ")", Ink.FAINT),
                                Page.span(": " + why, Ink.PLAIN)));
            }
        }
        if (!offered.isEmpty()) {
            page.text(
                    1,
                    3,
                    List.of(
                            Page.span("• " + words.capital(words.say("category.movement")) + ": ", Ink.STRONG),
                            Page.span(String.join(Words.DOT, offered), Ink.PLAIN)));
        }
    }

    private static String heading(Status status) {
        return switch (status) {
            case RECOMMENDED -> "heading.plan";
            case OPTIONAL -> "heading.optional";
            case DISCRETION -> "heading.discretion";
            case NEEDS_INFORMATION -> "screen.needs-information";
            case WITHHELD -> "heading.withheld";
            case NOT_INDICATED -> "heading.not-indicated";
            case REFUSED -> "heading.refused";
        };
    }

    private void write(Recommendation recommendation) {
        Item item = recommendation.item();
        String how = regimen.of(item, recommendation.dose());
        List<Page.Span> title = new ArrayList<>();
        title.add(Page.span("• " + words.capital(words.say(item.name())), Ink.STRONG));
        if (recommendation.status().offered() && !how.isEmpty()) {
            title.add(Page.span(": " + how, Ink.PLAIN));
        }
        title.add(Page.span(" (" + item.id() + ")", Ink.FAINT));
        page.text(1, 3, title);
        parts.lines(
                "heading.why",
                recommendation.reasons().stream().map(words::say).distinct().toList());
        if (recommendation.status().offered()) {
            writeOffer(recommendation);
        }
        parts.lines("detail.changes", changes.of(recommendation.wouldChangeIf()));
        if (recommendation.status().offered() || recommendation.status() == Status.NEEDS_INFORMATION) {
            parts.evidence(item);
            parts.dispute(item.dispute());
            parts.conflicts(item.conflicts());
        }
        parts.sources(item.sources(), words.unverifiedKey(item.category()));
    }

    private void writeOffer(Recommendation recommendation) {
        Item item = recommendation.item();
        if (recommendation.dose() != null) {
            parts.texts("detail.adjust", recommendation.dose().adjustments());
        }
        parts.settings(item.course());
        parts.line(
                "heading.gates",
                recommendation.gates().stream().map(this::gate).collect(Collectors.joining(Words.DOT)));
        parts.texts("heading.advice", item.advice());
        parts.lines(Together.HEADING, together.with(item, offered));
        parts.texts("heading.monitoring", item.monitor());
        parts.texts("detail.stop", item.stop());
    }

    private String gate(GateState state) {
        String name = words.say(state.gate().name());
        return switch (state.open()) {
            case TRUE -> words.fill("detail.gate-open", "gate", name);
            case FALSE -> words.fill("detail.gate-closed", "gate", name);
            case UNKNOWN -> name;
        };
    }

    private void writeQuestions() {
        if (plan.questions().isEmpty()) {
            return;
        }
        page.text(0, 2, words.heading("heading.questions"), Ink.HEADING);
        int number = 0;
        for (Question question : plan.questions()) {
            number++;
            String items = words.count("count.items", question.decides().size());
            page.text(
                    2,
                    6,
                    List.of(
                            Page.span(number + ". " + words.say(question.text()), Ink.PLAIN),
                            Page.span(
                                    " (" + question.finding() + ", " + words.fill("screen.decides", "items", items)
                                            + ")",
                                    Ink.FAINT)));
        }
        page.gap();
    }

    private void writePath() {
        CarePath path = plan.path();
        if (!path.stages().isEmpty()) {
            page.text(0, 2, words.heading("detail.stages"), Ink.HEADING);
            path.stages().forEach(this::write);
            page.gap();
        }
        list(
                "heading.goals",
                path.goals().stream().map(goal -> words.say(goal.text())).toList());
        list(
                "heading.follow-up",
                path.followUps().stream()
                        .map(followUp -> words.fill(
                                "screen.follow-up",
                                Map.of(
                                        "date",
                                        words.date(followUp.on()),
                                        "text",
                                        words.say(followUp.followUp().text()))))
                        .toList());
        list("heading.safety-net", advice(path.safetyNet()));
        list("heading.stop-rules", advice(path.stopRules()));
    }

    private void write(CarePath.StagePlan stage) {
        String name = words.capital(words.say(stage.stage().name()));
        String from = words.date(stage.start());
        String dates = stage.end() == null
                ? words.fill("detail.from", "from", from)
                : words.fill("detail.from-to", Map.of("from", from, "to", words.date(stage.end())));
        page.text(1, 3, List.of(Page.span("• " + name, Ink.STRONG), Page.span(", " + dates, Ink.PLAIN)));
        page.text(4, 6, words.say(stage.stage().aim()), Ink.PLAIN);
        parts.line("detail.items", stage.items().stream().map(words::name).collect(Collectors.joining(Words.DOT)));
        parts.line("item.review", words.date(stage.review()));
        parts.line("detail.move-on", words.say(stage.stage().moveOnWhen()));
        parts.line("detail.step-back", words.say(stage.stage().backWhen()));
    }

    private List<String> advice(List<Pathway.Advice> advice) {
        return advice.stream().map(one -> words.say(one.text())).toList();
    }

    private void list(String headingKey, List<String> texts) {
        if (!texts.isEmpty()) {
            page.text(0, 2, words.heading(headingKey), Ink.HEADING);
            texts.forEach(text -> page.text(1, 3, "• " + text, Ink.PLAIN));
            page.gap();
        }
    }
}
