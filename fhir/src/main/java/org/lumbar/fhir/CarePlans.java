package org.lumbar.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Pathway;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.plan.CarePath;
import org.lumbar.core.plan.Diagnosis;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.text.LocalizedText;

/** Writes the care plan, which holds the rest together, and its goals. */
final class CarePlans {

    private static final String GOAL = "Goal";

    private final PlanSheet sheet;
    private final FhirJson json;

    CarePlans(PlanSheet sheet) {
        this.sheet = sheet;
        this.json = sheet.json();
    }

    void write(boolean emergency) throws IOException {
        sheet.resource("CarePlan", "plan", () -> carePlan(emergency));
        for (Pathway.Goal goal : sheet.plan().path().goals()) {
            sheet.resource(GOAL, goal.id(), () -> goal(goal));
        }
    }

    private void carePlan(boolean emergency) throws IOException {
        CarePath path = sheet.plan().path();
        String standard = sheet.plan().request().standard().id();
        json.text("status", "draft");
        json.text("intent", "plan");
        json.concepts("category", Names.STANDARD, standard, sheet.wording().say("standard." + standard));
        json.text("title", title(emergency));
        json.text("description", say(sheet.knowledge().disclaimer()));
        sheet.patient("subject");
        json.object("period", () -> json.text("start", sheet.date()));
        json.text("created", sheet.date());
        json.entries("addresses", sheet.diagnoses());
        json.references(
                "goal",
                path.goals().stream().map(goal -> sheet.url(GOAL, goal.id())).toList());
        json.array("activity", activities(emergency), activity -> json.object(activity));
        json.notes(Stream.of(
                        said("heading.safety-net", path.safetyNet()),
                        said("heading.stop-rules", path.stopRules()),
                        sheet.plan().checks().stream().map(sheet.wording()::say))
                .flatMap(notes -> notes)
                .toList());
    }

    private String title(boolean emergency) {
        if (emergency) {
            return sheet.wording().say("triage." + sheet.plan().triage().level().id());
        }
        Diagnosis diagnosis = sheet.plan().diagnosis();
        String words = Stream.of(diagnosis.syndrome(), diagnosis.phase(), diagnosis.severity())
                .filter(Objects::nonNull)
                .map(term -> say(term.name()))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? sheet.wording().say("heading.plan") : words;
    }

    private Stream<String> said(String heading, List<Pathway.Advice> advice) {
        return advice.stream().map(one -> sheet.wording().say(heading) + ": " + say(one.text()));
    }

    private List<FhirJson.Content> activities(boolean emergency) {
        List<FhirJson.Content> activities = new ArrayList<>();
        for (RedFlag flag : sheet.plan().triage().present()) {
            if (!emergency || flag.urgency().emergency()) {
                activities.add(refer(sheet.url(Requests.SERVICE, flag.id())));
            }
        }
        if (emergency) {
            return activities;
        }
        Map<String, String> names = new HashMap<>();
        for (Recommendation recommendation : sheet.plan().treatments()) {
            Item item = recommendation.item();
            names.put(item.id(), say(item.name()));
            if (recommendation.status() == Status.RECOMMENDED) {
                activities.add(refer(sheet.url(Requests.type(item), item.id())));
            }
        }
        for (CarePath.StagePlan stage : sheet.plan().path().stages()) {
            activities.add(() -> json.object("detail", () -> stage(stage, names)));
        }
        for (CarePath.DatedFollowUp followUp : sheet.plan().path().followUps()) {
            activities.add(() -> json.object("detail", () -> followUp(followUp)));
        }
        return activities;
    }

    private FhirJson.Content refer(String url) {
        return () -> json.reference("reference", url);
    }

    private void stage(CarePath.StagePlan stage, Map<String, String> names) throws IOException {
        json.concept("code", Names.STAGE, stage.stage().id(), say(stage.stage().name()));
        json.text("status", "not-started");
        json.object("scheduledPeriod", () -> {
            json.text("start", stage.start().toString());
            json.text("end", stage.end() == null ? null : stage.end().toString());
        });
        String items =
                stage.items().stream().map(id -> names.getOrDefault(id, id)).collect(Collectors.joining(", "));
        List<String> sentences = new ArrayList<>(List.of(
                say(stage.stage().aim()),
                labelled("detail.move-on", say(stage.stage().moveOnWhen())),
                labelled("detail.step-back", say(stage.stage().backWhen()))));
        if (!items.isEmpty()) {
            sentences.add(labelled("detail.items", items + "."));
        }
        json.text("description", String.join(" ", sentences));
    }

    private String labelled(String label, String text) {
        return sheet.wording().say(label) + ": " + text;
    }

    private void followUp(CarePath.DatedFollowUp followUp) throws IOException {
        json.concept("code", Names.FOLLOW_UP, followUp.followUp().id(), null);
        json.text("status", "not-started");
        json.object("scheduledPeriod", () -> {
            json.text("start", followUp.on().toString());
            json.text("end", followUp.on().toString());
        });
        json.text("description", say(followUp.followUp().text()));
    }

    private void goal(Pathway.Goal goal) throws IOException {
        json.text("lifecycleStatus", "proposed");
        json.concept("description", Names.GOAL, goal.id(), say(goal.text()));
        sheet.patient("subject");
        json.text("startDate", sheet.date());
        if (goal.byDays() != null) {
            json.only(
                    "target",
                    () -> json.text(
                            "dueDate",
                            sheet.plan()
                                    .request()
                                    .date()
                                    .plusDays(goal.byDays())
                                    .toString()));
        }
    }

    private String say(LocalizedText text) {
        return sheet.wording().say(text);
    }
}
