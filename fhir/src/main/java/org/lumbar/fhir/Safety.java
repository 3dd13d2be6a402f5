package org.lumbar.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.plan.Question;

/** Writes a flag and a referral for each red flag that is present, and a task for each question that is open. */
final class Safety {

    private final PlanSheet sheet;
    private final FhirJson json;
    private final Set<String> redFlags = new HashSet<>();

    Safety(PlanSheet sheet) {
        this.sheet = sheet;
        this.json = sheet.json();
        sheet.knowledge().redFlags().forEach(flag -> redFlags.add(flag.id()));
    }

    void writeFlags() throws IOException {
        for (RedFlag flag : sheet.plan().triage().present()) {
            sheet.resource("Flag", flag.id(), () -> flag(flag));
            sheet.resource(Requests.SERVICE, flag.id(), () -> referral(flag));
        }
    }

    private void flag(RedFlag flag) throws IOException {
        String suspected = sheet.fill("triage.flag", "flag", String.valueOf(sheet.findingName(flag.id())))
                .replace("{suspected}", sheet.wording().say(flag.suspected()));
        json.text("status", "active");
        json.concepts("category", Names.HL7_FLAG, "safety", null);
        json.concept("code", Names.FINDING, flag.id(), suspected);
        sheet.patient("subject");
        json.object("period", () -> json.text("start", sheet.date()));
    }

    private void referral(RedFlag flag) throws IOException {
        json.text("status", "draft");
        json.text("intent", "proposal");
        json.text("priority", priority(flag.urgency()));
        json.concept("code", Names.FINDING, flag.id(), sheet.wording().say(flag.action()));
        sheet.patient("subject");
        json.text("authoredOn", sheet.date());
        json.words("reasonCode", List.of(sheet.wording().say(flag.suspected())));
        List<String> support = new ArrayList<>(List.of(sheet.url("Flag", flag.id())));
        sheet.evidence(flag.id()).stream()
                .map(FhirJson::resource)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(support::add);
        json.references("supportingInfo", support);
    }

    private static String priority(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY_NOW -> "stat";
            case EMERGENCY_SAME_DAY -> "asap";
            case URGENT_48H, URGENT_2WK -> "urgent";
            case ROUTINE_REFERRAL, NONE -> "routine";
        };
    }

    void writeQuestions() throws IOException {
        for (Question question : sheet.plan().questions()) {
            sheet.resource("Task", question.finding(), () -> task(question));
        }
    }

    private void task(Question question) throws IOException {
        boolean redFlag = redFlags.contains(question.finding());
        json.text("status", "requested");
        json.text("intent", "proposal");
        json.text("priority", redFlag ? "urgent" : "routine");
        json.concept("code", Names.FINDING, question.finding(), sheet.findingName(question.finding()));
        json.text("description", sheet.wording().say(question.text()));
        json.reference("focus", sheet.url("CarePlan", "plan"));
        sheet.patient("for");
        json.text("authoredOn", sheet.date());
        json.concepts("performerType", Names.ASKED_OF, question.askedOf().name().toLowerCase(Locale.ROOT), null);
        // A red flag decides every item alike; naming them all would say nothing.
        json.array(
                "input",
                redFlag ? List.of() : question.decides(),
                item -> json.object(() -> {
                    json.concept(
                            "type", Names.DETAIL, "decides", sheet.wording().say("detail.decides"));
                    json.object("valueCoding", () -> {
                        json.text("system", Names.ITEM);
                        json.text("code", item);
                    });
                }));
    }
}
